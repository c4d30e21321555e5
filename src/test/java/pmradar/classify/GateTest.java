package pmradar.classify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The gate rows of LABELS.md §6, on invented postings: the body decides, whatever the title says.
class GateTest {

    private static final Gate GATE = new Gate(ModelFile.shipped());
    private static final Cutter CUTTER = new Cutter(Lexicon.load());
    private static final LanguageGuess LANGUAGES = new LanguageGuess();

    private static GateDecision decide(String title, String text) {
        return GATE.decide(title, CUTTER.cut(title, text, LANGUAGES.of(text)));
    }

    @Test
    void passesAProjectManagerByTitleAndDuties() {
        var decision = decide("IT Project Manager", """
                Responsibilities
                - Plan and lead projects from initiation to close-out
                - Own the project schedule, track milestones and report status to the steering committee
                - Manage the project budget and forecast costs
                - Keep the risk register and escalate issues in time
                Requirements
                - Five years of experience as a project manager
                - PMP or PRINCE2 certification
                """);
        assertThat(decision.passed()).isTrue();
        assertThat(decision.family()).isEqualTo(Family.PROJECT);
        assertThat(decision.sureness()).isGreaterThan(0.9);
    }

    @Test
    void setsAsideAProductManagerHoweverTechnical() {
        var decision = decide("Technical Product Manager", """
                What you will do
                - Define the product vision and strategy for our payments API
                - Talk to customers, understand user needs and write user stories
                - Prioritise the product backlog with data from experiments
                - Decide which features we build next and why
                - Work with designers and engineers on the product roadmap
                What we look for
                - Experience as a product manager for developer products
                - You can read code and discuss architecture with engineers
                """);
        assertThat(decision.passed()).isFalse();
        assertThat(decision.reason()).contains("product");
    }

    @Test
    void passesAProductManagerWhoseBodyRunsDeliveries() {
        var decision = decide("Product Manager", """
                Your tasks
                - You build the project plan for each customer delivery and keep it up to date
                - You own the schedule, milestones and deadlines across all workstreams
                - You manage the project budget and report costs monthly
                - You identify risks and dependencies early and agree mitigation with stakeholders
                - You write the status report and chair the weekly project meeting
                Your profile
                - Several years of project management experience
                - PMP is a plus
                """);
        assertThat(decision.passed()).isTrue();
    }

    @Test
    void setsAsideAProjectManagerWhoSells() {
        var decision = decide("Project Manager Sales", """
                Your role
                - Acquire new customers in your territory and close deals
                - Prospect leads, make cold calls and build a sales pipeline
                - Reach your quota and upsell to existing accounts
                - Maintain client relationships and negotiate renewals
                - Present our offer at trade fairs
                Your profile
                - Proven sales record in a business development role
                - Commission-driven and persuasive
                """);
        assertThat(decision.passed()).isFalse();
        assertThat(decision.reason()).contains("selling");
    }

    @Test
    void setsAsideAScrumMasterWhoOnlyRunsCeremonies() {
        var decision = decide("Scrum Master", """
                Your tasks
                - Facilitate daily stand-ups, sprint planning, reviews and retrospectives
                - Coach two teams in agile principles and self-organisation
                - Act as a servant leader and foster continuous improvement
                - Moderate conflicts within the team
                - Help the product owner to refine the backlog
                Your profile
                - Experience as a scrum master
                - CSM certificate
                """);
        assertThat(decision.passed()).isFalse();
    }

    @Test
    void passesAScrumMasterWhoOwnsReleasePlanAndRisks() {
        var decision = decide("Scrum Master / Delivery Lead", """
                Your tasks
                - Own the release plan and the milestones of three delivery teams
                - Track risks, issues and dependencies and escalate them
                - Report progress, budget and forecast to stakeholders every two weeks
                - Manage the project timeline with the customer and the steering committee
                - Facilitate sprint planning and retrospectives
                Your profile
                - Former developer who reads code
                - Experience in project management of software deliveries
                """);
        assertThat(decision.passed()).isTrue();
        assertThat(decision.family()).isEqualTo(Family.SCRUM_MASTER);
    }

    @Test
    void setsAsideAnEngineeringManager() {
        assertThat(decide("Engineering Manager", """
                                You will
                                - Lead a team of eight software engineers, hold one-on-ones and performance reviews
                                - Hire and mentor engineers and support their career development
                                - Guide the architecture of our distributed systems and do code reviews
                                - Write code in Java and Kotlin when it helps the team
                                Requirements
                                - Experience as a software engineer and in people management
                                - Knowledge of Kubernetes, AWS and Kafka
                                """).passed()).isFalse();
    }

