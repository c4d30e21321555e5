package pmradar.account;

import java.util.Optional;

/// The people who have an account.
public interface Accounts {

    int SHORTEST_PASSWORD = 12;
    int LONGEST_PASSWORD = 200;

    /// Whether nobody has an account yet.
    boolean none();

    /// Without regard to case.
    Optional<Account> named(String name);

    /// @throws IllegalArgumentException with a sentence for people, if the name is taken or name or password do not do
    Account add(String name, Account.Role role, String password);
}
