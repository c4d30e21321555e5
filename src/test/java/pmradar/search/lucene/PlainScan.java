package pmradar.search.lucene;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.jspecify.annotations.Nullable;
import pmradar.classify.Domain;
import pmradar.classify.Evidence;
import pmradar.classify.Facts;
import pmradar.posting.Place;
import pmradar.posting.Posting;
import pmradar.posting.Sighting;
import pmradar.search.Clause;
import pmradar.search.Criteria;
import pmradar.search.Facet;
import pmradar.search.QueryText;
import pmradar.search.Results.FacetCount;

/// Answers criteria by looking at one posting after the other: slow, plain, and without an index.
final class PlainScan {

    /// @param newest the first thirty
    record Answer(int total, List<Long> newest, Map<Facet, List<FacetCount>> facets) {}

    /// One word at one place of a text: as it is, and with the signs around it.
    private record Spot(Set<String> forms, String stem) {}

    private record Ad(
            Posting posting, Map<Clause.In, List<List<Spot>>> words, Map<Facet, Set<String>> values, long seen) {}

    private record Choice(Facet facet, Set<String> wanted, Set<String> unwanted) {}

    private static final Pattern WORD = Pattern.compile("(?<dot>(?<![\\p{L}\\p{N}.])\\.(?=\\p{L}))?"
            + "(?<word>\\p{IsHan}|(?:(?!\\p{IsHan})[\\p{L}\\p{N}])+)(?<sign>(?:#|\\+{1,2})(?![\\p{L}\\p{N}]))?");

    /// By language, each word with the signs around it.
    private final Map<String, Map<String, Spot>> read = new HashMap<>();

    private final Map<String, Map<String, List<Spot>>> sought = new HashMap<>();
    private final List<Ad> ads = new ArrayList<>();
    private final Map<Clause, BitSet> looked = new HashMap<>();
    private final Map<String, BitSet> forms = new HashMap<>();
    private final Map<Facet, Numbers> known = new EnumMap<>(Facet.class);
    private final long now;

    PlainScan(Collection<Posting> postings, Instant now) {
        this.now = now.toEpochMilli();
        for (var posting : postings) if (posting.life().closed() == null) ads.add(ad(posting));
        ads.sort(Comparator.comparingLong(Ad::seen)
                .thenComparing(ad -> ad.posting().id().value())
                .reversed());
    }

    Answer answer(Criteria criteria) {
        var words = (BitSet) meeting(QueryText.read(criteria.query()).clause()).clone();
        for (int ad = 0; ad < ads.size(); ad++)
            if (criteria.without().contains(ads.get(ad).posting().id())) words.clear(ad);
        var allowed = new EnumMap<Facet, BitSet>(Facet.class);
        for (var choice : choices(criteria.conditions())) allowed.put(choice.facet(), allowed(choice));
        var all = joined(words, allowed, null);
        var facets = new EnumMap<Facet, List<FacetCount>>(Facet.class);
        for (var facet : Facet.values()) {
            var counted = allowed.containsKey(facet) ? joined(words, allowed, facet) : all;
            facets.put(facet, counts(facet, counted, criteria.conditions()));
        }
        var newest = all.stream()
                .limit(30)
                .mapToObj(ad -> ads.get(ad).posting().id().value())
                .toList();
        return new Answer(all.cardinality(), newest, facets);
    }

    private static BitSet joined(BitSet words, Map<Facet, BitSet> allowed, @Nullable Facet ignored) {
        var joined = (BitSet) words.clone();
        allowed.forEach((facet, ads) -> {
            if (facet != ignored) joined.and(ads);
        });
        return joined;
    }

