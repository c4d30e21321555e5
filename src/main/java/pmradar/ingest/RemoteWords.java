package pmradar.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pmradar.feed.Workplace;
import pmradar.posting.Remote;

/// Reads whether the work is done remotely: from the fields, then the location, the title, and clear words of the text.
/// Each of them is kept as a saying of its own, so that a contradiction can be shown.
final class RemoteWords {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern NOT_REMOTE = Pattern.compile(
            "\\b(?:not|no|non|nor|isn't|kein|nicht)[ -](?:an? )?(?:fully )?remote(?!-only)|remote (?:work )?(?:is )?not|\\bon-?site only\\b",
            FLAGS);
    private static final Pattern HYBRID = Pattern.compile(
            "(?<!\\d)[1-9]\\d\\s?% (?:remote|vor ort|on-?site|home|büro|office)|\\b(?:und|and|or|oder) remote\\b|\\bhybrid|\\bhíbrido|teilweise (?:remote|home ?office)|télétravail partiel|\\d days? (?:a|per) week in (?:the|our) office|partly remote|part remote",
            FLAGS);
    private static final Pattern REMOTE = Pattern.compile(
            "\\bremote(?:ly)?\\b|\\bremoto\\b|télétravail|teletrabajo|work from home|\\bwfh\\b|\\bhome ?office\\b|\\banywhere\\b|\\bworldwide\\b|\\btelecommut",
            FLAGS);
    private static final Pattern ON_SITE =
            Pattern.compile("\\bon-?site\\b|\\bin[ -]office\\b|\\bvor ort\\b|\\bsur site\\b|\\bpresencial\\b", FLAGS);
    private static final String NO_WORKPLACE =
            "(?: |-)(?:site|sens|monitor|access|hand|control|support|diagnos|area|work force)";
    private static final Pattern TITLE_REMOTE = Pattern.compile(
            "[(\\[,|/–-]\\s*(?:100\\s?% |fully )?(?:remote(?!" + NO_WORKPLACE
                    + ")|home ?office|télétravail)\\b|\\bremote\\s*[)\\]]|\\bwork (?:at|from) home\\b|\\bfull-?time,? remote\\b|^remote\\b(?!"
                    + NO_WORKPLACE + ")|\\bremote$|(?:fully|100\\s?%) remote",
            FLAGS);
    /// A share of the time that is not all of it, a number of days, or clear words.
    private static final Pattern TEXT_HYBRID = smallLetters(
            "(?<![\\d.,])[1-9]\\d?(?:\\s?(?:-|–|bis)\\s?\\d{1,3})?\\s?%\\W{0,3}(?:im |of |davon )?(?:remote|vor ort|on-?site|home ?office|mobil)"
                    + "|\\b(?:remote|home ?office)(?:[ -]?(?:anteil|quote|work))?\\W{0,6}(?:ca\\.? ?|bis zu |max\\.? ?|mind\\.? ?|up to |zu )?(?<!\\d)[1-9]\\d?\\s?%"
                    + "|\\b\\d(?:\\s?(?:-|–|to|or)\\s?\\d)? (?:days?|times)(?: (?:a|per|each) week| weekly)?,? (?:in|at|from) (?:the|our|an?|your) (?:\\p{L}+ )?office"
                    + "|in (?:the|our) (?:\\p{L}+ )?office \\d days|\\b\\d (?:in-person|on-?site|in-office|office|remote) days?\\b"
                    + "|\\b\\d(?:\\s?(?:-|–|bis)\\s?\\d)? tagen?(?:\\s?/\\s?| pro | die | in der )?(?:woche)? (?:remote|vor ort|im büro|on-?site|in \\p{L})"
                    + "|(?:wöchentlich|tageweise|teilweise) (?:vor ort|remote)|(?:mostly|primarily|largely|mainly|partly|größtenteils|überwiegend|meist) remote(?! (?:organi|company|team|workforce|culture))"
                    + "|hybrid (?:position(?!s)|role(?!s)|schedule)|this (?:is a|position is|role is|job is)(?: an?)? hybrid|\\bhybrid-projekt"
                    + "|(?:location|workplace|standort|lieu|einsatzort)\\s*:[^\\n]{0,60}hybrid|(?:location|standort|einsatzort)\\s*:\\s*(?!remote)\\p{L}+ ?/ ?remote|télétravail \\W?(?:jusqu|partiel|\\d)|\\d jours? (?:de|en) télétravail");
    private static final Pattern TEXT_REMOTE = smallLetters(
            "\\b(?:fully|100\\s?%|completely|entirely) remote|this (?:is a|position is|role is|job is)(?: an?)?(?: fully| 100%)? ?remote|"
                    + "remote (?:position|role|opportunity)\\b|\\(?remote-based\\b|(?:location|standort|lieu|ubicación|einsatzort)\\s*:\\s*(?:fully |100\\s?% )?remote"
                    + "|work(?:ing)? (?:fully )?remotely from|remote-first company|(?:position|role|job) (?:offers|allows) (?:for )?working remotely"
                    + "|(?:can|may) be (?:based |located )?anywhere|out of an? (?:personal )?home office|\\b100\\s?% remoto|trabalho remoto|trabajo remoto");
    private static final Pattern TEXT_ON_SITE = smallLetters(
            "this (?:is an|position is|role is|job is)(?: an?| fully| 100%)* ?(?:on-?site|in-(?:office|person))|\\b(?:fully|100\\s?%) (?:on-?site|in-(?:office|person)|vor ort)|on-?site (?:position|role)\\b"
                    + "|on-?site (?:work |presence )?is required|regularly (?:works|performs work) on-?site|einsatzort\\s*:[^\\n]{0,20}vor ort|\\bmajority in-person|full ?-?time on-?site");
    /// A line of the text that is a field: "Work Location Model: On-Site".
    private static final Pattern FIELD = smallLetters(
            "(?:work(?:place|ing)? ?(?:location )?(?:model|type|arrangements?|mode|hours)|\\bworkplace|location (?:model|type)|remote status|arbeitsmodell|modalidade?|contratação|work remotely)\\s*:[\\s•*]*(?:\\d\\d-)?"
                    + "(?<value>(?:fully |100\\s?% )?(?:remot|hybrid|híbrid|on-?site|in[ -]office|presencial|vor ort|yes|no|temporarily)\\p{L}*)(?<tail>[^\\n]{0,40})");
    private static final Pattern SOME_DAYS = Pattern.compile("\\b[1-4]\\s?/\\s?5\\b|gelegentlich|occasional", FLAGS);
    private static final Pattern NOT_ROLE =
            smallLetters("this is not a (?:fully )?remote|remote work (?:is )?not|not (?:hybrid|on-?site) n?or remote");
    /// What an employer offers in general.
    private static final Pattern OFFERED = smallLetters(
            "\\bhybrid(?:es|e|en|er)?[ -](?:work|arbeit|office|model|policy|arrangement)\\p{L}*|möglichkeit,? remote|\\bremote[ -]option|flexible remote work");
    private static final Pattern CONDITION =
            Pattern.compile("\\b(?:if|whether|unless|states?|when|some|other|falls|wenn)\\b", FLAGS);
    private static final Pattern KIND = Pattern.compile("^\\W{0,3}(on-?site|hybrid|remote)\\b", FLAGS);
    /// Where all of the patterns for the text have their words.
    private static final Nearby TOLD = new Nearby(
            90,
            90,
            "remot",
            "hybrid",
            "híbrid",
            "on-site",
            "onsite",
            "home office",
            "homeoffice",
            "in-person",
            "in-office",
            " office",
            "im büro",
            "vor ort",
            "télétravail",
            "anywhere",
            "presencial",
            "mobil",
            "tage/",
            "tagen/",
            "tage pro",
            "work location");
    private static final int FIRST_LINE = 120;
    private static final int MAX_TEXT = 20_000;

