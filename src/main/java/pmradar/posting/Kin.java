package pmradar.posting;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/// Which postings carry one posting's text under other names, as columns.
///
/// @param group the id of the first of them; null where there are none
/// @param why in words how that was seen; null for the first
/// @param said whether a person said that it is none of them
@Embeddable
record Kin(
        @Column(name = "group_id") @Nullable Long group,
        @Column(name = "group_why") @Nullable String why,
        @Column(name = "group_said") boolean said) {
    static final Kin NONE = new Kin(null, null, false);

    Kin apart(boolean apart) {
        return new Kin(group, why, apart);
    }

    @Nullable
    PostingId shown() {
        return group == null || said ? null : new PostingId(group);
    }
}
