package pmradar.classify;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The words by which facts are told, in the four languages, each with the roles that it can play.
final class FactWords {

    /// What a word can be in telling a fact; one word may be several things.
    enum Role {
        YEAR,
        MONTH,
        EXPERIENCE,
        /// Says nothing about what the years are in.
        GENERAL,
        /// Begins what the years are in.
        IN,
        RANGE,
        OPTION,
        LEAST,
        MOST,
        MORE,
        /// Before years: they are no experience.
        PERIOD,
        /// The employer speaks of itself.
        OURS,
        /// After years: they are no experience.
        LENGTH,
        PREFER,
        REQUIRE,
        NEGATE,
        EQUIVALENT,
        BACHELOR,
        MASTER,
        DOCTORATE,
        ASSOCIATE,
        VOCATIONAL,
        SECONDARY,
        DEGREE,
        SCHOOLING,
        SUBJECT_END,
        TRAVEL,
        SPOKEN,
        CLEARED,
        CLEARANCE,
        PERCENT;

        private final long bit = 1L << ordinal();
    }

    private static final Map<Long, Entry> WORDS = new HashMap<>();
    private static final HashFile<Entry> FILED;

    /// Among the roles of every word that is in the file, whatever it is there for.
    static final long KNOWN = 1L << 63;

    private record Entry(long parts, int number, @Nullable String language) {}

    static {
        parts();
        degrees();
        numbers();
        languages();
        FILED = new HashFile<>(WORDS);
        WORDS.clear();
    }

    private FactWords() {}

    /// The roles that a word can play, one bit each, and [#KNOWN].
    static long roles(long hash) {
        var entry = FILED.get(hash);
        return entry == null ? 0 : entry.parts | KNOWN;
    }

    static boolean plays(long roles, Role part) {
        return (roles & part.bit) != 0;
    }

    /// The number that a word spells; -1 when it spells none.
    static int number(long hash) {
        var entry = FILED.get(hash);
        return entry == null ? -1 : entry.number;
    }

    /// The ISO 639-1 code of the language that a word names.
    static @Nullable String language(long hash) {
        var entry = FILED.get(hash);
        return entry == null ? null : entry.language;
    }

    private static void add(Role part, String words) {
        for (var word : words.split("\\s+")) {
            WORDS.merge(
                    Tokens.hashOf(word),
                    new Entry(part.bit, -1, null),
                    (a, b) -> new Entry(a.parts | b.parts, a.number, a.language));
        }
    }

