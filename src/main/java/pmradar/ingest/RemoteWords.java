package pmradar.ingest;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pmradar.feed.Workplace;
import pmradar.posting.Remote;

/// Reads whether the work is done remotely: from the field, then the location, the title, and clear words of the text.
final class RemoteWords {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern NOT_REMOTE = Pattern.compile(
            "\\b(?:not|no|non|isn't|kein|nicht)[ -](?:a )?(?:fully )?remote|remote (?:work )?(?:is )?not|\\bon-?site only\\b",
            FLAGS);
    private static final Pattern HYBRID = Pattern.compile(
            "(?<!\\d)[1-9]\\d\\s?% (?:remote|vor ort|on-?site|home|büro|office)|\\b(?:und|and|or|oder) remote\\b|\\bhybrid|\\bhíbrido|teilweise (?:remote|home ?office)|télétravail partiel|\\d days? (?:a|per) week in (?:the|our) office|partly remote|part remote",
            FLAGS);
    private static final Pattern REMOTE = Pattern.compile(
            "\\bremote(?:ly)?\\b|\\bremoto\\b|télétravail|teletrabajo|work from home|\\bwfh\\b|\\bhome ?office\\b|\\banywhere\\b|\\bworldwide\\b|\\btelecommut",
            FLAGS);
    private static final Pattern ON_SITE =
            Pattern.compile("\\bon-?site\\b|\\bin[ -]office\\b|\\bvor ort\\b|\\bsur site\\b|\\bpresencial\\b", FLAGS);
    private static final Pattern TITLE_REMOTE = Pattern.compile(
            "[(\\[,|/–-]\\s*(?:100\\s?% |fully )?(?:remote(?![ -](?:site|sens|monitor|access|hand|control|support|diagnos|area))|home ?office|télétravail)\\b|\\bremote\\s*[)\\]]|\\bwork (?:at|from) home\\b|\\bfull-?time,? remote\\b|^remote\\b(?! (?:site|sens|monitor|access|hand|control|support|diagnos|area|work force))|\\bremote$|(?:fully|100\\s?%) remote",
            FLAGS);
    private static final Pattern TEXT_REMOTE = Pattern.compile(
            "\\b(?:fully|100\\s?%|completely|entirely) remote|this (?:is a|position is|role is|job is)(?: a)?(?: fully| 100%)? ?remote|"
                    + "remote (?:position|role|opportunity)\\b|(?:location|standort|lieu|ubicación|einsatzort)\\s*:\\s*(?:fully |100\\s?% )?remote|work(?:ing)? (?:fully )?remotely from|remote-first company",
            FLAGS);
    private static final Pattern TEXT_HYBRID = Pattern.compile(
            "(?<!\\d)[1-9]\\d?\\s?% (?:remote|home ?office)|\\d Tage?(?:/| pro | die )?(?:Woche)? remote|hybrid (?:position(?!s)|role(?!s)|work|working|schedule|model|arrangement|setup|environment \\()|this (?:is a|position is|role is|job is)(?: a)? hybrid|(?:location|standort|lieu|einsatzort)\\s*:[^\\n]{0,60}hybrid|\\d days? (?:a|per) week in (?:the|our) office|in (?:the|our) office \\d days",
            FLAGS);
    /// A line of the text that is a field: "Work Location Model: On-Site".
    private static final Pattern FIELD = Pattern.compile(
            "(?:work(?:place)? (?:location )?(?:model|type|arrangement)|location (?:model|type)|remote status)\\s*:\\s*(remote|hybrid|on-?site|in[ -]office)",
            FLAGS);
    private static final Pattern TEXT_ON_SITE = Pattern.compile(
            "this (?:is an|position is|role is|job is)(?: an?| fully| 100%)* ?(?:on-?site|in-(?:office|person))|\\b(?:fully|100\\s?%) (?:on-?site|in-(?:office|person))|on-?site (?:position|role)\\b",
            FLAGS);

    private static final Pattern NOT_ROLE = Pattern.compile("this is not a (?:fully )?remote|remote work (?:is )?not", FLAGS);
    private static final int FIRST_LINE = 120;

    private RemoteWords() {}

    static Remote read(@Nullable Workplace stated, List<String> locations, String title, String text) {
        if (stated != null) {
            return switch (stated) {
                case REMOTE -> Remote.REMOTE;
                case HYBRID -> Remote.HYBRID;
                case ON_SITE -> Remote.ON_SITE;
            };
        }
        var where = String.join(
                "\n",
                locations.stream()
                        .limit(60)
                        .map(one -> one.length() > 200 ? one.substring(0, 200) : one)
                        .toList());
        var said = words(where);
        if (said != Remote.UNKNOWN) return said;
        if (HYBRID.matcher(title).find()
                && !title.toLowerCase(java.util.Locale.ROOT).contains("hybrid cloud")) return Remote.HYBRID;
        if (TITLE_REMOTE.matcher(title).find()) return Remote.REMOTE;
        return inText(text.length() > 20_000 ? text.substring(0, 20_000) : text);
    }

    private static Remote words(String where) {
        if (NOT_REMOTE.matcher(where).find()) return Remote.ON_SITE;
        if (HYBRID.matcher(where).find()) return Remote.HYBRID;
        if (REMOTE.matcher(where).find()) return Remote.REMOTE;
        return ON_SITE.matcher(where).find() ? Remote.ON_SITE : Remote.UNKNOWN;
    }

    private static Remote inText(String text) {
        var field = FIELD.matcher(text);
        if (field.find()) return words(field.group(1));
        var not = NOT_ROLE.matcher(text).find();
        if (not) return Remote.ON_SITE;
        if (TEXT_HYBRID.matcher(text).find()) return Remote.HYBRID;
        var first = text.substring(0, Math.min(text.length(), FIRST_LINE)).lines().findFirst().orElse("");
        if (first.length() < FIRST_LINE && TITLE_REMOTE.matcher(first).find()) return Remote.REMOTE;
        not = NOT_REMOTE.matcher(text).find();
        if (!not && TEXT_REMOTE.matcher(text).find()) return Remote.REMOTE;
        return not || TEXT_ON_SITE.matcher(text).find() ? Remote.ON_SITE : Remote.UNKNOWN;
    }
}
