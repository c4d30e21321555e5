package pmradar.classify;

/// A taxonomy file breaks its own rules; the message names file, line and remedy.
public final class UnreadableTaxonomy extends RuntimeException {

    UnreadableTaxonomy(String file, int line, String problem) {
        super("%s, line %d: %s".formatted(file, line, problem));
    }
}
