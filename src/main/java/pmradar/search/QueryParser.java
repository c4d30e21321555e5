package pmradar.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pmradar.search.QueryLexer.Kind;
import pmradar.search.QueryLexer.Token;

/// Reads a query by recursive descent: NOT binds closest, then AND (also unwritten), then OR.
final class QueryParser {

    static final int MAX_LENGTH = 4096;
    static final int MAX_CLAUSES = 256;
    static final int MAX_DEPTH = 32;

    private final List<Results.Mistake> mistakes = new ArrayList<>();
    /// Where a piece that stands in no brackets begins and ends.
    private record Span(int start, int end) {}

    private final List<Token> tokens;
    private final List<Span> spans = new ArrayList<>();
    private final LinkedHashSet<String> common = new LinkedHashSet<>();
    private final String text;
    private int at;
    private int clauses;
    private int depth;
    private boolean tooMany;
    private @Nullable QueryField group;

    private QueryParser(String query) {
        var text = query;
        if (text.length() > MAX_LENGTH) {
            mistakes.add(new Results.Mistake(
                    MAX_LENGTH, text.length(), "A query has at most 4096 characters; the rest was left out."));
            text = text.substring(0, MAX_LENGTH);
        }
        this.text = text;
        tokens = new QueryLexer(text, mistakes).tokens();
    }

    static QueryText parse(String query) {
        var parser = new QueryParser(query);
        var clause = parser.whole();
        if (clause == null) return new QueryText(new Clause.All(), List.of(), List.of(), parser.mistakes);
        return new QueryText(clause, parser.pieces(clause), List.copyOf(parser.common), parser.mistakes);
    }

    private List<QueryText.Piece> pieces(Clause clause) {
        if (!(clause instanceof Clause.And(var all)) || all.size() != spans.size())
            return List.of(new QueryText.Piece(clause, ""));
        var pieces = new ArrayList<QueryText.Piece>();
        for (int i = 0; i < all.size(); i++) pieces.add(new QueryText.Piece(all.get(i), without(i)));
        return pieces;
    }

    private String without(int piece) {
        var rest = new ArrayList<String>();
        for (int i = 0; i < spans.size(); i++)
            if (i != piece)
                rest.add(text.substring(spans.get(i).start(), spans.get(i).end()));
        return String.join(" ", rest);
    }

    private @Nullable Clause whole() {
        var parts = new ArrayList<Clause>();
        while (true) {
            var part = either();
            if (part != null) parts.add(part);
            if (peek().kind() == Kind.END) return all(parts);
            mistake(take(), "This bracket closes nothing; it was left out.");
        }
    }

    private @Nullable Clause either() {
        var parts = new ArrayList<Clause>();
        var first = both();
        if (first != null) parts.add(first);
        while (peek().kind() == Kind.OR) {
            var or = take();
            var next = both();
            if (first == null || next == null) mistake(or, "OR needs something on both sides; it was left out.");
            if (next != null) parts.add(next);
            first = next;
        }
        if (parts.isEmpty()) return null;
        return parts.size() == 1 ? parts.getFirst() : new Clause.Or(parts);
    }

    private @Nullable Clause both() {
        var parts = new ArrayList<Clause>();
        while (true) {
            switch (peek().kind()) {
                case END, CLOSE, OR -> {
                    leaveOutCommon(parts);
                    return all(parts);
                }
                case AND -> and(parts.isEmpty());
                case WORD, PHRASE, FIELD, NOT, OPEN -> {
                    int start = peek().start();
                    var part = unary();
                    if (part != null) parts.add(part);
                    if (part != null && depth == 0)
                        spans.add(new Span(start, tokens.get(at - 1).end()));
                }
            }
        }
    }

    /// A part that stands in no brackets has a span, at the end of the spans.
    private void leaveOutCommon(List<Clause> parts) {
        var needless = CommonWords.among(parts);
        for (int i = parts.size() - 1, span = spans.size() - 1; i >= 0; i--, span--) {
            if (!needless.contains(parts.get(i))) continue;
            common.addFirst(((Clause.Word) parts.remove(i)).text());
            if (depth == 0) spans.remove(span);
        }
    }

