package pmradar.account;

/// What happened to a person, for the rooms that hold what is theirs. Told within the transaction that does it, so
/// that it happens everywhere or nowhere.
public sealed interface AccountEvent {

    long account();

    /// The person may not come in for now; what is theirs stays.
    record Disabled(long account) implements AccountEvent {}

    /// The person may come in again.
    record LetIn(long account) implements AccountEvent {}

    /// The person is gone, and what was theirs goes too.
    record Removed(long account) implements AccountEvent {}
}
