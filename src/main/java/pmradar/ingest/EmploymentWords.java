package pmradar.ingest;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import pmradar.posting.EmploymentType;

/// What feeds call the kinds of employment, in the four languages.
final class EmploymentWords {
    private static final Map<Pattern, EmploymentType> WORDS = new LinkedHashMap<>();

    static {
        put(
                "full[\\s_-]?time|fulltime|vollzeit|temps[\\s_-]plein|plein[\\s_-]temps|(?:tiempo|jornada)[\\s_-]completa?o?"
                        + "|permanent|regular|unbefristet|festanstellung|\\bcdi\\b|indefinido",
                EmploymentType.FULL_TIME);
        put(
                "part[\\s_-]?time|parttime|teilzeit|temps[\\s_-]partiel|(?:medio|tiempo)[\\s_-](?:tiempo|parcial)|media[\\s_-]jornada",
                EmploymentType.PART_TIME);
        put(
                "contract(?!ual)|freelanc|freiberuf|contractor|self[\\s_-]?employed|indépendant|autónomo|interim[\\s_-]manage",
                EmploymentType.CONTRACT);
        put(
                "temporary|\\btemp\\b|befristet(?<!unbefristet)|fixed[\\s_-]?term|limited[\\s_-]?term|\\bcdd\\b|intérim|\\bseasonal|zeitarbeit|temporal\\b|locum",
                EmploymentType.TEMPORARY);
        put(
                "\\bintern(?:ship)?s?\\b|praktik|werkstudent|\\bstage\\b|stagiaire|becari|prácticas|trainee|apprentic|alternance|ausbildung",
                EmploymentType.INTERN);
        put("volunt|ehrenamt|bénévol", EmploymentType.VOLUNTEER);
        put("per[\\s_-]?diem|casual|zero[\\s_-]hours", EmploymentType.PER_DIEM);
    }

    private EmploymentWords() {}

    /// @param raw of a field, where words stand for kinds of employment only
    static Set<EmploymentType> of(String raw) {
        var found = EnumSet.noneOf(EmploymentType.class);
        var words = raw.length() > 300 ? raw.substring(0, 300) : raw;
        for (var word : WORDS.entrySet()) if (word.getKey().matcher(words).find()) found.add(word.getValue());
        if (found.isEmpty() && words.strip().equalsIgnoreCase("other")) found.add(EmploymentType.OTHER);
        return found;
    }

    /// In a title "contract" may be what is managed, so only clear words count.
    static Set<EmploymentType> inTitle(String title) {
        var found = EnumSet.noneOf(EmploymentType.class);
        for (var type : of(title)) {
            var clear = type != EmploymentType.CONTRACT
                    || CLEAR_CONTRACT.matcher(title).find();
            if (clear && type != EmploymentType.VOLUNTEER && type != EmploymentType.FULL_TIME) found.add(type);
        }
        if (FULL_TIME.matcher(title).find()) found.add(EmploymentType.FULL_TIME);
        return found;
    }

    private static final Pattern CLEAR_CONTRACT = Pattern.compile(
            "\\((?:[^)]{0,40}\\b)?contract\\b|contract\\)|[-–|,] contract$|freelance|freiberuf",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FULL_TIME =
            Pattern.compile("full[ -]?time|vollzeit|temps plein", Pattern.CASE_INSENSITIVE);

    private static void put(String words, EmploymentType type) {
        WORDS.put(Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE), type);
    }
}
