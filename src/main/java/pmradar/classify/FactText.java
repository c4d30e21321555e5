package pmradar.classify;

import pmradar.classify.FactWords.Role;

/// A clause as the readers of facts see it: words with their roles, numbers, and must or preferred.
///
/// Cut into words by itself, because old exports glue the end of one clause to the start of the next.
///
/// @param base where the clause begins in the posting
/// @param first @param end tokens, end exclusive
/// @param roles of each token, one bit each; @param all the roles of all tokens together
record FactText(Tokens tokens, int base, int first, int end, Section.Kind section, long[] roles, long all) {

    static FactText of(Cut cut, Clause clause) {
        var tokens = Tokens.of(cut.textOf(clause));
        var roles = new long[tokens.size()];
        long all = 0;
        for (var i = 0; i < roles.length; i++) all |= roles[i] = FactWords.roles(tokens.hash(i));
        return new FactText(tokens, clause.start(), 0, tokens.size(), clause.section(), roles, all);
    }

    FactText part(int from, int to) {
        return new FactText(tokens, base, from, to, section, roles, all);
    }

    /// The token that holds a character of the posting.
    int at(int offset) {
        return tokens.at(offset - base);
    }

    /// How far a word reaches that says must or preferred.
    private static final int REACH = 24;

    /// Whether any word of the clause can play the role; most clauses are done with by this.
    boolean anywhere(Role part) {
        return FactWords.plays(all, part);
    }

    /// Whether the word is one by which facts are told.
    boolean known(int token) {
        return (roles[token] & FactWords.KNOWN) != 0;
    }

    boolean plays(int token, Role part) {
        return token >= first && token < end && FactWords.plays(roles[token], part);
    }

    /// A number of at most two digits, or spelled; -1 for anything else. `5+` and `(5)` are 5.
    int number(int token) {
        if (token < first || token >= end) return -1;
        var spelled = known(token) ? FactWords.number(tokens.hash(token)) : -1;
        if (spelled >= 0) return spelled;
        var start = tokens.start(token);
        var length = tokens.end(token) - start;
        while (length > 1 && tokens.text().charAt(start + length - 1) == '+') length--;
        if (length > 3) return -1;
        var value = 0;
        for (var i = 0; i < length; i++) {
            var digit = Character.digit(tokens.text().charAt(start + i), 10);
            if (digit < 0) return -1;
            value = value * 10 + digit;
        }
        return value;
    }

    boolean has(Role part, int from, int to) {
        if (!anywhere(part)) return false;
        for (var i = Math.max(first, from); i < Math.min(end, to); i++) {
            if (FactWords.plays(roles[i], part)) return true;
        }
        return false;
    }

    /// Must or preferred: the nearest word that says so, else the heading above.
    Evidence.Necessity necessity(int from, int to) {
        var told = anywhere(Role.REQUIRE) || anywhere(Role.PREFER);
        for (var distance = 0; told && distance <= REACH; distance++) {
            for (var token : new int[] {to + distance, from - 1 - distance}) {
                if (plays(token, Role.REQUIRE)) return Evidence.Necessity.MUST;
                // "5 years plus" and "a plus" are not alike.
                if (plays(token, Role.PREFER) && !counts(token)) return Evidence.Necessity.PREFERRED;
            }
        }
        return section == Section.Kind.PREFERRED ? Evidence.Necessity.PREFERRED : Evidence.Necessity.MUST;
    }

    private boolean counts(int token) {
        return plays(token, Role.MORE)
                && (number(token - 1) >= 0 || plays(token + 1, Role.YEAR) || plays(token + 1, Role.IN));
    }

    String between(int from, int to) {
        return tokens.text().substring(tokens.start(from), tokens.end(to - 1));
    }
}
