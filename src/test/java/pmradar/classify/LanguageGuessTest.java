package pmradar.classify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageGuessTest {

    private final LanguageGuess guess = new LanguageGuess();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | You will lead the project and report to the board on the progress of the work.
            de | Sie leiten das Projekt und berichten der Geschäftsführung über den Stand der Arbeiten.
            fr | Vous pilotez le projet et rendez compte à la direction de l'avancement des travaux avec votre équipe.
            es | Usted dirige el proyecto y presenta a la dirección los avances de los trabajos con el equipo.
            pt | Você lidera o projeto e apresenta à direção o avanço dos trabalhos com a equipe na empresa.
            sv | Du leder projektet och rapporterar till ledningen om hur arbetet går i din grupp hos oss.
            nl | Je leidt het project en rapporteert aan de directie over de voortgang van het werk met ons team.
            it | Lei guida il progetto e riferisce alla direzione sui lavori della squadra nella nostra sede con noi.
            pl | Prowadzisz projekt i raportujesz do zarządu o postępie prac oraz dbasz o budżet w zespole.
            """)
    void tellsTheLanguage(String language, String text) {
        assertThat(guess.of(text)).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource({
        "Вы руководите проектом и отчитываетесь перед правлением о ходе работ",
        "您将领导该项目并向董事会汇报工作进展",
        "أنت تقود المشروع وتقدم تقارير إلى مجلس الإدارة",
        "ፕሮጀክቱን ይመራሉ እና ለቦርዱ ሪፖርት ያደርጋሉ"
    })
    void knowsNoOtherScript(String text) {
        assertThat(guess.of(text)).isEqualTo(LanguageGuess.UNKNOWN);
    }

    @Test
    void saysWhenItCannotTell() {
        assertThat(guess.of("")).isEqualTo(LanguageGuess.UNKNOWN);
        assertThat(guess.of("SAP HANA AWS Docker")).isEqualTo(LanguageGuess.UNKNOWN);
    }

    @Test
    void isNotFooledByOneWordRepeated() {
        assertThat(guess.of("You need a plan for the work and a plan for the team, with us. No" + ", no".repeat(300)))
                .isEqualTo("en");
    }

    @Test
    void supportsWhatIsMeasured() {
        assertThat(LanguageGuess.supported("de")).isTrue();
        assertThat(LanguageGuess.supported("sv")).isFalse();
        assertThat(LanguageGuess.supported(LanguageGuess.UNKNOWN)).isFalse();
    }
}
