package pmradar.search.lucene;

import pmradar.search.Clause;
import pmradar.search.Facet;

/// The names of all fields of the index.
final class LuceneFields {

    /// Grows when an index written before cannot be read any more by this program.
    static final String FORMAT = "5";

    static final String KEY = "key";
    static final String ID = "id";
    static final String STEMS = "stems";
    static final String EXACT = "exact";
    static final String TITLE_STEMS = "title_stems";
    static final String TITLE_EXACT = "title";
    static final String TEXT = "text";
    static final String TEXT_LANGUAGE = "text_language";
    static final String SUGGEST = "suggest";
    /// One value for all copies of one ad.
    static final String COPY = "copy";

    static final String SEEN = "seen";
    /// In milliseconds since first sight, which no index has: of a single posting only, at one moment.
    static final String AGE = "age";
    static final String SCORE = "score";
    static final String SURENESS = "sureness";
    static final String YEARS = "years";
    static final String PAY_LOW = "pay_low";
    static final String PAY_HIGH = "pay_high";
    static final String PAY_ORDER = "pay_order";
    static final String CURRENCY = "currency";

    private LuceneFields() {}

    static String exact(Clause.In in) {
        return switch (in) {
            case ANYWHERE -> EXACT;
            case TITLE -> TITLE_EXACT;
            case COMPANY -> "company";
            case PLACE -> "place";
            case SKILL -> "skill";
            case REQUIRES -> "requires";
            case PREFERS -> "prefers";
            case CERTIFICATE -> "cert";
            case DEGREE -> "degree";
            case FLAG -> "flag";
        };
    }

    static String facet(Facet facet) {
        return "f_" + facet.key();
    }
}
