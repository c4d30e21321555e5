package preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import pmradar.classify.Classification;
import pmradar.classify.Classifier;
import pmradar.classify.Domain;
import pmradar.classify.Evidence;
import pmradar.classify.Facts;
import pmradar.classify.Family;
import pmradar.classify.Label;
import pmradar.classify.Verdict;

/// Counts a few words, so that the API has something to answer with.
class WordClassifier implements Classifier {

    private static final Pattern NAMED = Pattern.compile("Kubernetes|SQL|Terraform");

    @Override
    public Verdict judge(String title, String text) {
        if (!title.toLowerCase(Locale.ROOT).contains("project")) {
            return new Verdict.OffTopic("no responsibility for a project", 0.9, "en", version());
        }
        var evidence = new ArrayList<Evidence>();
        var named = NAMED.matcher(text);
        while (named.find()) {
            evidence.add(new Evidence(
                    named.group(),
                    named.start(),
                    named.end(),
                    Evidence.Type.E3,
                    Evidence.Strength.S,
                    Evidence.Necessity.MUST,
                    List.of(Domain.INFRASTRUCTURE),
                    named.group(),
                    evidence.isEmpty() ? 25 : 15));
        }
        int score = evidence.stream().mapToInt(Evidence::points).sum();
        return new Verdict.Tagged(new Classification(
                Family.PROJECT,
                score >= 25 ? Label.TECHNICAL : Label.GENERAL,
                score,
                0.9,
                evidence.isEmpty() ? List.of() : List.of(Domain.INFRASTRUCTURE),
                evidence,
                0,
                Facts.NONE,
                Set.of(),
                "en",
                version()));
    }

    @Override
    public String version() {
        return "preview";
    }
}
