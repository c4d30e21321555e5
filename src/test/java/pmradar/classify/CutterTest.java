package pmradar.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CutterTest {

    private final Cutter cutter = new Cutter(Lexicon.load());

    @Test
    void cutsByHeadingsAndBullets() {
        var cut = cut("""
                About us
                We are a family business in Linz.

                Responsibilities:
                - Own the plan
                - Keep the budget

                Requirements
                * Knowledge of SQL
                Nice to have:
                • Knowledge of Kafka

                What we offer
                Thirty days of leave
                """);
        assertThat(of(cut, Section.Kind.DUTIES)).containsExactly("Own the plan", "Keep the budget");
        assertThat(of(cut, Section.Kind.REQUIREMENTS)).containsExactly("Knowledge of SQL");
        assertThat(of(cut, Section.Kind.PREFERRED)).containsExactly("Knowledge of Kafka");
        assertThat(of(cut, Section.Kind.BENEFITS)).containsExactly("Thirty days of leave");
        assertThat(of(cut, Section.Kind.EMPLOYER)).containsExactly("We are a family business in Linz");
    }

    @Test
    void cutsRunTogetherText() {
        var cut = cut("We build bridges.ResponsibilitiesManage the schedule of sites."
                + "QualificationsBachelor degree in civil engineeringExperience with AutoCAD");
        assertThat(of(cut, Section.Kind.DUTIES)).containsExactly("Manage the schedule of sites");
        assertThat(of(cut, Section.Kind.REQUIREMENTS))
                .containsExactly("Bachelor degree in civil engineering", "Experience with AutoCAD");
    }

    @Test
    void cutsListsFlattenedOnOneLine() {
        var cut = cut("Key Responsibilities - Plan the work of three teams - Report progress to the board - Keep the"
                + " budget Requirements - Knowledge of Linux servers - Strong communication skills Preferred -"
                + " Experience with Ansible");
        assertThat(of(cut, Section.Kind.DUTIES)).hasSize(3);
        assertThat(of(cut, Section.Kind.REQUIREMENTS))
                .containsExactly("Knowledge of Linux servers", "Strong communication skills");
        assertThat(of(cut, Section.Kind.PREFERRED)).containsExactly("Experience with Ansible");
    }

    @Test
    void readsUpperCaseMailLayoutWithWrappedLines() {
        var cut = cut("""
                TITLE: Project Manager
                RESPONSIBILITIES:
                - Plan, organize and control the work of the project team in close
                contact with the client, including the reports due each month;
                - Keep records of the meetings that were held with the partners.
                REQUIRED QUALIFICATIONS:
                - University degree in engineering or in another technical field,
                with at least three years of work in that field;
                - Excellent knowledge of spoken and written English and Armenian.
                APPLICATION PROCEDURES: Please send a letter to the office of the
                company, the third floor, before the end of the coming month.
                """);
        assertThat(of(cut, Section.Kind.DUTIES)).hasSize(2);
        assertThat(of(cut, Section.Kind.DUTIES).getFirst()).endsWith("due each month");
        assertThat(of(cut, Section.Kind.REQUIREMENTS)).hasSize(2);
        assertThat(of(cut, Section.Kind.HOW_TO_APPLY)).isNotEmpty();
    }

    @Test
    void findsWhatIsAskedInProseWithoutHeadings() {
        var cut = cut("Our client is a leading maker of pumps. You will plan the roll-out in four plants."
                + " You have experience with PLC programming. We offer a company car.");
        assertThat(of(cut, Section.Kind.EMPLOYER)).containsExactly("Our client is a leading maker of pumps");
        assertThat(of(cut, Section.Kind.BENEFITS)).containsExactly("We offer a company car");
        assertThat(of(cut, Section.Kind.OTHER)).hasSize(2);
    }

    @Test
    void readsMarkdownHeadings() {
        var cut = cut("## **Ihre Aufgaben**\n- Termine planen\n\n### Anforderungen\n- Kenntnisse in Java\n");
        assertThat(of(cut, Section.Kind.DUTIES)).containsExactly("Termine planen");
        assertThat(of(cut, Section.Kind.REQUIREMENTS)).containsExactly("Kenntnisse in Java");
    }

    @Test
    void readsHeadingsInFrenchAndSpanish() {
        assertThat(of(
                        cut("Vos missions :\n- Piloter le projet\nProfil recherché :\n- Maîtrise de SQL\n"),
                        Section.Kind.REQUIREMENTS))
                .containsExactly("Maîtrise de SQL");
        assertThat(of(
                        cut("Funciones:\n- Planificar\nRequisitos deseables:\n- Conocimientos de SQL\n"),
                        Section.Kind.PREFERRED))
                .containsExactly("Conocimientos de SQL");
    }

    @Test
    void clausesFollowEachOtherWithoutOverlap() {
        var cut = cut("One. Two; three\n- four\n- five (six) and seven: eight");
        int last = 0;
        for (var clause : cut.clauses()) {
            assertThat(clause.start()).isGreaterThanOrEqualTo(last);
            assertThat(clause.end()).isGreaterThan(clause.start());
            last = clause.end();
        }
        assertThat(last).isLessThanOrEqualTo(cut.text().length());
    }

    private Cut cut(String text) {
        return cutter.cut("Project Manager", text, "en");
    }

    private static List<String> of(Cut cut, Section.Kind kind) {
        return cut.clauses().stream()
                .filter(clause -> clause.section() == kind)
                .map(clause -> cut.textOf(clause).replaceAll("\\s+", " "))
                .collect(Collectors.toList());
    }
}
