package pmradar.posting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Records one page of drafts with a handful of statements, however many there are on it: what is known of them is read
/// at once, what is still the same costs one update, and the rest is written in batches.
@Component
class PageRecorder {
    private final Store store;

    PageRecorder(Store store) {
        this.store = store;
    }

    List<Recorded> record(String feedId, List<Judged> page, Instant now) {
        var entries = entries(feedId, page);
        var news = entries.values().stream().filter(entry -> !entry.same(now)).toList();
        var number = news.isEmpty() ? 0 : store.versions().take(news.size());
        noteSame(entries.values().stream().filter(entry -> entry.same(now)).toList(), now);
        if (!news.isEmpty()) new PageWriting(store, feedId, now, number).write(news);
        store.postings().flush();
        store.entities().clear();
        return outcomes(page, entries);
    }

    /// Notes that drafts that are stored word for word, and were judged by these rules, are still there.
    ///
    /// @return their external ids
    Set<String> stillSame(String feedId, List<Draft> page, String rulesVersion, Instant now) {
        var first = new HashMap<String, Draft>();
        for (var draft : page) first.putIfAbsent(draft.externalId(), draft);
        if (first.isEmpty()) return Set.of();
        var same = store.sightings().knownBy(feedId, first.keySet(), rulesVersion).stream()
                .filter(known ->
                        known.same(Identity.contentHash(Objects.requireNonNull(first.get(known.externalId()))), now))
                .toList();
        if (same.isEmpty()) return Set.of();
        store.sightings().seen(same.stream().map(KnownSighting::id).toList(), now);
        return same.stream().map(KnownSighting::externalId).collect(Collectors.toSet());
    }

    /// A feed that names one listing twice on a page means the first.
    private static List<Recorded> outcomes(List<Judged> page, Map<String, Entry> entries) {
        var outcomes = new ArrayList<Recorded>(page.size());
        for (var judged : page) {
            var entry = Objects.requireNonNull(entries.get(judged.draft().externalId()));
            outcomes.add(entry.judged == judged ? entry.outcome : Recorded.SAME);
        }
        return outcomes;
    }

    private Map<String, Entry> entries(String feedId, List<Judged> page) {
        var entries = new LinkedHashMap<String, Entry>();
        for (var judged : page) {
            entries.computeIfAbsent(judged.draft().externalId(), id -> new Entry(judged));
        }
        if (entries.isEmpty()) return entries;
        for (var known : store.sightings().known(feedId, entries.keySet())) {
            Objects.requireNonNull(entries.get(known.externalId())).known = known;
        }
        return entries;
    }

    private void noteSame(List<Entry> same, Instant now) {
        var ids = same.stream()
                .map(entry -> Objects.requireNonNull(entry.known).id())
                .toList();
        if (!ids.isEmpty()) store.sightings().seen(ids, now);
    }
}
