package pmradar.account;

/// A person who may come in.
///
/// @param id stable; what belongs to a person remembers it
public record Account(long id, String name, Role role) implements java.io.Serializable {

    public enum Role {
        OWNER,
        MEMBER
    }

    /// The one person of local mode.
    public static final Account LOCAL_OWNER = new Account(0, "owner", Role.OWNER);
}
