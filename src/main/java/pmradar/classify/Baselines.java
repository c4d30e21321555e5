package pmradar.classify;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The simple rules that the classifier must beat, and what two readers reach between them.
final class Baselines {

    private static final Pattern ROLE_TITLE = words("(project|program|programme|delivery|scrum|pmo)\\w*"
            + "|projekt\\w*|teilprojekt\\w*|bauleit\\w*|chefs? de projets?|directeur de projet"
            + "|jefe de proyecto|gerente de projetos?|projektledare");
    private static final Pattern TECHNICAL_TITLE =
            words("technical|technisch\\w*|technique|t[ée]cnic\\w+|it|ict|edv|software|sw|web|digital\\w*|cloud|data"
                    + "|infrastru\\w+|network|security|cyber\\w*|sap|erp|crm|engineer\\w*|elektro\\w*|civil|mechanical"
                    + "|electrical|system\\w*|technolog\\w+");
    private static final Pattern KEYWORD = words(
            "api|apis|sql|java|python|cloud|aws|azure|linux|windows|server|servers|network\\w*|database\\w*|software"
                    + "|infrastructure|security|sap|erp|crm|devops|kubernetes|docker|code|coding|programming|architecture"
                    + "|engineer\\w*|technical|technisch\\w*|informati\\w+|elektrotechnik|civil|mechanical|electrical"
                    + "|hardware|integration|data|cad|autocad|hvac|systems?|web|computer");

    private Baselines() {}

    private static Pattern words(String alternatives) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])(?:" + alternatives + ")(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /// Gate by title words alone.
    static double gateByTitle(List<GoldPosting> gold) {
        Predicate<GoldPosting> says =
                posting -> ROLE_TITLE.matcher(posting.title()).find();
        return Measure.f1(
                count(gold, says.and(GoldPosting::pm)),
                count(gold, says.and(posting -> !posting.pm())),
                count(gold, says.negate().and(GoldPosting::pm)));
    }

    /// "Technical if the title says so", on postings that the readers let pass.
    static double labelByTitle(List<GoldPosting> gold) {
        return macroF1(gold, posting -> TECHNICAL_TITLE.matcher(posting.title()).find());
    }

    /// Counting technical words, at the threshold that suits these very postings best.
    static double labelByKeywords(List<GoldPosting> gold) {
        Map<String, Long> counts = gold.stream()
                .collect(java.util.stream.Collectors.toMap(
                        GoldPosting::id,
                        posting -> KEYWORD.matcher(posting.text()).results().count(),
                        (first, second) -> first));
        return IntStream.rangeClosed(1, 40)
                .mapToDouble(least -> macroF1(gold, posting -> counts.getOrDefault(posting.id(), 0L) >= least))
                .max()
                .orElse(Double.NaN);
    }

    /// Label macro-F1 between the readers, from the score of each.
    static double labelBetweenReaders(List<GoldPosting> gold) {
        var both = gold.stream().filter(posting -> posting.scores().size() == 2).toList();
        double technical = between(both, score -> score >= 25);
        double general = between(both, score -> score < 25);
        return (technical + general) / 2;
    }

    private static double between(List<GoldPosting> both, Predicate<Integer> label) {
        Predicate<GoldPosting> first = posting -> label.test(posting.scores().getFirst());
        Predicate<GoldPosting> second = posting -> label.test(posting.scores().getLast());
        return Measure.f1(
                count(both, first.and(second).and(GoldPosting::pm)),
                count(both, first.and(second.negate()).and(GoldPosting::pm)),
                count(both, first.negate().and(second).and(GoldPosting::pm)));
    }

    static double scoreBetweenReaders(List<GoldPosting> gold) {
        return gold.stream()
                .filter(GoldPosting::pm)
                .filter(posting -> posting.scores().size() == 2)
                .mapToInt(posting ->
                        Math.abs(posting.scores().getFirst() - posting.scores().getLast()))
                .average()
                .orElse(Double.NaN);
    }

    /// F1 of S and M units between the readers: what both found counts twice.
    static double unitsBetweenReaders(List<GoldPosting> gold) {
        var units = gold.stream()
                .filter(GoldPosting::pm)
                .flatMap(posting -> posting.units().stream())
                .filter(GoldPosting.Unit::counted)
                .toList();
        int agreed = (int) units.stream().filter(GoldPosting.Unit::agreed).count();
        return Measure.f1(agreed, units.size() - agreed, 0);
    }

    private static double macroF1(List<GoldPosting> gold, Predicate<GoldPosting> technical) {
        Predicate<GoldPosting> is = posting -> posting.label() == Label.TECHNICAL;
        return (one(gold, technical, is) + one(gold, technical.negate(), is.negate())) / 2;
    }

    private static double one(List<GoldPosting> gold, Predicate<GoldPosting> says, Predicate<GoldPosting> is) {
        Predicate<GoldPosting> pm = GoldPosting::pm;
        return Measure.f1(
                count(gold, pm.and(says).and(is)),
                count(gold, pm.and(says).and(is.negate())),
                count(gold, pm.and(says.negate()).and(is)));
    }

    private static int count(List<GoldPosting> gold, Predicate<GoldPosting> among) {
        return (int) gold.stream().filter(among).count();
    }
}
