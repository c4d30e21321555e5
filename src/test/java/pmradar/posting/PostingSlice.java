package pmradar.posting;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.jpa.test.autoconfigure.AutoConfigureDataJpa;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Import;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/// The room alone, on whatever database the test names. No stereotype, so that no other test's scan finds it.
@AutoConfigureDataJpa
@EnableConfigurationProperties(PostingSettings.class)
@EntityScan
@EnableJpaRepositories
@Import({
    StoredPostings.class,
    PageRecorder.class,
    Closing.class,
    Mending.class,
    Versions.class,
    StoredCorrections.class,
    StoredReadmissions.class,
    StoredSightings.class,
    StoredOutlines.class,
    Store.class,
    StoredHistories.class,
    Splitting.class,
    Contents.class,
    Revisions.class
})
public class PostingSlice {}