    private static void parts() {
        add(Role.YEAR, "year years yr yrs jahr jahre jahren ans an année années año años");
        add(Role.MONTH, "month months monat monate monaten mois mes meses");
        add(Role.EXPERIENCE, "experience experiences exp experienced erfahrung erfahrungen berufserfahrung");
        add(Role.EXPERIENCE, "projekterfahrung praxis berufspraxis expérience expériences experiencia praxiserfahrung");
        add(Role.EXPERIENCE, "leitungserfahrung projektleitungserfahrung führungserfahrung");
        add(Role.GENERAL, "of de d s professional relevant work working related similar comparable proven progressive");
        add(Role.GENERAL, "demonstrated total overall full time practical previous prior solid successful direct post");
        add(
                Role.GENERAL,
                "einschlägige einschlägiger relevante relevanter praktische praktischer berufliche beruflicher");
        add(
                Role.GENERAL,
                "professionnelle réussie similaire significative laboral profesional demostrable previa mínima");
        add(
                Role.GENERAL,
                "graduate postgraduate applicable qualification minimum increasingly responsible hands on recent verifiable qualifying job career einer der");
        add(Role.IN, "in im as als with mit en dans comme como con managing leading working running supervising");
        add(Role.IN, "delivering performing within auf an bei der für sur del developing designing using at");
        add(Role.RANGE, "to bis à a and und et y e through");
        add(Role.OPTION, "or oder ou o bzw beziehungsweise and und et y");
        add(
                Role.LEAST,
                "least minimum min mind mindestens moins minimal mínimo menos above over über more mehr wenigstens");
        add(Role.MOST, "up maximum max maximal höchstens jusqu hasta máximo less");
        add(Role.MORE, "more mehr plus más longer greater");
        add(Role.PERIOD, "last past next every each letzten nächsten derniers dernières últimos within innerhalb alle");
        add(Role.PERIOD, "celebrating since recent");
        add(Role.OURS, "we our us wir unser unsere unserer nous notre nos nosotros nuestra nuestro nuestros");
        add(Role.LENGTH, "old ago age alt contract project projects program programme term degree college university");
        add(Role.LENGTH, "warranty plan history befristet laufzeit roadmap guarantee school anniversary diploma");
        add(Role.PREFER, "preferred prefer preferably plus ideally ideal desirable desired nice bonus asset advantage");
        add(
                Role.PREFER,
                "advantageous beneficial optional helpful welcome wünschenswert idealerweise vorteil vorteilhaft");
        add(Role.PREFER, "gewünscht bevorzugt optimalerweise souhaité souhaitée souhaitable idéalement atout apprécié");
        add(Role.PREFER, "appréciée deseable valorable valorará preferible preferiblemente ideal favorable");
        add(
                Role.REQUIRE,
                "required must mandatory requires require essential necessary needed erforderlich zwingend muss");
        add(
                Role.REQUIRE,
                "voraussetzung vorausgesetzt notwendig exigé exigée requis requise obligatoire indispensable");
        add(Role.REQUIRE, "impératif imprescindible requerido requerida obligatorio necesario necesaria requisito");
        add(Role.NEGATE, "no not without nicht kein keine keinen ohne pas sans aucun aucune sin ningún ninguna");
        add(Role.EQUIVALENT, "equivalent equivalents equivalency equivalence comparable vergleichbare vergleichbar");
        add(
                Role.EQUIVALENT,
                "vergleichbarer gleichwertige gleichwertig équivalent équivalente equivalente lieu substitute");
        add(Role.EQUIVALENT, "substituted commensurate");
        add(
                Role.SUBJECT_END,
                "required preferred or oder ou o is are ist sind and und et y desired including where that who");
        add(
                Role.SUBJECT_END,
                "plus mandatory erforderlich wünschenswert exigée requise deseable sowie ideally but which");
        add(
                Role.TRAVEL,
                "travel traveling travelling travels reisen reise reisebereitschaft reisetätigkeit reiseanteil");
        add(
                Role.TRAVEL,
                "dienstreisen geschäftsreisen reisetätigkeiten déplacements déplacement voyages voyager viajar viajes");
        add(Role.TRAVEL, "desplazamientos desplazamiento");
        add(
                Role.SPOKEN,
                "fluent fluency fluently proficient proficiency spoken written speak speaking speaker language");
        add(Role.SPOKEN, "languages native bilingual trilingual multilingual mother tongue oral verbal b1 b2 c1 c2 a2");
        add(Role.SPOKEN, "verhandlungssicher verhandlungssichere fließend fließende fließendes muttersprache sprache");
        add(Role.SPOKEN, "muttersprachlich sprachen sprachkenntnisse kenntnisse wort schrift sprechen sprichst");
        add(
                Role.SPOKEN,
                "courant couramment courante maîtrise maitrisez maîtrisez parlé parlée lu écrit langue langues");
        add(Role.SPOKEN, "bilingue niveau oral nivel idioma idiomas dominio fluido fluida hablado alto hablar skills");
        add(Role.SPOKEN, "command knowledge communication sehr gute guten level toeic ielts toefl conversational");
        add(Role.CLEARANCE, "clearance clearances");
        add(Role.CLEARED, "security secret top ts sci sc dv dod nato government active current public trust cleared");
        add(
                Role.CLEARED,
                "q l baseline nv1 nv2 bpss eligible polygraph poly ci interim us uk federal classified vetting");
        add(Role.CLEARED, "sicherheitsüberprüfung sicherheitsüberprüfungen sicherheitsüberprüft ü1 ü2 ü3 habilitation");
        add(Role.CLEARED, "habilitación acreditación");
        add(Role.PERCENT, "percent prozent pourcent cent ciento");
    }

    private static void degrees() {
        add(
                Role.BACHELOR,
                "bachelor bachelors baccalaureate undergraduate bsc beng btech bba bs ba licence licenciatura");
        add(
                Role.BACHELOR,
                "grado graduado ingeniería fachhochschulstudium bachelorstudium bachelorabschluss bacharelado");
        add(
                Role.BACHELOR,
                "hochschulstudium studium hochschulabschluss fachhochschulabschluss universitätsabschluss studienabschluss");
        add(
                Role.MASTER,
                "master masters msc meng mba ms ma maîtrise máster postgraduate diplom diplomstudium masterstudium");
        add(Role.MASTER, "masterabschluss magister mastère máster dea dess");
        add(Role.DOCTORATE, "phd doctorate doctoral doctorat doctorado promotion doktor doktorat dphil");
        add(Role.ASSOCIATE, "associate associates hnd hnc bts dut iut techniker meister techniker fachwirt");
        add(Role.VOCATIONAL, "apprenticeship vocational ausbildung berufsausbildung lehre fachausbildung cap");
        add(Role.SECONDARY, "ged abitur baccalauréat matura bachillerato hochschulreife");
        add(Role.SCHOOLING, "school bac bac+");
        add(
                Role.DEGREE,
                "degree degrees diploma diplôme titulación título abschluss certificate studies graduate titulo");
    }

