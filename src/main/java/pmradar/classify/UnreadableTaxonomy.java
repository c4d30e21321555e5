package pmradar.classify;

/// A taxonomy file breaks its own rules; the message names file, line and remedy.
public final class UnreadableTaxonomy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final String problem;

    UnreadableTaxonomy(String file, int line, String problem) {
        super("%s, line %d: %s".formatted(file, line, problem));
        this.line = line;
        this.problem = problem;
    }

    /// Counted from 1.
    public int line() {
        return line;
    }

    /// What is wrong there, without the line.
    public String problem() {
        return problem;
    }
}
