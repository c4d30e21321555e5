package pmradar.search;

import java.util.List;
import org.springframework.modulith.NamedInterface;

/// The words of a search, read. Reading never fails: what makes no sense is pointed at and read some other way.
/// Public for the engines of this room only.
@NamedInterface("engine")
public record QueryText(Clause clause, List<Results.Mistake> mistakes) {

    public QueryText {
        mistakes = List.copyOf(mistakes);
    }

    public static QueryText read(String query) {
        return QueryParser.parse(query);
    }

    /// What the query and the conditions ask for, in words; empty for everything.
    public String inWords(List<Criteria.Condition> conditions) {
        return QueryWords.of(clause, conditions);
    }
}
