package pmradar.pursuit;

import java.time.LocalDate;

/// What a person means to do, or expects, and when.
public record NextStep(LocalDate on, String what) {

    public static final int LONGEST = 300;

    /// @throws IllegalArgumentException with a sentence for people
    public NextStep {
        what = what.strip();
        if (what.length() > LONGEST) throw new IllegalArgumentException("A next step has at most 300 characters.");
        if (on.getYear() < 1990 || on.getYear() > 2199) {
            throw new IllegalArgumentException("The day %s is not between 1990 and 2199.".formatted(on));
        }
    }
}
