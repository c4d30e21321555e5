package pmradar.posting;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// Decides whether a draft speaks of a posting that is known from elsewhere. Careful: two postings shown as one hide a
/// chance, one shown twice only costs a glance. One role in many places is one posting; one text under two employers is
/// two.
final class SamePosting {
    /// For one title in one place; below it stand roles of one series, which share the employer's own words.
    private static final double MUCH = 0.85;
    /// For other places.
    private static final double NEARLY_ALL = 0.9;
    /// For a copy under another name.
    private static final double COPIED = 0.8;
    /// For one page.
    private static final double MOST = 0.6;
    /// Of a text that another has with more around it, such as a letterhead.
    private static final double WHOLE = 0.95;

    private static final int TELLING_CHARS = 300;
    /// Of sixteen; texts that are alike to 0.7 agree in as many in 99 of 100 cases.
    private static final int MIN_AGREEING = 7;

    private final Draft draft;
    private final Identity identity;
    private final String title;
    private final String company;

    SamePosting(Draft draft, Identity identity) {
        this.draft = draft;
        this.identity = identity;
        this.title = Identity.titleKey(draft.title());
        this.company = Identity.companyKey(draft.company());
    }

    /// @param text fetches a posting's text, asked for only when all else fits
    Kinship to(Candidate candidate, LongFunction<Known> text) {
        if (!likely(candidate)) return new Kinship.Stranger();
        var known = text.apply(candidate.id());
        var alike = identity.shingles().alike(known.shingles());
        if (sameTitle(candidate) && !differ(draft.requisition(), candidate.requisition())) {
            if (onePage(candidate)) return samePage(known, alike);
            if (sameEmployer(candidate)) return sameText(candidate, known, alike);
        }
        return sameEmployer(candidate) && !company.isEmpty() ? new Kinship.Stranger() : copy(candidate, known, alike);
    }

    /// A known posting's text.
    record Known(String text, Shingles shingles) {
        Known(String text) {
            this(text, Shingles.of(text));
        }
    }

    /// Whether all fits but the text, which costs more to look at.
    boolean likely(Candidate candidate) {
        if (onePage(candidate) && sameTitle(candidate)) return !differ(draft.requisition(), candidate.requisition());
        if (Fingerprint.agreeing(identity.fingerprint().brief(), candidate.fingerprint()) < MIN_AGREEING) return false;
        if (!sameEmployer(candidate) || company.isEmpty()) return akin(title, Identity.titleKey(candidate.title()));
        return sameTitle(candidate) && !differ(draft.requisition(), candidate.requisition());
    }

    private boolean sameTitle(Candidate candidate) {
        return title.equals(Identity.titleKey(candidate.title()));
    }

    private boolean sameEmployer(Candidate candidate) {
        return company.equals(Identity.companyKey(candidate.company()));
    }

    private boolean onePage(Candidate candidate) {
        return identity.urlKey() != null && identity.urlKey().equals(candidate.urlKey());
    }

    /// A board that gives all its postings one address must not make them one posting.
    private Kinship samePage(Known known, double alike) {
        if (telling(known) && alike < MOST) return new Kinship.Stranger();
        return new Kinship.Same("the same page and title");
    }

    private Kinship sameText(Candidate candidate, Known known, double alike) {
        if (!telling(known) && !known.text().equals(draft.text())) return new Kinship.Stranger();
        var here = Places.meet(draft.places(), Notation.places(candidate.places()));
        var nearly = alike >= (here ? MUCH : NEARLY_ALL) || here && alike >= MOST && within(known) >= WHOLE;
        if (!nearly || company.isEmpty() && !here) return new Kinship.Stranger();
        return new Kinship.Same("the same %s, %s%s"
                .formatted(
                        company.isEmpty() ? "title and place, no employer" : "employer and title",
                        share(alike),
                        here ? "" : ", for another place"));
    }

    private double within(Known known) {
        return identity.shingles().within(known.shingles());
    }

    private Kinship copy(Candidate candidate, Known known, double alike) {
        if (!telling(known) || !copied(alike)) return new Kinship.Stranger();
        var theirs = Identity.companyKey(candidate.company());
        var whose = company.isEmpty() || theirs.isEmpty() ? "of which one names no employer" : "under another employer";
        return new Kinship.Copy("%s, %s".formatted(share(alike), whose));
    }

    static boolean copied(double alike) {
        return alike >= COPIED;
    }

    private static String share(double alike) {
        return "%.0f%% of the text".formatted(Math.floor(alike * 100));
    }

    private boolean telling(Known known) {
        return Math.min(known.text().length(), draft.text().length()) >= TELLING_CHARS;
    }

    /// Whether two titles share half of their words: an agency adds or drops some, but names the same role.
    private static boolean akin(String one, String other) {
        if (one.equals(other)) return true;
        var words = new HashSet<>(List.of(one.split(" ", -1)));
        var others = new HashSet<>(List.of(other.split(" ", -1)));
        int fewest = Math.min(words.size(), others.size());
        words.retainAll(others);
        return 2 * words.size() >= fewest;
    }

    private static boolean differ(@Nullable String one, @Nullable String other) {
        return one != null && other != null && !one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }
}
