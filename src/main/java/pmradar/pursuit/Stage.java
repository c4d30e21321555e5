package pmradar.pursuit;

/// How far a person is with a posting, in the order in which it usually goes.
public enum Stage {
    SAVED,
    APPLIED,
    INTERVIEW,
    OFFER,
    /// The employer said no.
    REJECTED,
    /// The person did.
    WITHDRAWN;

    /// Whether nothing more is to come.
    public boolean over() {
        return this == REJECTED || this == WITHDRAWN;
    }
}