    @Test
    void setsAsideAProjectEngineerWhoMostlyDesigns() {
        assertThat(decide("Project Engineer", """
                                Duties
                                - Prepare design calculations and technical drawings for pressure vessels
                                - Build 3D models in CAD and check drawings of suppliers
                                - Write technical specifications for equipment
                                - Carry out stress analysis and prototype tests
                                - Support production with engineering questions
                                Requirements
                                - Degree in mechanical engineering
                                - Knowledge of AutoCAD and finite element methods
                                """).passed()).isFalse();
    }

    @Test
    void setsAsideAnAccountManager() {
        assertThat(decide("Account Manager", """
                                Responsibilities
                                - Look after a book of business of forty key accounts
                                - Build client relationships and secure renewals
                                - Identify upsell opportunities and reach revenue targets
                                - Act as first contact for customer satisfaction
                                Requirements
                                - Experience in account management or customer success
                                """).passed()).isFalse();
    }

    @Test
    void setsAsideAProjectAccountant() {
        assertThat(decide("Project Accountant", """
                                Duties
                                - Prepare invoices, post entries to the general ledger and reconcile accounts
                                - Month-end closing and cash flow statements
                                - Check supplier invoices against purchase orders
                                - Assist the auditors with documents
                                Requirements
                                - Degree in accounting
                                - Bookkeeping experience in construction
                                """).passed()).isFalse();
    }

    @Test
    void passesACoordinatorWhoKeepsPlanAndRiskLog() {
        var decision = decide("Project Coordinator", """
                Responsibilities
                - Maintain the project plan and update the schedule every week
                - Keep the risk and issue log and follow up on open actions
                - Track milestones, deliverables and the project budget
                - Prepare status reports for the project sponsor
                Requirements
                - Two years of experience in project coordination
                """);
        assertThat(decision.passed()).isTrue();
        assertThat(decision.family()).isEqualTo(Family.COORDINATOR);
    }

    @Test
    void passesAPmoLeadResponsibleForPortfolioPlanAndReporting() {
        var decision = decide("PMO Lead", """
                Responsibilities
                - Own the portfolio plan of forty projects and its milestones
                - Consolidate project status reports and present them to the executive board
                - Control project budgets and resource planning across the portfolio
                - Set project management standards and risk management
                Requirements
                - Experience in a project management office
                """);
        assertThat(decision.passed()).isTrue();
        assertThat(decision.family()).isEqualTo(Family.PMO);
    }

    @Test
    void passesAnImplementationManagerWithPlanMilestonesAndRisks() {
        assertThat(decide("Implementation Manager", """
                                What you do
                                - Own the onboarding project plan of each new customer from kick-off to go-live
                                - Set milestones and keep the project on schedule
                                - Manage project risks and dependencies with the customer's stakeholders
                                - Configure single sign-on and API integrations together with the customer
                                What you bring
                                - Experience in leading implementation projects
                                """).passed()).isTrue();
    }

    @Test
    void passesASchedulerWithReportingAsPmo() {
        var decision = decide("Project Scheduler", """
                Duties
                - Develop and maintain the integrated master schedule of the construction project in Primavera P6
                - Analyse the critical path and report schedule variance to the project manager every month
                - Track progress against the baseline and forecast completion dates
                - Assess schedule risks and the impact of change orders
                Requirements
                - Five years of experience in project controls
                """);
        assertThat(decision.passed()).isTrue();
        assertThat(decision.family()).isEqualTo(Family.PMO);
    }

    @Test
    void passesASiteManagerResponsibleForDatesCostsAndReports() {
        assertThat(decide("Bauleiter (m/w/d)", """
                                Ihre Aufgaben
                                - Verantwortung für Termine, Kosten und Qualität der Bauprojekte
                                - Steuerung der Nachunternehmer und Nachtragsmanagement
                                - Erstellung von Terminplänen und Berichten an den Bauherrn
                                - Budgetkontrolle und Leistungsmeldung
                                Ihr Profil
                                - Mehrjährige Erfahrung als Bauleiter
                                """).passed()).isTrue();
    }

    @Test
    void setsAsideAForemanWhoOnlyLeadsCraftsmen() {
        assertThat(decide("Vorarbeiter Montage", """
                                Ihre Aufgaben
                                - Anleitung der Monteure und Handwerker auf der Baustelle
                                - Montage von Rohrleitungen und Heizungsanlagen
                                - Einteilung der Schichten
                                - Mitarbeit bei Wartung und Reparatur
                                Ihr Profil
                                - Abgeschlossene Ausbildung im Handwerk
                                - Führerschein Klasse B
                                """).passed()).isFalse();
    }

