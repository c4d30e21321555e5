package pmradar.search;

import java.util.List;
import org.springframework.modulith.NamedInterface;

/// The words of a search, read. Reading never fails: what makes no sense is pointed at and read some other way.
/// Public for the engines of this room only.
///
/// @param pieces what is joined by AND at the top; the whole query where nothing is
/// @param common words of the query that are too common to be looked for, as typed
@NamedInterface("engine")
public record QueryText(Clause clause, List<Piece> pieces, List<String> common, List<Results.Mistake> mistakes) {

    /// A part that everything found must meet.
    ///
    /// @param rest the query without it
    public record Piece(Clause clause, String rest) {}

    public QueryText {
        pieces = List.copyOf(pieces);
        common = List.copyOf(common);
        mistakes = List.copyOf(mistakes);
    }

    public static QueryText read(String query) {
        return QueryParser.parse(query);
    }

    public static String inWords(Clause clause, List<Criteria.Condition> conditions) {
        return QueryWords.of(clause, conditions);
    }

    /// What the query and the conditions ask for, in words; empty for everything.
    public String inWords(List<Criteria.Condition> conditions) {
        var words = QueryWords.of(clause, conditions);
        return common.isEmpty() ? words : words + " · with or without " + String.join(", ", common);
    }
}
