package pmradar.account;

/// Whether what belongs to a person may be given out where nobody signs in, as by a secret address.
public interface ActiveAccounts {

    /// False where there is no such account, or where its person may not come in.
    boolean active(long account);
}
