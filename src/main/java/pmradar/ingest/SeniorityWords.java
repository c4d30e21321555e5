package pmradar.ingest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pmradar.posting.Seniority;

/// How far up a posting stands: by a field, else by its title, else by a line of the text that is a field. "Project
/// lead" and "Projektleiter" are roles and no rank, and so is a "manager".
final class SeniorityWords {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    /// In this order the first that fits counts: an "assistant director" is below a director, a "senior director" is
    /// one.
    private static final Map<Seniority, Pattern> WORDS = new LinkedHashMap<>();

    static {
        put(
                Seniority.INTERN,
                "\\bintern(?:ship)?s?\\b|praktik(?:um|ant)|werkstudent|stagiaire|\\bstage\\b(?! ?(?:manager|lead|gate|[0-9]))|becari[oa]|\\btrainee|apprenti|alternan(?:t|ce)|ausbildung|estági");
        put(
                Seniority.EXECUTIVE,
                "\\bchief (?!of staff)\\p{L}+(?: \\p{L}+)? officer|\\bC[EFOTIPDM]O\\b|\\b[SE]?VP\\b|vice[ -]president|executive director|managing director|geschäftsführ|directeur général|\\bpresident\\b");
        put(
                Seniority.DIRECTOR,
                "\\bdirector|\\bhead of\\b|\\bhead,|directeur|directrice|\\bdirección|bereichsleit|abteilungsleit|\\bleiter(?:in)? (?:der|des|pmo)");
        put(
                Seniority.LEAD,
                "\\bprincipal\\b|\\bstaff\\b(?= )|team ?lead|^lead\\b|\\blead (?:project|program|technical|product|consult|engineer|analyst|scrum|business|architect|deliver)|\\bteamleit");
        put(
                Seniority.SENIOR,
                "\\bsenior\\b|\\bsr\\b\\.?|\\bsnr\\b|expérimenté|confirmé|\\bsênior|\\bexpert\\b|\\berfahrene");
        put(
                Seniority.JUNIOR,
                "\\bjunior\\b|\\bjr\\b\\.?|entry[ -]level|\\bgraduate\\b(?! (?:school|medical|studies|program))|débutant|\\bberufseinsteiger|new grad");
        put(Seniority.MID, "mid[ -]?(?:level|senior|weight)|\\bintermediate\\b|\\bpleno\\b|\\bmedior\\b");
    }

    /// What fields of feeds write, in their own systems of levels.
    private static final Map<Pattern, Seniority> LEVELS = new LinkedHashMap<>();

    static {
        level("intern", Seniority.INTERN);
        level("executive|c-level|c_level|\\bvp\\b", Seniority.EXECUTIVE);
        level("director", Seniority.DIRECTOR);
        level("lead|principal|staff", Seniority.LEAD);
        level(
                "mid[-_ ]?senior|mid[-_ ]?level|\\bmid\\b|middle|intermediate|associate|experienced|regular|\\bmedior",
                Seniority.MID);
        level("senior|expert", Seniority.SENIOR);
        level("entry|junior|graduate|student|no[-_ ]experience|beginner", Seniority.JUNIOR);
    }

    private static final Pattern LINE = Pattern.compile(
            "(?:seniority|experience|career|job) level\\s*:\\s*(?<level>[\\p{L}][\\p{L} /-]{2,30})|karrierestufe\\s*:\\s*(?<stufe>[\\p{L}][\\p{L} /-]{2,30})",
            FLAGS);

    /// Who assists one of rank has none of it.
    private static final Pattern ASSISTANT = Pattern.compile(
            "\\b(?:executive|personal) assistant|assistant to |assistenz (?:der|des)|secretary to ", FLAGS);

    private static final Nearby TOLD = new Nearby(20, 50, " level:", " level :", "karrierestufe");

    private SeniorityWords() {}

    /// @param field as a feed writes it, or null
    static @Nullable Seniority read(@Nullable String field, String title, String text) {
        var stated = field == null ? null : ofLevel(field);
        if (stated != null) return stated;
        var inTitle = inTitle(title);
        if (inTitle != null) return inTitle;
        var line = LINE.matcher(TOLD.of(text.length() > 20_000 ? text.substring(0, 20_000) : text));
        if (!line.find()) return null;
        return ofLevel(line.group("level") == null ? line.group("stufe") : line.group("level"));
    }

    private static @Nullable Seniority inTitle(String title) {
        if (ASSISTANT.matcher(title).find()) return null;
        for (var word : WORDS.entrySet()) if (word.getValue().matcher(title).find()) return word.getKey();
        return null;
    }

    private static @Nullable Seniority ofLevel(String level) {
        var bounded = level.length() > 100 ? level.substring(0, 100) : level;
        for (var word : LEVELS.entrySet()) if (word.getKey().matcher(bounded).find()) return word.getValue();
        return null;
    }

    private static void put(Seniority seniority, String words) {
        WORDS.put(seniority, Pattern.compile(words, FLAGS));
    }

    private static void level(String words, Seniority seniority) {
        LEVELS.put(Pattern.compile(words, FLAGS), seniority);
    }
}
