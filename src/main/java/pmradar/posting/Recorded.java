package pmradar.posting;

/// What recording a draft did.
public enum Recorded {
    NEW,
    CHANGED,
    SAME
}
