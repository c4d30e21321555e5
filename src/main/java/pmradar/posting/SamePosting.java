package pmradar.posting;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// Decides whether a draft speaks of a posting that is known from elsewhere. Careful: two postings shown as one hide a
/// chance, one shown twice only costs a glance.
final class SamePosting {
    private static final double NEARLY_ALL = 0.9;
    private static final double MOST = 0.6;
    private static final int TELLING_CHARS = 300;
    private static final int MAX_DISTANCE = 12;

    private final Draft draft;
    private final Identity identity;
    private final String title;

    SamePosting(Draft draft, Identity identity) {
        this.draft = draft;
        this.identity = identity;
        this.title = Identity.titleKey(draft.title());
    }

    /// In words why `candidate` is the posting of the draft, or nothing when it is another.
    ///
    /// @param body fetches a posting's text, asked for only when all else fits
    Optional<String> why(Candidate candidate, LongFunction<String> body) {
        if (!likely(candidate)) return Optional.empty();
        var text = body.apply(candidate.id());
        return onePage(candidate) ? samePage(text) : sameText(text);
    }

    /// Whether all fits but the text, which costs more to look at.
    boolean likely(Candidate candidate) {
        if (!title.equals(Identity.titleKey(candidate.title()))) return false;
        if (differ(draft.requisition(), candidate.requisition())) return false;
        if (onePage(candidate)) return true;
        if (identity.sameKey() == null || !identity.sameKey().equals(candidate.sameKey())) return false;
        if (Fingerprint.distance(identity.fingerprint(), candidate.fingerprint()) > MAX_DISTANCE) return false;
        return placesFit(Notation.places(candidate.places()));
    }

    private boolean onePage(Candidate candidate) {
        return identity.urlKey() != null && identity.urlKey().equals(candidate.urlKey());
    }

    /// A board that gives all its postings one address must not make them one posting.
    private Optional<String> samePage(String text) {
        var telling = Math.min(text.length(), draft.text().length()) >= TELLING_CHARS;
        if (telling && Fingerprint.alike(text, draft.text()) < MOST) return Optional.empty();
        return Optional.of("the same page and title");
    }

    private Optional<String> sameText(String text) {
        if (Math.min(text.length(), draft.text().length()) < TELLING_CHARS && !text.equals(draft.text())) {
            return Optional.empty();
        }
        var alike = Fingerprint.alike(text, draft.text());
        if (alike < NEARLY_ALL) return Optional.empty();
        return Optional.of("the same employer and title, %.0f%% of the text".formatted(Math.floor(alike * 100)));
    }

    /// One role in many places is for now many postings.
    private boolean placesFit(List<Place> known) {
        if (known.isEmpty() || draft.places().isEmpty()) return true;
        return draft.places().stream().anyMatch(one -> known.stream().anyMatch(other -> fit(one, other)));
    }

    private static boolean fit(Place one, Place other) {
        if (differ(one.country(), other.country()) || differ(one.city(), other.city())) return false;
        var known = one.city() != null && other.city() != null || one.country() != null && other.country() != null;
        return known || one.raw().equalsIgnoreCase(other.raw());
    }

    private static boolean differ(@Nullable String one, @Nullable String other) {
        return one != null && other != null && !one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }
}
