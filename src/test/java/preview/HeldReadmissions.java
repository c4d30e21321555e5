package preview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import pmradar.ingest.SecondLook;
import pmradar.posting.Readmissions;

/// Listings taken in, in memory. The feed is never read, so that they wait.
public class HeldReadmissions implements Readmissions, SecondLook {

    private final HeldReadLog log;
    private final List<Readmission> made = new ArrayList<>();

    HeldReadmissions(HeldReadLog log) {
        this.log = log;
    }

    public void clear() {
        made.clear();
    }

    @Override
    public long readmit(String feedId, String externalId, String reason, String by) {
        if (log.setAside(feedId, 100, null).stream()
                .noneMatch(one -> one.offTopic() && one.externalId().equals(externalId)))
            throw new IllegalArgumentException("Feed %s has set no listing %s aside".formatted(feedId, externalId));
        return readmit(feedId, externalId, reason, by, PreviewApplication.NOW);
    }

    @Override
    public synchronized long readmit(String feedId, String externalId, String reason, String by, Instant now) {
        var id = 1_000 + made.size();
        made.addFirst(new Readmission(id, feedId, externalId, reason, by, now, null));
        return id;
    }

    @Override
    public Set<String> among(String feedId, Collection<String> externalIds) {
        return of(feedId).stream()
                .map(Readmission::externalId)
                .filter(externalIds::contains)
                .collect(Collectors.toSet());
    }

    @Override
    public void arrived(String feedId, Collection<String> externalIds, Instant now) {
        throw new UnsupportedOperationException("the preview reads no feeds");
    }

    @Override
    public synchronized List<Readmission> of(String feedId) {
        return made.stream().filter(one -> one.feedId().equals(feedId)).toList();
    }

    synchronized boolean undo(long number) {
        return made.removeIf(one -> one.id() == number);
    }
}