    @Test
    void readsGermanDuties() {
        assertThat(decide("Projektleiter (m/w/d)", """
                                Ihre Aufgaben
                                - Leitung und Steuerung von Kundenprojekten von der Planung bis zur Abnahme
                                - Verantwortung für Termine, Budget und Ressourcen
                                - Risikomanagement und Reporting an den Lenkungsausschuss
                                Ihr Profil
                                - Erfahrung im Projektmanagement
                                """).passed()).isTrue();
    }

    @Test
    void readsFrenchDuties() {
        assertThat(decide("Chef de projet (H/F)", """
                                Vos missions
                                - Piloter les projets de la planification à la mise en œuvre
                                - Suivre le planning, les jalons et le budget du projet
                                - Identifier les risques et animer les comités de pilotage
                                - Assurer le reporting projet auprès des parties prenantes
                                Votre profil
                                - Expérience confirmée en gestion de projet
                                """).passed()).isTrue();
    }

    @Test
    void readsSpanishDuties() {
        assertThat(decide("Jefe de proyecto", """
                                Funciones
                                - Planificar y gestionar proyectos desde el inicio hasta el cierre
                                - Controlar el cronograma, los hitos y el presupuesto del proyecto
                                - Gestionar riesgos y dependencias e informar a las partes interesadas
                                Requisitos
                                - Experiencia en gestión de proyectos
                                """).passed()).isTrue();
    }

    @Test
    void setsAsideASpanishSalesman() {
        assertThat(decide("Asesor comercial", """
                                Funciones
                                - Captación de nuevos clientes y ventas en la zona asignada
                                - Seguimiento comercial de la cartera y cierre de ventas
                                - Presentación de productos en ferias
                                Requisitos
                                - Experiencia en ventas y orientación comercial
                                """).passed()).isFalse();
    }

    @Test
    void passesACutOffTextOnlyWhenTitleAndBodyNameTheRole() {
        assertThat(decide("Project Manager", "We are a leader in snacks. As project manager you will join our")
                        .passed())
                .isTrue();
        var silent = decide("Project Manager", "We are a leader in snacks. Our story began in a small");
        assertThat(silent.passed()).isFalse();
        assertThat(silent.insufficient()).isTrue();
    }

    @Test
    void judgesAOneParagraphSummaryThatNamesDuties() {
        var decision = decide(
                "Programme Manager",
                "You lead the programme from plan to close, keep its milestones and budget, and report risks to the sponsor.");
        assertThat(decision.insufficient()).isFalse();
        assertThat(decision.passed()).isTrue();
        assertThat(decision.family()).isEqualTo(Family.PROGRAM);
    }

    @Test
    void doesNotGuessAtATextItCannotRead() {
        var chinese = "您将领导该项目并向董事会汇报工作进展，负责预算和时间表。".repeat(20);
        var cook = decide("厨师", chinese);
        assertThat(cook.passed()).isFalse();
        assertThat(cook.sureness()).isEqualTo(0.5);
        assertThat(cook.reason()).contains("language");
        assertThat(decide("Project Manager 上海", chinese).passed()).isTrue();
    }

    @Test
    void isNotSureInALanguageItReadsOnlyInPart() {
        var decision = decide("Projektledare", """
                Du leder projektet från start till mål och ansvarar för tidplan, budget och risker.
                Du rapporterar till styrgruppen och har kontakt med kunden. Vi söker dig som har lett projekt förut.
                """);
        assertThat(decision.passed()).isTrue();
        assertThat(decision.sureness()).isLessThanOrEqualTo(0.71);
    }

    @Test
    void takesTheRoleFromTheFirstPartOfTheTitle() {
        var decision = decide("Program Manager, Mergers and Acquisitions, Corporate Engineering", """
                Responsibilities
                - Manage a portfolio of integration projects: schedule, deliverables, cost and resources
                - Report status and risks to the steering committee
                Qualifications
                - Ten years of experience managing complex projects
                """);
        assertThat(decision.passed()).isTrue();
        assertThat(decision.family()).isEqualTo(Family.PROGRAM);
    }

    @Test
    void staysLinearInHostileText() {
        var line = "project plan ".repeat(400_000);
        var wrapped = "a\n   ".repeat(200_000);
        org.assertj.core.api.Assertions.assertThatNoException().isThrownBy(() -> {
            GATE.decide(line, new Cut(line, "en", java.util.List.of(), java.util.List.of()));
            GATE.decide(wrapped, new Cut(wrapped, "en", java.util.List.of(), java.util.List.of()));
        });
        assertThat(decide("", "").passed()).isFalse();
        assertThat(decide("\u202Eproject\u200B manager\uD800", "\uDC00\u0000").insufficient())
                .isTrue();
    }
}