    private BitSet allowed(Choice choice) {
        var allowed = new BitSet(ads.size());
        var numbers = known.computeIfAbsent(choice.facet(), this::numbers);
        for (int ad = 0; ad < ads.size(); ad++) {
            boolean wanted = choice.wanted().isEmpty();
            boolean unwanted = false;
            for (int value : numbers.ofAd()[ad]) {
                wanted |= choice.wanted().contains(numbers.names().get(value));
                unwanted |= choice.unwanted().contains(numbers.names().get(value));
            }
            if (wanted && !unwanted) allowed.set(ad);
        }
        return allowed;
    }

    private List<FacetCount> counts(Facet facet, BitSet counted, List<Criteria.Condition> conditions) {
        var numbers = known.computeIfAbsent(facet, this::numbers);
        var counts = new int[numbers.names().size()];
        for (int ad = counted.nextSetBit(0); ad >= 0; ad = counted.nextSetBit(ad + 1))
            for (int value : numbers.ofAd()[ad]) counts[value]++;
        var result = new HashMap<String, Integer>();
        for (var condition : conditions) if (condition.facet() == facet) result.put(condition.value(), 0);
        for (int value = 0; value < counts.length; value++)
            if (counts[value] > 0) result.put(numbers.names().get(value), counts[value]);
        return result.entrySet().stream()
                .map(entry -> new FacetCount(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(FacetCount::value))
                .toList();
    }

    /// The values of one facet by their numbers.
    private record Numbers(List<String> names, int[][] ofAd) {}

    private Numbers numbers(Facet facet) {
        var names = new ArrayList<String>();
        var byName = new HashMap<String, Integer>();
        var ofAd = new int[ads.size()][];
        for (int ad = 0; ad < ofAd.length; ad++)
            ofAd[ad] = ads.get(ad).values().get(facet).stream()
                    .mapToInt(value -> byName.computeIfAbsent(value, _ -> {
                        names.add(value);
                        return names.size() - 1;
                    }))
                    .toArray();
        return new Numbers(names, ofAd);
    }

    private static List<Choice> choices(List<Criteria.Condition> conditions) {
        var choices = new ArrayList<Choice>();
        for (var facet : Facet.values()) {
            var choice = new Choice(facet, new HashSet<>(), new HashSet<>());
            for (var condition : conditions)
                if (condition.facet() == facet)
                    (condition.unwanted() ? choice.unwanted() : choice.wanted()).add(condition.value());
            if (!choice.wanted().isEmpty() || !choice.unwanted().isEmpty()) choices.add(choice);
        }
        return choices;
    }

    /// Each plain part of a query is looked for in every posting, once: the same part comes again in other queries.
    private BitSet meeting(Clause clause) {
        return switch (clause) {
            case Clause.And(var all) -> {
                var meeting = everything();
                all.forEach(part -> meeting.and(meeting(part)));
                yield meeting;
            }
            case Clause.Or(var any) -> {
                var meeting = new BitSet(ads.size());
                any.forEach(part -> meeting.or(meeting(part)));
                yield meeting;
            }
            case Clause.Not(var inner) -> {
                var meeting = everything();
                meeting.andNot(meeting(inner));
                yield meeting;
            }
            case Clause.All _ -> everything();
            case Clause.Value _, Clause.Word _, Clause.Phrase _, Clause.Prefix _, Clause.Range _ -> {
                var scanned = looked.get(clause);
                if (scanned == null) looked.put(clause, scanned = scanned(clause));
                yield scanned;
            }
        };
    }

    private BitSet everything() {
        var all = new BitSet(ads.size());
        all.set(0, ads.size());
        return all;
    }

    private BitSet scanned(Clause clause) {
        var scanned = new BitSet(ads.size());
        var among = clause instanceof Clause.Phrase(var in, var text) ? holding(in, text) : everything();
        for (int ad = among.nextSetBit(0); ad >= 0; ad = among.nextSetBit(ad + 1))
            if (meets(ads.get(ad), clause)) scanned.set(ad);
        return scanned;
    }

    /// The postings with each word of the phrase, wherever they stand.
    private BitSet holding(Clause.In in, String text) {
        var holding = everything();
        for (var spot : sought(text, "")) {
            var form = exactly(spot);
            holding.and(forms.computeIfAbsent(in + " " + form, _ -> {
                var with = new BitSet(ads.size());
                for (int ad = 0; ad < ads.size(); ad++)
                    for (var piece : ads.get(ad).words().get(in))
                        for (var one : piece) if (one.forms().contains(form)) with.set(ad);
                return with;
            }));
        }
        return holding;
    }

    private boolean meets(Ad ad, Clause clause) {
        return switch (clause) {
            case Clause.Value(var facet, var value) ->
                ad.values().get(facet).stream()
                        .anyMatch(one -> one.equals(value) || facet == Facet.FROM && includes(one, value));
            case Clause.Word(var in, var text) -> word(ad, in, text);
            case Clause.Phrase(var in, var text) -> phrase(ad, in, text);
            case Clause.Prefix(var in, var text) -> prefix(ad, in, text);
            case Clause.Range range -> range(ad, range);
            case Clause.All _, Clause.And _, Clause.Or _, Clause.Not _ -> throw new IllegalArgumentException("joined");
        };
    }

    /// As far as the postings and the criteria of the test name groups of countries.
    private static boolean includes(String group, String value) {
        return switch (group) {
            case "EU" -> value.equals("DE");
            case "EMEA" -> Set.of("DE", "EU").contains(value);
            default -> false;
        };
    }

    private boolean word(Ad ad, Clause.In in, String text) {
        var sought = sought(text, ad.posting().classification().language());
        boolean forms = in == Clause.In.ANYWHERE || in == Clause.In.TITLE;
        if (sought.size() != 1 || !forms) return phrase(ad, in, text);
        if (sought.getFirst().forms().size() > 1) return phrase(ad, in, text);
        var stem = sought.getFirst().stem();
        for (var piece : ad.words().get(in))
            for (var spot : piece) if (spot.stem().equals(stem)) return true;
        return false;
    }

    private boolean phrase(Ad ad, Clause.In in, String text) {
        var sought = sought(text, "").stream().map(PlainScan::exactly).toList();
        if (sought.isEmpty()) return false;
        for (var piece : ad.words().get(in)) if (follows(piece, sought)) return true;
        return false;
    }

    private static boolean follows(List<Spot> piece, List<String> sought) {
        for (int from = 0; from + sought.size() <= piece.size(); from++) {
            int length = 0;
            while (length < sought.size() && piece.get(from + length).forms().contains(sought.get(length))) length++;
            if (length == sought.size()) return true;
        }
        return false;
    }

    private boolean prefix(Ad ad, Clause.In in, String text) {
        var sought = sought(text, "").stream().map(PlainScan::exactly).toList();
        var begin = sought.getLast();
        var before = String.join(" ", sought.subList(0, sought.size() - 1));
        boolean begins = false;
        for (var piece : ad.words().get(in))
            for (var spot : piece) for (var form : spot.forms()) begins |= form.startsWith(begin);
        return begins && (before.isEmpty() || phrase(ad, in, before));
    }

    private boolean range(Ad ad, Clause.Range range) {
        var posting = ad.posting();
        return switch (range.measure()) {
            case SCORE -> within(range, posting.classification().score());
            case SURENESS -> within(range, Math.round(posting.classification().sureness() * 10_000));
            case SEEN -> within(range, ad.seen());
            case AGE -> within(range, now - ad.seen());
            case YEARS -> {
                var years = posting.classification().facts().years();
                yield years != null && within(range, years.min());
            }
            case PAY -> {
                var pay = posting.pay();
                if (pay == null) yield false;
                boolean currency = range.currency() == null || range.currency().equals(pay.currency());
                var low = pay.min() == null ? pay.yearlyMax() : pay.yearlyMin();
                var high = pay.max() == null ? pay.yearlyMin() : pay.yearlyMax();
                yield currency && cents(high) >= range.from() && cents(low) <= range.to();
            }
        };
    }

    private static boolean within(Clause.Range range, long value) {
        return range.from() <= value && value <= range.to();
    }

    private static long cents(@Nullable BigDecimal amount) {
        return amount == null ? 0 : amount.movePointRight(2).longValue();
    }

    private Ad ad(Posting posting) {
        Map<Clause.In, List<List<Spot>>> words = new EnumMap<>(Clause.In.class);
        for (var in : Clause.In.values()) {
            var language = posting.classification().language();
            words.put(
                    in,
                    pieces(in, posting).stream()
                            .map(piece -> spots(piece, language))
                            .toList());
        }
        Map<Facet, Set<String>> values = new EnumMap<>(Facet.class);
        for (var facet : Facet.values()) values.put(facet, values(facet, posting));
        return new Ad(posting, words, values, posting.life().firstSeen().toEpochMilli());
    }

    private static List<String> pieces(Clause.In in, Posting posting) {
        var pieces = new ArrayList<String>();
        var judged = posting.classification();
        switch (in) {
            case TITLE -> pieces.add(posting.title());
            case COMPANY -> {
                if (posting.company() != null) pieces.add(posting.company());
            }
            case PLACE -> {
                for (var place : posting.places()) {
                    pieces.add(place.raw());
                    if (place.city() != null) pieces.add(place.city());
                    if (place.region() != null) pieces.add(place.region());
                    if (place.country() != null)
                        pieces.add(place.country() + " "
                                + Locale.of("", place.country()).getDisplayCountry(Locale.ENGLISH));
                }
                pieces.addAll(posting.eligible());
            }
            case ANYWHERE -> {
                for (var part : List.of(Clause.In.TITLE, Clause.In.COMPANY, Clause.In.PLACE))
                    pieces.addAll(pieces(part, posting));
                pieces.add(posting.text());
            }
            case SKILL, REQUIRES, PREFERS -> {
                for (var evidence : judged.evidence())
                    if (in == Clause.In.SKILL
                            || (in == Clause.In.REQUIRES) == (evidence.necessity() == Evidence.Necessity.MUST)) {
                        if (evidence.requirement() != null) pieces.add(evidence.requirement());
                        pieces.add(evidence.quote());
                    }
            }
            case CERTIFICATE -> judged.facts().certificates().forEach(certificate -> pieces.add(certificate.name()));
            case FLAG -> judged.flags().forEach(flag -> pieces.add(dashed(flag)));
            case DEGREE -> {
                for (var degree : judged.facts().degrees()) {
                    pieces.add(degree.level().name());
                    if (degree.technical()) pieces.add("technical");
                    pieces.addAll(degree.fields());
                }
                if (pieces.isEmpty()) pieces.add("none");
            }
        }
        return pieces;
    }

    private Set<String> values(Facet facet, Posting posting) {
        var judged = posting.classification();
        var values = new HashSet<String>();
        switch (facet) {
            case LABEL -> values.add(judged.score() >= 25 ? "technical" : "general");
            case DOMAIN -> judged.domains().stream().map(Domain::tag).forEach(values::add);
            case BAND -> {
                int score = judged.score();
                values.add(
                        score == 0
                                ? "0"
                                : score < 25 ? "1-24" : score < 50 ? "25-49" : score < 75 ? "50-74" : "75-100");
            }
            case FAMILY -> values.add(dashed(judged.family()));
            case REMOTE -> values.add(dashed(posting.remote()));
            case FROM -> values.addAll(posting.workFrom());
            case COUNTRY -> posting.places().stream().map(Place::country).forEach(values::add);
            case PLACE ->
                posting.places().forEach(place -> values.add(place.city() == null ? place.region() : place.city()));
            case PAY -> values.add(pay(posting));
            case COMPANY -> values.add(posting.company());
            case REQUIRES, PREFERS ->
                judged.evidence().stream()
                        .filter(unit -> (facet == Facet.REQUIRES) == (unit.necessity() == Evidence.Necessity.MUST))
                        .map(Evidence::requirement)
                        .filter(Objects::nonNull)
                        .forEach(values::add);
            case CERTIFICATE -> values.addAll(pieces(Clause.In.CERTIFICATE, posting));
            case YEARS -> values.add(years(judged.facts().years()));
            case EMPLOYMENT -> posting.employment().forEach(type -> values.add(dashed(type)));
            case SENIORITY -> {
                if (posting.seniority() != null) values.add(dashed(posting.seniority()));
            }
            case LANGUAGE -> values.add(judged.language());
            case FEED ->
                posting.sightings().stream()
                        .filter(sighting -> sighting.until() == null)
                        .map(Sighting::feedId)
                        .forEach(values::add);
            case AGE -> {
                long age = now - posting.life().firstSeen().toEpochMilli();
                for (int days : new int[] {1, 3, 7, 14, 30, 90})
                    if (age <= Duration.ofDays(days).toMillis()) values.add(days + "d");
                if (values.isEmpty()) values.add("older");
            }
        }
        values.remove(null);
        return values;
    }

    private static String pay(Posting posting) {
        if (posting.pay() == null) return "none";
        var top = posting.pay().max() == null
                ? posting.pay().yearlyMin()
                : posting.pay().yearlyMax();
        long thousands = cents(top) / 100_000;
        long low = 0;
        for (long high : new long[] {40, 60, 80, 100, 130, 160, 200}) {
            if (thousands < high) return low + "-" + high + "k " + posting.pay().currency();
            low = high;
        }
        return "200k+ " + posting.pay().currency();
    }

    private static String years(Facts.@Nullable Years years) {
        if (years == null) return "none";
        int min = years.min();
        return min < 3 ? "0-2" : min < 6 ? "3-5" : min < 10 ? "6-9" : "10+";
    }

    private static String dashed(Enum<?> value) {
        return value.toString().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private List<Spot> sought(String text, String language) {
        var known = sought.computeIfAbsent(text, _ -> new HashMap<>());
        var spots = known.get(language);
        if (spots == null) known.put(language, spots = spots(text, language));
        return spots;
    }

    private List<Spot> spots(String text, String language) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{Mn}", "")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss");
        var spots = new ArrayList<Spot>();
        var matcher = WORD.matcher(plain);
        var known = read.computeIfAbsent(language, _ -> new HashMap<>());
        while (matcher.find()) spots.add(known.computeIfAbsent(matcher.group(), _ -> spot(matcher, language)));
        return spots;
    }

    private Spot spot(Matcher found, String language) {
        var word = found.group("word");
        var forms = new HashSet<String>(Set.of(word));
        if (found.group("sign") != null) {
            forms.add(word + found.group("sign"));
            if (word.length() == 1 && Character.isLetter(word.charAt(0))) forms.remove(word);
        } else if (found.group("dot") != null) forms.add("." + word);
        var stem = forms.contains(word)
                ? stemmed(word, language)
                : forms.iterator().next();
        return new Spot(forms, stem);
    }

    private static String exactly(Spot spot) {
        return spot.forms().stream()
                .max(Comparator.comparingInt(String::length))
                .orElseThrow();
    }

    private static String stemmed(String word, String language) {
        var source = new KeywordTokenizer();
        source.setReader(new StringReader(word));
        try (TokenStream stream = switch (language) {
            case "en", "und" -> new KStemFilter(source);
            case "de" -> new GermanLightStemFilter(source);
            case "fr" -> new FrenchLightStemFilter(source);
            case "es" -> new SpanishLightStemFilter(source);
            default -> source;
        }) {
            stream.reset();
            stream.incrementToken();
            return stream.getAttribute(CharTermAttribute.class).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
