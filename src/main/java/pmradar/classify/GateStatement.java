package pmradar.classify;

/// One statement as the gate reads it: a set of concepts, one bit each.
final class GateStatement {

    /// A statement that begins with helping is not about being responsible.
    private static final int BEGINNING = 4;

    private final boolean requirement;
    private long concepts;
    private long beginning;
    private long named;
    private int length;

    /// @param requirement whether it asks for something the person has; otherwise it says what the person does
    GateStatement(boolean requirement) {
        this.requirement = requirement;
    }

    void add(long found) {
        concepts |= found;
        if (length++ < BEGINNING) beginning |= found;
    }

    /// Adds concepts of the title's words, in a statement that says who is wanted.
    void name(long found) {
        named |= found;
    }

    /// Adds one to the count of each concept that it names.
    void count(int[] counts) {
        for (long rest = concepts; rest != 0; rest &= rest - 1) counts[Long.numberOfTrailingZeros(rest)]++;
    }

    boolean requirement() {
        return requirement;
    }

    long named() {
        return named;
    }

    boolean has(long any) {
        return (concepts & any) != 0;
    }

    boolean begins(long any) {
        return (beginning & any) != 0;
    }
}
