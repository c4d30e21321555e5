package pmradar.posting;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// By what a role is known when it is posted anew: employer and title for finding it, the text for being sure.
///
/// @param role a key of employer and title; null where the employer is not named
/// @param text 64 bits of which nearly all agree for texts that are nearly the same
public record RoleMark(@Nullable String role, long text) {

    /// As much as two texts may differ that are told to be the same; see [SamePosting].
    private static final int MAX_DISTANCE = 12;

    public static RoleMark of(Posting posting) {
        return new RoleMark(roleOf(posting), Fingerprint.of(posting.text()));
    }

    /// The key alone, which costs far less than the whole mark.
    public static @Nullable String roleOf(Posting posting) {
        var employer = Identity.companyKey(posting.company());
        if (employer.isEmpty()) return null;
        var both = employer + '\n' + Identity.titleKey(posting.title());
        return UUID.nameUUIDFromBytes(both.getBytes(StandardCharsets.UTF_8)).toString();
    }

    public boolean sameRole(RoleMark other) {
        return role != null && role.equals(other.role) && Fingerprint.distance(text, other.text) <= MAX_DISTANCE;
    }
}