    private void and(boolean nothingBefore) {
        var and = take();
        var next = peek().kind();
        boolean nothingAfter = next == Kind.END || next == Kind.CLOSE || next == Kind.OR || next == Kind.AND;
        if (nothingBefore || nothingAfter) mistake(and, "AND needs something on both sides; it was left out.");
    }

    private @Nullable Clause unary() {
        boolean not = false;
        var sign = peek();
        while (peek().kind() == Kind.NOT) {
            sign = take();
            not = !not;
        }
        var next = peek().kind();
        if (next == Kind.END || next == Kind.CLOSE || next == Kind.OR || next == Kind.AND) {
            mistake(sign, "Nothing follows “%s”; it was left out.".formatted(sign.text()));
            return null;
        }
        var part = primary();
        return part == null || !not ? part : new Clause.Not(part);
    }

    private @Nullable Clause primary() {
        var token = take();
        return switch (token.kind()) {
            case OPEN -> brackets(token);
            case FIELD -> field(token);
            case WORD, PHRASE -> leaf(token);
            case AND, OR, NOT, CLOSE, END -> throw new IllegalStateException("no clause begins with " + token);
        };
    }

    private @Nullable Clause brackets(Token open) {
        if (depth == MAX_DEPTH) {
            mistake(open, "Brackets go at most 32 deep; this one was left out.");
            return null;
        }
        depth++;
        var inner = either();
        depth--;
        if (peek().kind() == Kind.CLOSE) {
            var close = take();
            if (inner == null)
                mistakes.add(new Results.Mistake(open.start(), close.end(), "Nothing is between the brackets."));
        } else mistake(open, "This bracket is not closed; it was read to the end.");
        return inner;
    }

    private @Nullable Clause field(Token name) {
        var field = QueryField.named(name.text());
        var next = peek();
        boolean value = next.kind() == Kind.WORD || next.kind() == Kind.PHRASE || next.kind() == Kind.OPEN;
        if (field == null) return value ? unknown(name, next) : lonely(name);
        if (!value) return lonely(name);
        var outer = group;
        group = field;
        var clause = primary();
        group = outer;
        return clause;
    }

    private @Nullable Clause unknown(Token name, Token next) {
        mistake(name, QueryField.unknown(name.text()));
        boolean glued = next.kind() == Kind.WORD && next.start() == name.end();
        if (!glued) return word(name.text());
        take();
        return word(name.text() + " " + next.text());
    }

    private @Nullable Clause lonely(Token name) {
        mistake(name, "Nothing follows “%s:”; it was read as a word.".formatted(name.text()));
        return word(name.text());
    }

    private @Nullable Clause word(String text) {
        return room()
                ? QueryField.TEXT.read(text, false) instanceof QueryField.Read.Good(var clause) ? clause : null
                : null;
    }

    private @Nullable Clause leaf(Token token) {
        if (!room()) {
            if (!tooMany) mistake(token, "A query has at most 256 parts; the rest from here was left out.");
            tooMany = true;
            return null;
        }
        var field = group == null ? QueryField.TEXT : group;
        return switch (field.read(token.text(), token.kind() == Kind.PHRASE)) {
            case QueryField.Read.Good(var clause) -> clause;
            case QueryField.Read.Bad(var message, var instead) -> {
                mistake(token, message);
                yield instead;
            }
        };
    }

    private boolean room() {
        return clauses++ < MAX_CLAUSES;
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token take() {
        var token = tokens.get(at);
        if (token.kind() != Kind.END) at++;
        return token;
    }

    private void mistake(Token token, String message) {
        if (mistakes.size() < MAX_CLAUSES) mistakes.add(new Results.Mistake(token.start(), token.end(), message));
    }

    private static @Nullable Clause all(List<Clause> parts) {
        if (parts.isEmpty()) return null;
        return parts.size() == 1 ? parts.getFirst() : new Clause.And(parts);
    }
}
