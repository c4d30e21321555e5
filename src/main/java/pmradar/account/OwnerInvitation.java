package pmradar.account;

/// The one-time link by which the owner of a new installation chooses a password.
public interface OwnerInvitation {

    boolean holds(String token);

    /// Makes the owner's account and ends the invitation.
    ///
    /// @throws IllegalArgumentException with a sentence for people, if the token or the password does not do
    void accept(String token, String password);
}
