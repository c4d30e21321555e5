package pmradar.ingest;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import pmradar.classify.Classifier;
import pmradar.feed.Feeds;
import pmradar.posting.Posting;
import pmradar.posting.PostingId;
import pmradar.posting.Postings;

/// Judges stored postings anew when rules, model or taxonomy have changed. It may be stopped at any posting and goes on
/// from there: what is done carries the new version.
@Component
public class Reclassification {
    private static final Logger LOG = LoggerFactory.getLogger(Reclassification.class);
    private static final int CHUNK = 100;

    private final Classifier classifier;
    private final Postings postings;
    private final JdbcReadLog log;
    private final Feeds feeds;
    private final Clock clock;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile @Nullable Progress progress;

    Reclassification(Classifier classifier, Postings postings, JdbcReadLog log, Feeds feeds, Clock clock) {
        this.log = log;
        this.feeds = feeds;
        this.classifier = classifier;
        this.postings = postings;
        this.clock = clock;
    }

    /// @param total postings judged by other rules when this began; @param labelsChanged how many changed their label
    /// or
    ///     their being on topic
    public record Progress(
            String rulesVersion,
            long total,
            long done,
            long labelsChanged,
            Instant started,
            @Nullable Instant ended) {}

    /// Of the run that goes on or went last; null when none was needed since the start.
    public @Nullable Progress progress() {
        return progress;
    }

    /// Judges all that was judged by other rules; what was set aside is not kept and comes with the next readings,
    /// which therefore must bring all listings. Does nothing while a run goes on, or when nothing is old. When the
    /// rules change meanwhile, it begins again with those.
    void run() {
        if (!running.compareAndSet(false, true)) return;
        try {
            for (var judged = ""; !judged.equals(classifier.version()); ) {
                judged = classifier.version();
                if (log.rulesChangedTo(judged)) feeds.forgetBookmarks();
                var total = postings.countJudgedOtherwise(judged);
                if (total > 0) judgeAll(new Progress(judged, total, 0, 0, clock.instant(), null));
            }
        } finally {
            running.set(false);
        }
    }

    private void judgeAll(Progress begun) {
        var now = begun;
        var last = new PostingId(Long.MIN_VALUE);
        progress = now;
        for (var chunk = old(last);
                !chunk.isEmpty() && now.rulesVersion.equals(classifier.version());
                chunk = old(last)) {
            long changed = chunk.stream().filter(this::changes).count();
            last = chunk.getLast().id();
            now = new Progress(
                    now.rulesVersion,
                    now.total,
                    now.done + chunk.size(),
                    now.labelsChanged + changed,
                    now.started,
                    null);
            progress = now;
        }
        progress = new Progress(now.rulesVersion, now.total, now.done, now.labelsChanged, now.started, clock.instant());
        LOG.info("{} postings judged anew by {}; {} labels changed", now.done, now.rulesVersion, now.labelsChanged);
    }

    private java.util.List<Posting> old(PostingId after) {
        return postings.judgedOtherwise(classifier.version(), after, CHUNK);
    }

    private boolean changes(Posting posting) {
        return postings.rejudge(posting.id(), classifier.judge(posting.title(), posting.text()), clock.instant());
    }
}
