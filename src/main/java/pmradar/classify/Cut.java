package pmradar.classify;

import java.util.List;

/// A posting's text cut into sections and clauses; both cover it in order and without overlap.
///
/// @param language ISO 639-1, or `und`
record Cut(String text, String language, List<Section> sections, List<Clause> clauses) {

    Cut {
        sections = List.copyOf(sections);
        clauses = List.copyOf(clauses);
    }

    String textOf(Clause clause) {
        return text.substring(clause.start(), clause.end());
    }
}
