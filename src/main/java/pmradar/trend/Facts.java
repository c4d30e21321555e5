package pmradar.trend;

/// What trends know of one posting. Days are days since 1970-01-01 in UTC.
///
/// @param opened the first day it was open
/// @param seenToOpen whether PM Radar watched the feed when it came; else the day is what the ad claims, or the feed's
///     first
/// @param paused @param resumed between these it was closed before it was opened again; both [#NEVER] if it never was
/// @param closed the first day it was not open any more; [#NEVER] while it is
/// @param watched the last day up to which it is known to have been open; [#NEVER] while it is
/// @param pay the middle of what it pays a year, in whole units of the currency; 0 if it says nothing
/// @param marks numbers of [Names], feeds first
record Facts(
        State state,
        int opened,
        boolean seenToOpen,
        int paused,
        int resumed,
        int closed,
        int watched,
        int pay,
        int[] marks) {

    static final int NEVER = Integer.MAX_VALUE;

    /// Whether it counts, and if not, why. The ordinal is stored: new states come last.
    enum State {
        ABSENT("not in the store"),
        COUNTED("counted"),
        SAMPLE("samples that ship with PM Radar"),
        INSUFFICIENT("too little text to judge"),
        BLOCKED("hidden by the block list"),
        OFF_TOPIC("not project management by today's rules, or because a person said so"),
        JOINED("joined with another posting"),
        CORRECTED("corrected by a person, so that no figure depends on what people happened to look at");

        private final String words;

        State(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
