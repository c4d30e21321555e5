package pmradar.posting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// Whether a feed's last reading named all its open postings, as stored.
@Entity
@Table(name = "posting_voucher")
class StoredVoucher {
    @Id
    private String feedId;

    @Column
    private boolean complete;

    /// For Hibernate.
    protected StoredVoucher() {}

    StoredVoucher(String feedId, boolean complete) {
        this.feedId = feedId;
        this.complete = complete;
    }

    void vouches(boolean all) {
        complete = all;
    }
}
