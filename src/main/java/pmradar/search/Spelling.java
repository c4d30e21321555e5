package pmradar.search;

import java.util.ArrayList;
import java.util.function.UnaryOperator;
import org.springframework.modulith.NamedInterface;
import pmradar.search.QueryLexer.Kind;

/// Replaces plain words of a query and leaves the rest as it was typed. Public for the engines of this room only.
@NamedInterface("engine")
public final class Spelling {

    private Spelling() {}

    /// @param better the word to write instead, or the same
    public static String of(String query, UnaryOperator<String> better) {
        if (query.length() > QueryParser.MAX_LENGTH) return query;
        var written = new StringBuilder();
        int at = 0;
        boolean field = false;
        for (var token : new QueryLexer(query, new ArrayList<>()).tokens()) {
            boolean plain = token.kind() == Kind.WORD && !field && token.text().indexOf('*') < 0;
            if (plain) {
                written.append(query, at, token.start()).append(better.apply(token.text()));
                at = token.end();
            }
            field = token.kind() == Kind.FIELD;
        }
        return written.append(query.substring(at)).toString();
    }
}
