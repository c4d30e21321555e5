package pmradar.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever the text: an answer in time that grows with its length only, and quotations that stand where they say.
@Execution(ExecutionMode.CONCURRENT)
class HostileTextTest {

    private static final Classifier CLASSIFIER = Classifiers.builtIn();

    private static final String[] PIECES = {
        "Requirements:",
        "\n",
        "- ",
        "• ",
        "degree in computer science",
        " or equivalent experience",
        "5+ years",
        " SQL",
        "Java, ",
        "Kubernetes",
        "project manager",
        " schedule, budget and risks",
        " is a plus",
        "(",
        ")",
        ";",
        "...",
        "\u200b",
        "\u202e",
        "\u0000",
        "Ｓ",
        "С\u0415О",
        "é",
        "e\u0301",
        "ß",
        "\ud83d\ude00",
        "\ud800",
        "SQLJavaPython",
        "experienceBachelor",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "\t",
        "Â\u0095",
        "â€¢",
        " ",
        "not required",
        "Kenntnisse in SAP",
        "connaissance des réseaux",
        "|",
        "\r\n",
        "***",
        "12.5",
        "https://example.org/a?b=c",
        "Ihre Aufgaben",
        "ideally ",
        "/",
        "design review",
        "http",
        "IT",
        "it"
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void quotesWhatStandsAtItsOffsets(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            var text = new StringBuilder();
            int pieces = random.nextInt(120);
            for (int i = 0; i < pieces; i++) text.append(PIECES[random.nextInt(PIECES.length)]);
            holds(text.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "(",
                "• knowledge of SQL ",
                "Bachelor degree in computer science and ",
                "Requirements: ",
                "required Experience with Java and ",
                "experienceBachelor",
                "a.b:c; ",
                "\u200b\u202e",
                "Projektleitungserfahrung",
                "- a\n"
            })
    void answersOneMegabyteInTime(String piece) {
        var text = piece.repeat(1_000_000 / piece.length());
        assertThat(took(text)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void answersTenMegabytesOnOneLine() {
        assertThat(took("Knowledge of networks, plan the budget and ".repeat(240_000)))
                .isLessThan(Duration.ofSeconds(60));
    }

    @Test
    void answersAHundredThousandBullets() {
        assertThat(took("• SQL\n".repeat(100_000))).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void seesThroughInvisibleCharactersAndLookAlikes() {
        var plain = judged("Experience with Kubernetes and Linux servers");
        assertThat(plain).isNotEmpty();
        assertThat(judged("Experience with Kuber\u200bnetes and Linux servers")).isEqualTo(plain);
        assertThat(judged("Ехреriеnсе with Kubernetes and Linux servers")).isEqualTo(plain);
        assertThat(judged("Ｅxperience with Kubernetes and Linux servers")).isEqualTo(plain);
    }

    private static String judged(String requirement) {
        var text = """
                Responsibilities:
                - Own the project plan, the schedule and the milestones
                - Manage budget, resources, risks and issues of the project
                - Report project status to stakeholders and the steering committee
                Requirements:
                - %s
                """.formatted(requirement);
        return switch (CLASSIFIER.judge("Project Manager", text)) {
            case Verdict.OffTopic off -> "";
            case Verdict.Tagged tagged ->
                tagged.classification().label() + " " + tagged.classification().score() + " "
                        + tagged.classification().domains();
        };
    }

    private static Duration took(String text) {
        long start = System.nanoTime();
        holds(text);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static void holds(String text) {
        if (CLASSIFIER.judge("Project Manager", text) instanceof Verdict.Tagged(var found)) {
            assertThat(found.score()).isBetween(0, 100);
            assertThat(found.sureness()).isBetween(0.5, 1.0);
            for (var unit : found.evidence()) {
                assertThat(text.substring(unit.start(), unit.end())).isEqualTo(unit.quote());
            }
        }
    }
}
