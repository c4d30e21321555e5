package pmradar.account;

import java.util.List;
import java.util.Optional;

/// The people who have an account. One of them at least is an owner who may come in, from the first person on.
public interface Accounts {

    int SHORTEST_PASSWORD = 12;
    int LONGEST_PASSWORD = 200;

    /// Whether nobody has an account yet.
    boolean none();

    /// Without regard to case.
    Optional<Account> named(String name);

    /// @throws IllegalArgumentException with a sentence for people, if the name is taken or name or password do not do
    Account add(String name, Account.Role role, String password);

    /// By name.
    List<Member> members();

    Optional<Member> member(long id);

    /// @return false if there is nobody with this number
    /// @throws IllegalArgumentException with a sentence for people, if it would leave no owner
    boolean change(long id, Account.Role role);

    /// Keeps a person out, from the next request on, or lets them in again. Their sessions end.
    ///
    /// @return false if there is nobody with this number
    /// @throws IllegalArgumentException with a sentence for people, if it would leave no owner
    boolean disable(long id, boolean disabled);

    /// Removes a person with all that is theirs.
    ///
    /// @return false if there is nobody with this number
    /// @throws IllegalArgumentException with a sentence for people, if it would leave no owner
    boolean remove(long id);

    /// Sets another password and ends all sessions but one. @param kept number of that session; 0 for none
    ///
    /// @throws IllegalArgumentException with a sentence for people, if the password does not do
    void setPassword(long id, String password, long kept);
}
