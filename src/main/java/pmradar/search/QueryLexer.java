package pmradar.search;

import java.util.ArrayList;
import java.util.List;

/// Cuts a query into words, phrases, field names, operators and brackets.
final class QueryLexer {

    enum Kind {
        WORD,
        PHRASE,
        FIELD,
        AND,
        OR,
        NOT,
        OPEN,
        CLOSE,
        END
    }

    /// @param start @param end offsets into the query, end exclusive
    record Token(Kind kind, String text, int start, int end) {}

    private static final String QUOTES = "\"“”„‟«»＂";

    private final String query;
    private final List<Results.Mistake> mistakes;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    QueryLexer(String query, List<Results.Mistake> mistakes) {
        this.query = query;
        this.mistakes = mistakes;
    }

    List<Token> tokens() {
        while (at < query.length()) next();
        tokens.add(new Token(Kind.END, "", query.length(), query.length()));
        return tokens;
    }

    private void next() {
        char c = query.charAt(at);
        if (blank(c)) at++;
        else if (c == '(') single(Kind.OPEN);
        else if (c == ')') single(Kind.CLOSE);
        else if (quote(c)) phrase();
        else if (minus(c)) minusSign();
        else word();
    }

    private void single(Kind kind) {
        tokens.add(new Token(kind, query.substring(at, at + 1), at, at + 1));
        at++;
    }

    private void minusSign() {
        boolean before = at + 1 < query.length() && !blank(query.charAt(at + 1));
        if (before) single(Kind.NOT);
        else at++;
    }

    private void phrase() {
        int start = at++;
        while (at < query.length() && !quote(query.charAt(at))) at++;
        boolean closed = at < query.length();
        tokens.add(new Token(Kind.PHRASE, query.substring(start + 1, at), start, closed ? at + 1 : at));
        if (closed) at++;
        else mistakes.add(new Results.Mistake(start, at, "The quote is not closed; the phrase was read to the end."));
    }

    private void word() {
        int start = at;
        while (at < query.length() && !ends(query.charAt(at))) {
            if (query.charAt(at) == ':' && field(start)) return;
            at++;
        }
        var text = query.substring(start, at);
        tokens.add(new Token(kind(text), text, start, at));
    }

    /// A name directly before a colon is a field, but `http://` is not.
    private boolean field(int start) {
        boolean name = at > start && query.substring(start, at).chars().allMatch(QueryLexer::letter);
        if (!name || query.startsWith("//", at + 1)) return false;
        tokens.add(new Token(Kind.FIELD, query.substring(start, at), start, at + 1));
        at++;
        return true;
    }

    private static Kind kind(String text) {
        return switch (text) {
            case "AND", "&&" -> Kind.AND;
            case "OR", "||", "|" -> Kind.OR;
            case "NOT" -> Kind.NOT;
            default -> Kind.WORD;
        };
    }

    private static boolean ends(char c) {
        return blank(c) || c == '(' || c == ')' || quote(c);
    }

    private static boolean blank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }

    private static boolean quote(char c) {
        return QUOTES.indexOf(c) >= 0;
    }

    private static boolean minus(char c) {
        return c == '-' || c == '−' || c == '–';
    }

    private static boolean letter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