    private static void numbers() {
        spelled("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen", 1);
        spelled("ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf", 1);
        spelled("un deux trois quatre cinq six sept huit neuf dix onze douze", 1);
        spelled("uno dos tres cuatro cinco seis siete ocho nueve diez once doce", 1);
        spelled("twenty", 20);
        spelled("quinze quince", 15);
        WORDS.put(Tokens.hashOf("quince"), new Entry(0, 15, null));
        WORDS.merge(Tokens.hashOf("eine"), new Entry(0, 1, null), (a, b) -> new Entry(a.parts, 1, a.language));
        WORDS.merge(Tokens.hashOf("einem"), new Entry(0, 1, null), (a, b) -> new Entry(a.parts, 1, a.language));
    }

    private static void spelled(String words, int first) {
        var number = first;
        for (var word : words.split(" ")) {
            var value = number++;
            WORDS.merge(
                    Tokens.hashOf(word), new Entry(0, value, null), (a, b) -> new Entry(a.parts, value, a.language));
        }
    }

    private static void languages() {
        language("en", "english", "englisch", "anglais", "inglés", "englische", "inglesa", "anglaise");
        language("de", "german", "deutsch", "allemand", "alemán", "deutsche", "allemande");
        language("fr", "french", "französisch", "français", "francés", "französische", "française");
        language("es", "spanish", "spanisch", "espagnol", "español", "castellano", "castilian");
        language("it", "italian", "italienisch", "italien", "italiano", "italiana");
        language("pt", "portuguese", "portugiesisch", "portugais", "portugués", "português");
        language("nl", "dutch", "niederländisch", "néerlandais", "neerlandés", "holländisch", "flemish");
        language("pl", "polish", "polnisch", "polonais", "polaco");
        language("cs", "czech", "tschechisch", "tchèque", "checo");
        language("sv", "swedish", "schwedisch", "suédois", "sueco", "svenska");
        language("da", "danish", "dänisch", "danois", "danés");
        language("no", "norwegian", "norwegisch", "norvégien", "noruego");
        language("fi", "finnish", "finnisch", "finnois", "finlandés");
        language("ru", "russian", "russisch", "russe", "ruso");
        language("uk", "ukrainian", "ukrainisch", "ukrainien");
        language("hy", "armenian", "armenisch", "arménien");
        language("tr", "turkish", "türkisch", "turc", "turco");
        language("ar", "arabic", "arabisch", "arabe", "árabe");
        language("he", "hebrew", "hebräisch", "hébreu", "hebreo");
        language("zh", "chinese", "mandarin", "cantonese", "chinesisch", "chinois", "chino", "mandarín");
        language("ja", "japanese", "japanisch", "japonais", "japonés");
        language("ko", "korean", "koreanisch", "coréen", "coreano");
        language("hi", "hindi");
        language("ca", "catalan", "catalán", "katalanisch");
        language("el", "greek", "griechisch", "grec", "griego");
        language("hu", "hungarian", "ungarisch", "hongrois", "húngaro");
        language("ro", "romanian", "rumänisch", "roumain", "rumano");
        language("bg", "bulgarian", "bulgarisch", "bulgare");
        language("sk", "slovak", "slowakisch", "slovaque");
        language("vi", "vietnamese", "vietnamesisch");
        language("th", "thai");
        language("id", "bahasa", "indonesian");
        language("sw", "swahili", "kiswahili");
        language("am", "amharic");
    }

    private static void language(String code, String... names) {
        for (var name : names) {
            put(name, code, 0);
            // Such a word says by itself that the language is meant to be spoken.
            for (var tail : new String[] {"kenntnisse", "kenntnissen", "sprachig", "sprachige", "kenntnis"}) {
                put(name + tail, code, Role.SPOKEN.bit);
            }
            put(name + "speaking", code, Role.SPOKEN.bit);
        }
    }

    private static void put(String word, String code, long parts) {
        WORDS.merge(
                Tokens.hashOf(word),
                new Entry(parts, -1, code),
                (a, b) -> new Entry(a.parts | b.parts, a.number, code));
    }
}
