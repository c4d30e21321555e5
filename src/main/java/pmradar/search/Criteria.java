package pmradar.search;

import java.util.List;
import java.util.Set;
import pmradar.posting.PostingId;

/// What a search asks for.
///
/// @param query in the query language; blank for everything
/// @param conditions values of one facet are alternatives, facets are joined by AND, unwanted values exclude
/// @param without postings that are left out, of hits and of counts; those that a person has hidden
public record Criteria(String query, List<Condition> conditions, Sort sort, Set<PostingId> without) {

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
        without = Set.copyOf(without);
    }

    public Criteria(String query, List<Condition> conditions, Sort sort) {
        this(query, conditions, sort, Set.of());
    }

    public Criteria without(Set<PostingId> postings) {
        return new Criteria(query, conditions, sort, postings);
    }
}
