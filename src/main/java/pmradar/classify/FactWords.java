package pmradar.classify;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The words by which facts are told, in the four languages, each with the parts that it can play.
final class FactWords {

    /// A part that a word can play; one word may play several.
    enum Part {
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

    private record Entry(long parts, int number, @Nullable String language) {
        private static final Entry EMPTY = new Entry(0, -1, null);
    }

    static {
        parts();
        degrees();
        numbers();
        languages();
    }

    private FactWords() {}

    static boolean plays(long hash, Part part) {
        return (entry(hash).parts & part.bit) != 0;
    }

    /// The number that a word spells; -1 when it spells none.
    static int number(long hash) {
        return entry(hash).number;
    }

    /// The ISO 639-1 code of the language that a word names.
    static @Nullable String language(long hash) {
        return entry(hash).language;
    }

    static boolean known(long hash) {
        return WORDS.containsKey(hash);
    }

    private static Entry entry(long hash) {
        return WORDS.getOrDefault(hash, Entry.EMPTY);
    }

    private static void add(Part part, String words) {
        for (var word : words.split("\\s+")) {
            WORDS.merge(
                    Tokens.hashOf(word),
                    new Entry(part.bit, -1, null),
                    (a, b) -> new Entry(a.parts | b.parts, a.number, a.language));
        }
    }

    private static void parts() {
        add(Part.YEAR, "year years yr yrs jahr jahre jahren ans an année années año años");
        add(Part.MONTH, "month months monat monate monaten mois mes meses");
        add(Part.EXPERIENCE, "experience experiences exp experienced erfahrung erfahrungen berufserfahrung");
        add(Part.EXPERIENCE, "projekterfahrung praxis berufspraxis expérience expériences experiencia praxiserfahrung");
        add(Part.EXPERIENCE, "leitungserfahrung projektleitungserfahrung führungserfahrung");
        add(Part.GENERAL, "of de d s professional relevant work working related similar comparable proven progressive");
        add(Part.GENERAL, "demonstrated total overall full time practical previous prior solid successful direct post");
        add(Part.GENERAL, "einschlägige einschlägiger relevante relevanter praktische praktischer berufliche beruflicher");
        add(Part.GENERAL, "professionnelle réussie similaire significative laboral profesional demostrable previa mínima");
        add(Part.GENERAL, "graduate postgraduate applicable qualification minimum increasingly responsible hands on recent verifiable qualifying job career einer der");
        add(Part.IN, "in im as als with mit en dans comme como con managing leading working running supervising");
        add(Part.IN, "delivering performing within auf an bei der für sur del developing designing using at");
        add(Part.RANGE, "to bis à a and und et y e through");
        add(Part.OPTION, "or oder ou o bzw beziehungsweise and und et y");
        add(Part.LEAST, "least minimum min mind mindestens moins minimal mínimo menos above over über more mehr wenigstens");
        add(Part.MOST, "up maximum max maximal höchstens jusqu hasta máximo less");
        add(Part.MORE, "more mehr plus más longer greater");
        add(Part.PERIOD, "last past next every each letzten nächsten derniers dernières últimos within innerhalb alle");
        add(Part.PERIOD, "celebrating since recent");
        add(Part.OURS, "we our us wir unser unsere unserer nous notre nos nosotros nuestra nuestro nuestros");
        add(Part.LENGTH, "old ago age alt contract project projects program programme term degree college university");
        add(Part.LENGTH, "warranty plan history befristet laufzeit roadmap guarantee school anniversary diploma");
        add(Part.PREFER, "preferred prefer preferably plus ideally ideal desirable desired nice bonus asset advantage");
        add(Part.PREFER, "advantageous beneficial optional helpful welcome wünschenswert idealerweise vorteil vorteilhaft");
        add(Part.PREFER, "gewünscht bevorzugt optimalerweise souhaité souhaitée souhaitable idéalement atout apprécié");
        add(Part.PREFER, "appréciée deseable valorable valorará preferible preferiblemente ideal favorable");
        add(Part.REQUIRE, "required must mandatory requires require essential necessary needed erforderlich zwingend muss");
        add(Part.REQUIRE, "voraussetzung vorausgesetzt notwendig exigé exigée requis requise obligatoire indispensable");
        add(Part.REQUIRE, "impératif imprescindible requerido requerida obligatorio necesario necesaria requisito");
        add(Part.NEGATE, "no not without nicht kein keine keinen ohne pas sans aucun aucune sin ningún ninguna");
        add(Part.EQUIVALENT, "equivalent equivalents equivalency equivalence comparable vergleichbare vergleichbar");
        add(Part.EQUIVALENT, "vergleichbarer gleichwertige gleichwertig équivalent équivalente equivalente lieu substitute");
        add(Part.EQUIVALENT, "substituted commensurate");
        add(Part.SUBJECT_END, "required preferred or oder ou o is are ist sind and und et y desired including where that who");
        add(Part.SUBJECT_END, "plus mandatory erforderlich wünschenswert exigée requise deseable sowie ideally but which");
        add(Part.TRAVEL, "travel traveling travelling travels reisen reise reisebereitschaft reisetätigkeit reiseanteil");
        add(Part.TRAVEL, "dienstreisen geschäftsreisen reisetätigkeiten déplacements déplacement voyages voyager viajar viajes");
        add(Part.TRAVEL, "desplazamientos desplazamiento");
        add(Part.SPOKEN, "fluent fluency fluently proficient proficiency spoken written speak speaking speaker language");
        add(Part.SPOKEN, "languages native bilingual trilingual multilingual mother tongue oral verbal b1 b2 c1 c2 a2");
        add(Part.SPOKEN, "verhandlungssicher verhandlungssichere fließend fließende fließendes muttersprache sprache");
        add(Part.SPOKEN, "muttersprachlich sprachen sprachkenntnisse kenntnisse wort schrift sprechen sprichst");
        add(Part.SPOKEN, "courant couramment courante maîtrise maitrisez maîtrisez parlé parlée lu écrit langue langues");
        add(Part.SPOKEN, "bilingue niveau oral nivel idioma idiomas dominio fluido fluida hablado alto hablar skills");
        add(Part.SPOKEN, "command knowledge communication sehr gute guten level toeic ielts toefl conversational");
        add(Part.CLEARANCE, "clearance clearances");
        add(Part.CLEARED, "security secret top ts sci sc dv dod nato government active current public trust cleared");
        add(Part.CLEARED, "q l baseline nv1 nv2 bpss eligible polygraph poly ci interim us uk federal classified vetting");
        add(Part.CLEARED, "sicherheitsüberprüfung sicherheitsüberprüfungen sicherheitsüberprüft ü1 ü2 ü3 habilitation");
        add(Part.CLEARED, "habilitación acreditación");
        add(Part.PERCENT, "percent prozent pourcent cent ciento");
    }

