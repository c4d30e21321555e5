package pmradar.account;

/// Who may come in.
public enum Access {
    /// Whoever sits at this machine: loopback only, one owner, no login.
    LOCAL,
    /// People with an account, from anywhere the program listens.
    ACCOUNTS
}