    /// What one part of an ad says.
    ///
    /// @param part "A field", "The location", "The title", "The text"
    /// @param clear whether it is said of this very work, and not of what the employer offers in general
    record Saying(String part, Remote remote, String words, boolean clear) {}

    private RemoteWords() {}

    /// A pattern for a text in small letters: to compare without regard to case takes several times as long.
    private static Pattern smallLetters(String alternatives) {
        return Pattern.compile(alternatives);
    }

    /// What each part says, the most reliable first.
    static List<Saying> read(
            @Nullable Workplace stated, @Nullable String kind, List<String> locations, String title, String text) {
        var said = new ArrayList<Saying>();
        var field = field(stated, kind);
        if (field != null) said.add(field);
        add(said, "The location", location(locations));
        add(said, "The title", title(title));
        var ofText = inText(text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text);
        if (ofText != null) said.add(ofText);
        return List.copyOf(said);
    }

    private static void add(List<Saying> said, String part, @Nullable Found found) {
        if (found != null) said.add(new Saying(part, found.remote, found.words, true));
    }

    /// @param kind what a field says of the employment: some write the workplace there, "Onsite - Full Time"
    private static @Nullable Saying field(@Nullable Workplace stated, @Nullable String kind) {
        if (stated != null) {
            var remote = switch (stated) {
                case REMOTE -> Remote.REMOTE;
                case HYBRID -> Remote.HYBRID;
                case ON_SITE -> Remote.ON_SITE;
            };
            return new Saying("A field", remote, word(remote), true);
        }
        var found = kind == null ? null : KIND.matcher(kind);
        if (found == null || !found.find()) return null;
        return new Saying("A field", words(found.group(1)), found.group(1), true);
    }

