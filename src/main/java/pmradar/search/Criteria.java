package pmradar.search;

import java.util.List;

/// What a search asks for.
///
/// @param query in the query language; blank for everything
/// @param conditions values of one facet are alternatives, facets are joined by AND, unwanted values exclude
public record Criteria(String query, List<Condition> conditions, Sort sort) {

    public record Condition(Facet facet, String value, boolean unwanted) {}

    public enum Sort {
        RELEVANCE,
        NEWEST,
        PAY,
        SCORE
    }

    public static final Criteria ALL = new Criteria("", List.of(), Sort.NEWEST);

    public Criteria {
        conditions = List.copyOf(conditions);
    }
}
