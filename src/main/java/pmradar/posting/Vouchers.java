package pmradar.posting;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/// Which feeds name all their open postings, by their last reading.
interface Vouchers extends Repository<StoredVoucher, String> {

    Optional<StoredVoucher> findById(String feedId);

    StoredVoucher save(StoredVoucher voucher);

    default void note(String feedId, boolean complete) {
        var known = findById(feedId);
        if (known.isEmpty()) save(new StoredVoucher(feedId, complete));
        else known.get().vouches(complete);
    }
}