    private record Found(Remote remote, String words) {}

    private static @Nullable Found location(List<String> locations) {
        var where = String.join(
                "\n",
                locations.stream()
                        .limit(60)
                        .map(one -> one.length() > 200 ? one.substring(0, 200) : one)
                        .toList());
        var said = words(where);
        return said == Remote.UNKNOWN ? null : new Found(said, where.replace('\n', ';'));
    }

    private static @Nullable Found title(String title) {
        if (HYBRID.matcher(title).find() && !title.toLowerCase(Locale.ROOT).contains("hybrid cloud"))
            return new Found(Remote.HYBRID, title);
        return TITLE_REMOTE.matcher(title).find() ? new Found(Remote.REMOTE, title) : null;
    }

    private static Remote words(String where) {
        if (NOT_REMOTE.matcher(where).find()) return Remote.ON_SITE;
        if (HYBRID.matcher(where).find()) return Remote.HYBRID;
        if (REMOTE.matcher(where).find()) return Remote.REMOTE;
        return ON_SITE.matcher(where).find() ? Remote.ON_SITE : Remote.UNKNOWN;
    }

    private static @Nullable Saying inText(String whole) {
        var text = TOLD.of(whole);
        if (text.isEmpty()) return null;
        var small = Nearby.small(text);
        var field = FIELD.matcher(small);
        if (field.find()) return clear(ofField(field), field, text);
        var not = NOT_ROLE.matcher(small);
        if (not.find()) return clear(Remote.ON_SITE, not, text);
        var hybrid = TEXT_HYBRID.matcher(small);
        if (hybrid.find()) return clear(Remote.HYBRID, hybrid, text);
        var first = whole.lines().findFirst().orElse("");
        if (first.length() < FIRST_LINE && TITLE_REMOTE.matcher(first).find())
            return new Saying("The text", HYBRID.matcher(first).find() ? Remote.HYBRID : Remote.REMOTE, first, true);
        not = NOT_REMOTE.matcher(text);
        if (not.find()) return clear(Remote.ON_SITE, not, text);
        var remote = TEXT_REMOTE.matcher(small);
        while (remote.find()) if (!onCondition(text, remote)) return clear(Remote.REMOTE, remote, text);
        var onSite = TEXT_ON_SITE.matcher(small);
        if (onSite.find()) return clear(Remote.ON_SITE, onSite, text);
        var offered = OFFERED.matcher(small);
        if (!offered.find()) return null;
        return new Saying("The text", Remote.HYBRID, text.substring(offered.start(), offered.end()), false);
    }

    private static Remote ofField(Matcher field) {
        var value = field.group("value");
        if (SOME_DAYS.matcher(field.group("tail")).find()) return Remote.HYBRID;
        if (value.equals("yes") || value.equals("temporarily") || value.contains("remot")) return Remote.REMOTE;
        return value.equals("no") ? Remote.ON_SITE : words(value);
    }

    private static boolean onCondition(String text, Matcher found) {
        return CONDITION
                .matcher(text.substring(Math.max(0, found.start() - 50), found.start()))
                .find();
    }

    /// With the words around it, so that a person can judge.
    private static Saying clear(Remote remote, Matcher found, String text) {
        int from = Math.max(text.lastIndexOf('\n', found.start()) + 1, found.start() - 40);
        int lineEnd = text.indexOf('\n', found.end());
        int to = Math.min(lineEnd < 0 ? text.length() : lineEnd, found.end() + 40);
        return new Saying(
                "The text",
                remote,
                text.substring(wordStart(text, from), wordEnd(text, to)).strip(),
                true);
    }

    private static int wordStart(String text, int at) {
        if (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1))) return at;
        int space = text.indexOf(' ', at);
        return space < 0 ? at : space + 1;
    }

    private static int wordEnd(String text, int at) {
        if (at >= text.length() || !Character.isLetterOrDigit(text.charAt(at))) return at;
        int space = text.lastIndexOf(' ', at);
        return space < 0 ? at : space;
    }

    static String word(Remote remote) {
        return switch (remote) {
            case REMOTE -> "remote";
            case HYBRID -> "hybrid";
            case ON_SITE -> "on site";
            case UNKNOWN -> "unknown";
        };
    }
}
