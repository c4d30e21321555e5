package pmradar.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactsReaderTest {

    private static final Taxonomy TAXONOMY = Taxonomy.builtIn();
    private static final FactsReader READER = new FactsReader();

    private static Facts facts(String... clauses) {
        return facts(Section.Kind.REQUIREMENTS, clauses);
    }

    private static Facts facts(Section.Kind section, String... clauses) {
        var text = String.join("\n", clauses);
        var cut = new ArrayList<Clause>();
        var start = 0;
        for (var clause : clauses) {
            cut.add(new Clause(start, start + clause.length(), section, true));
            start += clause.length() + 1;
        }
        var whole = new Cut(text, "und", List.of(new Section(section, 0, text.length())), cut);
        return READER.read(whole, TAXONOMY.find(text));
    }

    private static String told(Facts.Years years) {
        return "%d%s%s%s"
                .formatted(
                        years.min(),
                        years.max() == null ? "+" : "-" + years.max(),
                        years.necessity() == Evidence.Necessity.PREFERRED ? " preferred" : "",
                        years.in() == null ? "" : " in " + years.in());
    }

    private static String years(Facts facts) {
        var all = new ArrayList<String>();
        if (facts.years() != null) all.add(told(facts.years()));
        facts.specialYears().forEach(years -> all.add(told(years)));
        return all.isEmpty() ? "none" : String.join("; ", all);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            5 years of experience                                             | 5+
            5+ years of professional experience                               | 5+
            At least five years of relevant work experience                   | 5+
            Minimum of ten (10) years' experience                             | 10+
            three to five years of experience                                 | 3-5
            3-5 years experience                                              | 3-5
            3–5 years of experience                                           | 3-5
            between 4 and 6 years of experience required                      | 4-6
            7 or more years of experience                                     | 7+
            10 plus years of progressive experience                           | 10+
            Up to 3 years of experience                                       | 0-3
            18 months of experience                                           | 1+
            24 months experience in logistics                                 | 2+ in logistics
            5 years of experience in software development                     | 5+ in software development
            8+ years of project management experience                         | 8+ in project management
            4 years experience as a network engineer                          | 4+ in network engineer
            6 years managing infrastructure projects                          | 6+ in managing infrastructure projects
            2 years of hands-on experience with SAP preferred                 | 2+ preferred in SAP
            Experience in construction management (5+ years)                  | 5+ in construction management
            Ideally 3 years of experience in banking                          | 3+ preferred in banking
            12 years' experience, including 5 years of experience in banking  | 12+; 5+ in banking
            At least 2-year experience of leading teams                       | 2+ in leading teams
            A 3-year project                                                  | none
            We have grown for 20 years                                        | none
            You are at least 18 years old                                     | none
            experience gained in the last 5 years                             | none
            four-year degree and experience                                   | none
            several years of experience                                       | none
            500 years of experience                                           | none
            Mindestens 3 Jahre Berufserfahrung                                | 3+
            mind. 5 Jahre Erfahrung im Projektmanagement                      | 5+ in Projektmanagement
            3 bis 5 Jahre Berufserfahrung                                     | 3-5
            fünf Jahre einschlägige Berufserfahrung                           | 5+
            Mehrjährige Berufserfahrung                                       | none
            Erfahrung im Tiefbau von mindestens 5 Jahren                      | 5+ in Tiefbau
            Zwei Jahre Erfahrung mit SAP wünschenswert                        | 2+ preferred in SAP
            mehr als 10 Jahre Erfahrung in der Leitung von Projekten          | 10+ in Leitung von Projekten
            befristet auf 2 Jahre                                             | none
            5 ans d'expérience                                                | 5+
            au moins 3 ans d'expérience en gestion de projet                  | 3+ in gestion de projet
            Expérience de 5 ans minimum                                       | 5+
            de 3 à 5 ans d'expérience                                         | 3-5
            cinq années d'expérience professionnelle                          | 5+
            2 ans d'expérience dans le bâtiment souhaités                     | 2+ in bâtiment souhaités
            Al menos 5 años de experiencia                                    | 5+
            mínimo 3 años de experiencia en construcción                      | 3+ in construcción
            entre 3 y 5 años de experiencia                                   | 3-5
            tres años de experiencia laboral                                  | 3+
            más de 8 años de experiencia como jefe de proyecto                | 8+ in jefe de proyecto
            """)
    void readsYears(String clause, String expected) {
        assertThat(years(facts(clause))).isEqualTo(expected);
    }

    private static String degrees(Facts facts) {
        return facts.degrees().isEmpty()
                ? "none"
                : facts.degrees().stream()
                        .map(d -> d.level()
                                + (d.fields().isEmpty() ? "" : " " + d.fields())
                                + (d.technical() ? " technical" : "")
                                + (d.alternative() ? " or else" : "")
                                + (d.necessity() == Evidence.Necessity.PREFERRED ? " preferred" : ""))
                        .collect(Collectors.joining("; "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Bachelor's degree in computer science                       | BACHELOR [computer science] technical
            BSc in Civil Engineering required                           | BACHELOR [civil engineering] technical
            Bachelor degree in business administration                  | BACHELOR [business administration]
            Bachelor's degree in business administration or computer science | BACHELOR [business administration, computer science]
            Bachelor's degree or equivalent experience                  | BACHELOR or else
            Bachelor's or Master's degree in electrical engineering     | BACHELOR [electrical engineering] technical
            BS/MS in Mechanical Engineering                             | BACHELOR [mechanical engineering] technical
            Bachelor's degree required, Master's degree preferred       | BACHELOR; MASTER preferred
            PhD in physics preferred                                    | DOCTORATE [physics] technical preferred
            Master's degree in information systems, a plus              | MASTER [information systems] technical preferred
            Computer science degree                                     | BACHELOR [computer science] technical
            Associate's degree in electronics engineering               | ASSOCIATE [electronics engineering] technical
            High school diploma or GED                                  | SECONDARY
            MBA a plus                                                  | MASTER [business administration] preferred
            University degree                                           | BACHELOR
            A high degree of autonomy                                   | none
            Certified scrum master                                      | none
            Maintains the master schedule                               | none
            Knows MS Office and MS Project                              | none
            Reports to the associate director                           | none
            Abgeschlossenes Studium der Informatik                      | BACHELOR [computer science] technical
            Studium der Betriebswirtschaftslehre oder vergleichbare Qualifikation | BACHELOR [business administration] or else
            Diplom im Bauingenieurwesen                                 | MASTER [civil engineering] technical
            Abgeschlossene Berufsausbildung                             | VOCATIONAL
            Bac+5 en génie civil                                        | MASTER [civil engineering] technical
            Licence ou Master en informatique                           | BACHELOR [computer science] technical
            Grado en ingeniería informática o equivalente               | BACHELOR [computer science] technical or else
            Máster en administración de empresas deseable               | MASTER [business administration] preferred
            """)
    void readsDegrees(String clause, String expected) {
        assertThat(degrees(facts(clause))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Associate in Project Management certificate    | Associate in Project Management
            BVOP Certified Project Manager                 | BVOP Certified Project Manager
            CAPM or similar                                | Certified Associate in Project Management
            Certified Associate in Project Management      | Certified Associate in Project Management
            Certified Project Director                     | Certified Project Director
            certificate: CPD, PMP                          | Certified Project Director;Project Management Professional
            Certified Project Management Practitioner      | Certified Project Management Practitioner
            CPMP certification                             | Certified Project Management Practitioner
            Certified Project Manager                      | Certified Project Manager
            PMP, CPM or PRINCE2                            | Project Management Professional;Certified Project Manager;PRINCE2 Foundation and Practitioner
            Certified ScrumMaster                          | Certified ScrumMaster
            CSM certification                              | Certified ScrumMaster
            CompTIA Project+                               | CompTIA Project+
            Master Project Manager                         | Master Project Manager
            MPM certification                              | Master Project Manager
            PRINCE2 Foundation and Practitioner            | PRINCE2 Foundation and Practitioner
            PRINCE2® Practitioner                          | PRINCE2 Foundation and Practitioner
            Project Management in IT Security              | Project Management in IT Security
            PMP® preferred                                 | Project Management Professional
            Project Management Professional (PMP)          | Project Management Professional
            PgMP                                           | Program Management Professional
            IPMA Level C                                   | IPMA Level C
            zertifiziert nach IPMA                         | IPMA
            """)
    void knowsManagementCertificates(String clause, String expected) {
        var certificates = facts(clause).certificates();
        assertThat(certificates).allMatch(Facts.Certificate::management);
        assertThat(certificates.stream().map(Facts.Certificate::name)).containsExactly(expected.split(";"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CISSP required                     | CISSP
            CCNA or CCNP                       | CCNA;CCNP
            AWS Certified Solutions Architect  | AWS Certified Solutions Architect
            PE license required                | professional engineer
            TOGAF certification                | TOGAF
            Security+                          | CompTIA Security+
            """)
    void knowsTechnicalCertificates(String clause, String expected) {
        var certificates = facts(clause).certificates();
        assertThat(certificates).noneMatch(Facts.Certificate::management);
        assertThat(certificates.stream().map(Facts.Certificate::name)).containsExactly(expected.split(";"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Works with the Customer Success team (CSM)
            Prepares CPM schedules
            Holds regular CPD training
            Backed by a leading PE firm
            """)
    void takesNoOtherAbbreviationForACertificate(String clause) {
        assertThat(facts(clause).certificates()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Must hold an active Secret clearance                     | active Secret clearance
            Active TS/SCI clearance with polygraph                   | Active TS/SCI clearance
            Top Secret security clearance required                   | Top Secret security clearance
            SC clearance                                             | SC clearance
            You are SC cleared                                       | SC cleared
            DV cleared or eligible                                   | DV cleared
            Public Trust                                             | Public Trust
            Bereitschaft zur Sicherheitsüberprüfung                  | Sicherheitsüberprüfung
            Habilitation secret défense exigée                       | Habilitation secret défense
            habilitación de seguridad                                | habilitación de seguridad
            No security clearance required                           | none
            Coordinates customs clearance                            | none
            Site clearance works                                     | none
            """)
    void readsClearance(String clause, String expected) {
        assertThat(String.valueOf(
                        facts(clause).clearance() == null
                                ? "none"
                                : facts(clause).clearance()))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Fluent in English and German                           | en de
            English (C1), French is a plus                         | en fr
            Deutschkenntnisse auf Niveau C1                        | de
            Verhandlungssicheres Deutsch und sehr gutes Englisch in Wort und Schrift | de en
            Anglais courant                                        | en
            Maîtrise de l'anglais et du français                   | en fr
            Nivel alto de inglés                                   | en
            Spanish speaking                                       | es
            Excellent written and spoken Dutch                     | nl
            Polish the deck for executives                         |
            Oversees the installation of French doors              |
            """)
    void readsLanguages(String clause, String expected) {
        assertThat(String.join(" ", facts(clause).languages())).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Up to 25% travel                              | 25
            Travel 25-50%                                 | 50
            Willingness to travel up to 30 percent        | 30
            Travel required: 10 %                         | 10
            Reisebereitschaft 50 %                        | 50
            Reisebereitschaft von ca. 20 Prozent          | 20
            Déplacements à prévoir (30%)                  | 30
            Disponibilidad para viajar al 40%             | 40
            No travel                                     | 0
            Some travel                                   |
            Manages 80% of the travel agency's accounts   | 80
            Reduce cost by 20%                            |
            """)
    void readsTravel(String clause, Integer expected) {
        assertThat(facts(clause).travel()).isEqualTo(expected);
    }

    @Test
    void aHeadingMakesPreferredWhatItsClausesLeaveOpen() {
        var facts = facts(Section.Kind.PREFERRED, "PMP", "5 years of experience", "Master's degree required");
        assertThat(facts.certificates().getFirst().necessity()).isEqualTo(Evidence.Necessity.PREFERRED);
        assertThat(years(facts)).isEqualTo("5+ preferred");
        assertThat(degrees(facts)).isEqualTo("MASTER");
    }

    @Test
    void aMustOutranksAWishForTheSameCertificate() {
        var facts = facts("PMP preferred", "PMP required");
        assertThat(facts.certificates())
                .containsExactly(
                        new Facts.Certificate("Project Management Professional", true, Evidence.Necessity.MUST));
    }

    @Test
    void whatTheEmployerSaysOfItselfIsNoFact() {
        assertThat(facts(Section.Kind.EMPLOYER, "Our people have 20 years of experience and a PMP"))
                .isEqualTo(Facts.NONE);
    }

    @Test
    void clausesDoNotShareFacts() {
        var facts = facts("Bachelor's degree", "Knows computer science", "Fluent in English", "German engineering");
        assertThat(degrees(facts)).isEqualTo("BACHELOR");
        assertThat(facts.languages()).containsExactly("en");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5 years of experience, ",
                "Bachelor or Master in ",
                "PMP and ",
                "travel 5% ",
                "TS/SCI ",
                "5 ",
                "we "
            })
    void staysLinearWhateverAClauseHolds(String piece) {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> facts(piece.repeat(2_000_000 / piece.length())));
    }
}