    private static void degrees() {
        add(Part.BACHELOR, "bachelor bachelors baccalaureate undergraduate bsc beng btech bba bs ba licence licenciatura");
        add(Part.BACHELOR, "grado graduado ingeniería fachhochschulstudium bachelorstudium bachelorabschluss bacharelado");
        add(Part.BACHELOR, "hochschulstudium studium hochschulabschluss fachhochschulabschluss universitätsabschluss studienabschluss");
        add(Part.MASTER, "master masters msc meng mba ms ma maîtrise máster postgraduate diplom diplomstudium masterstudium");
        add(Part.MASTER, "masterabschluss magister mastère máster dea dess");
        add(Part.DOCTORATE, "phd doctorate doctoral doctorat doctorado promotion doktor doktorat dphil");
        add(Part.ASSOCIATE, "associate associates hnd hnc bts dut iut techniker meister techniker fachwirt");
        add(Part.VOCATIONAL, "apprenticeship vocational ausbildung berufsausbildung lehre fachausbildung cap");
        add(Part.SECONDARY, "ged abitur baccalauréat matura bachillerato hochschulreife");
        add(Part.SCHOOLING, "school bac bac+");
        add(Part.DEGREE, "degree degrees diploma diplôme titulación título abschluss certificate studies graduate titulo");
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
                put(name + tail, code, Part.SPOKEN.bit);
            }
            put(name + "speaking", code, Part.SPOKEN.bit);
        }
    }

    private static void put(String word, String code, long parts) {
        WORDS.merge(
                Tokens.hashOf(word),
                new Entry(parts, -1, code),
                (a, b) -> new Entry(a.parts | b.parts, a.number, code));
    }
}
