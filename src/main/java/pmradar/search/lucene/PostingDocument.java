package pmradar.search.lucene;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import pmradar.classify.Evidence;
import pmradar.classify.Facts;
import pmradar.posting.Pay;
import pmradar.posting.Posting;
import pmradar.posting.Sighting;
import pmradar.search.Clause;
import pmradar.search.Facet;
import pmradar.search.FacetValues;
import pmradar.search.QueryFlags;
import pmradar.search.Suggestions.Kind;
import pmradar.search.lucene.WordStream.Language;

/// Writes one posting as a document of the index.
final class PostingDocument {

    private static final BigDecimal MOST_PAY = BigDecimal.valueOf(Long.MAX_VALUE / 1000);
    private static final FieldType EXACT = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    private static final FieldType STEMS = type(IndexOptions.DOCS_AND_FREQS);

    private final Document document = new Document();
    private final Posting posting;
    private final Language language;

    private PostingDocument(Posting posting) {
        this.posting = posting;
        language = Language.of(posting.classification().language());
    }

    static Document of(Posting posting) {
        var one = new PostingDocument(posting);
        one.document.add(new StringField(LuceneFields.KEY, posting.id().toString(), Field.Store.NO));
        if (posting.open()) one.shown();
        return one.sought();
    }

    /// What it is found by, and nothing else.
    static Document sought(Posting posting) {
        return new PostingDocument(posting).sought();
    }

    private Document sought() {
        document.add(new LongField(LuceneFields.ID, posting.id().value(), Field.Store.NO));
        words();
        requirements();
        numbers();
        facets();
        return document;
    }

    /// What only those need that are shown to people.
    private void shown() {
        document.add(new StoredField(LuceneFields.TEXT, posting.text()));
        document.add(new StoredField(
                LuceneFields.TEXT_LANGUAGE, posting.classification().language()));
        document.add(new StoredField(LuceneFields.TITLE_EXACT, posting.title()));
        if (posting.company() != null)
            document.add(new KeywordField(LuceneFields.COPY, copy(posting.company()), Field.Store.NO));
        suggestions();
    }

    /// Ads with the same title from the same employer are copies of one, or close enough.
    private String copy(String company) {
        return String.join(" ", Words.exactly(company)) + '\n' + String.join(" ", Words.exactly(posting.title()));
    }

    private void suggestions() {
        suggest(Kind.TITLE, List.of(posting.title()));
        suggest(Kind.COMPANY, FacetValues.of(Facet.COMPANY, posting));
        suggest(Kind.PLACE, FacetValues.of(Facet.PLACE, posting));
        var skills = new TreeSet<>(FacetValues.of(Facet.REQUIRES, posting));
        skills.addAll(FacetValues.of(Facet.PREFERS, posting));
        suggest(Kind.SKILL, skills);
    }

    private void suggest(Kind kind, Collection<String> names) {
        for (var name : names)
            for (var term : SuggestTerms.of(kind, name))
                document.add(new StringField(LuceneFields.SUGGEST, term, Field.Store.NO));
    }

    private void words() {
        stems(LuceneFields.TITLE_STEMS, posting.title());
        exact(Clause.In.TITLE, posting.title());
        if (posting.company() != null) exact(Clause.In.COMPANY, posting.company());
        var places = places();
        places.forEach(place -> exact(Clause.In.PLACE, place));
        var anywhere = new ArrayList<>(List.of(posting.title(), posting.text()));
        if (posting.company() != null) anywhere.add(posting.company());
        anywhere.addAll(places);
        for (var words : anywhere) {
            stems(LuceneFields.STEMS, words);
            exact(Clause.In.ANYWHERE, words);
        }
    }

    private List<String> places() {
        var named = posting.places().stream()
                .flatMap(place -> Stream.of(place.raw(), place.city(), place.region(), country(place.country())))
                .filter(Objects::nonNull);
        return Stream.concat(named, posting.eligible().stream()).distinct().toList();
    }

    private static String country(@org.jspecify.annotations.Nullable String code) {
        return code == null ? "" : code + " " + Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
    }

    private void requirements() {
        for (var evidence : posting.classification().evidence()) {
            boolean must = evidence.necessity() == Evidence.Necessity.MUST;
            for (var words : FacetValues.asked(evidence)) {
                exact(Clause.In.SKILL, words);
                exact(must ? Clause.In.REQUIRES : Clause.In.PREFERS, words);
            }
        }
        var facts = posting.classification().facts();
        facts.certificates().forEach(certificate -> exact(Clause.In.CERTIFICATE, certificate.name()));
        facts.degrees().forEach(this::degree);
        if (facts.degrees().isEmpty()) exact(Clause.In.DEGREE, "none");
    }

    private void degree(Facts.Degree degree) {
        exact(Clause.In.DEGREE, degree.level().name());
        if (degree.technical()) exact(Clause.In.DEGREE, "technical");
        degree.fields().forEach(field -> exact(Clause.In.DEGREE, field));
    }

    private void numbers() {
        var judged = posting.classification();
        number(LuceneFields.SEEN, posting.life().firstSeen().toEpochMilli());
        number(LuceneFields.SCORE, judged.score());
        number(LuceneFields.SURENESS, QueryFlags.counted(judged.sureness()));
        QueryFlags.of(posting).forEach(flag -> exact(Clause.In.FLAG, flag));
        var years = judged.facts().years();
        if (years != null) number(LuceneFields.YEARS, years.min());
        if (posting.pay() != null) pay(posting.pay());
    }

    private void pay(Pay pay) {
        var low = pay.yearlyMin() == null ? pay.yearlyMax() : pay.yearlyMin();
        var high = pay.yearlyMax() == null ? pay.yearlyMin() : pay.yearlyMax();
        number(LuceneFields.PAY_LOW, cents(low));
        number(LuceneFields.PAY_HIGH, cents(high));
        number(LuceneFields.PAY_ORDER, PayOrder.of(cents(high), pay.currency()));
        document.add(new StringField(LuceneFields.CURRENCY, pay.currency(), Field.Store.NO));
    }

    private static long cents(@org.jspecify.annotations.Nullable BigDecimal amount) {
        return Objects.requireNonNull(amount)
                .movePointRight(2)
                .setScale(0, RoundingMode.HALF_UP)
                .min(MOST_PAY)
                .longValue();
    }

    private void facets() {
        for (var facet : Facet.values()) {
            for (var value : values(facet))
                document.add(new KeywordField(LuceneFields.facet(facet), value, Field.Store.NO));
        }
    }

    /// No feed shows a closed one any more; it is found by those that did.
    private Collection<String> values(Facet facet) {
        if (facet != Facet.FEED || posting.open()) return FacetValues.of(facet, posting);
        return posting.sightings().stream().map(Sighting::feedId).collect(Collectors.toSet());
    }

    private void number(String field, long value) {
        document.add(new LongField(field, value, Field.Store.NO));
    }

    private void stems(String field, String text) {
        document.add(new Field(field, WordStream.stems(text, language), STEMS));
    }

    private void exact(Clause.In in, String text) {
        document.add(new Field(LuceneFields.exact(in), WordStream.exact(text), EXACT));
    }

    private static FieldType type(IndexOptions options) {
        var type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(options);
        type.freeze();
        return type;
    }
}
