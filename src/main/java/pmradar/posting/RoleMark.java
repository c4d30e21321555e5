package pmradar.posting;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// By what a role is known when it is posted anew: employer and title for finding it, the text for being sure.
///
/// @param role a key of employer and title; null where the employer is not named
/// @param text the brief fingerprint of the text; see [Fingerprint]
public record RoleMark(@Nullable String role, long text) {

    /// Of sixteen; texts that share nine tenths of their shingles agree in fewer once in thousands.
    private static final int AGREEING = 11;

    public static RoleMark of(Posting posting) {
        return new RoleMark(
                roleOf(posting), Shingles.of(posting.text()).fingerprint().brief());
    }

    /// The key alone, which costs far less than the whole mark.
    public static @Nullable String roleOf(Posting posting) {
        var employer = Identity.companyKey(posting.company());
        if (employer.isEmpty()) return null;
        var both = employer + '\n' + Identity.titleKey(posting.title());
        return UUID.nameUUIDFromBytes(both.getBytes(StandardCharsets.UTF_8)).toString();
    }

    public boolean sameRole(RoleMark other) {
        return role != null && role.equals(other.role) && Fingerprint.agreeing(text, other.text) >= AGREEING;
    }
}
