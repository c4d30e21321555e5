package pmradar.ingest;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import pmradar.classify.Classifier;
import pmradar.classify.Verdict;
import pmradar.feed.Feed;
import pmradar.feed.FeedFinder;
import pmradar.feed.Listing;
import pmradar.posting.Draft;

/// Cleans and judges as the [Line] does, and forgets.
@Component
class DryLine implements FeedTrial {
    private static final Map<String, Predicate<Listing>> FIELDS = fields();

    private final FeedFinder finder;
    private final Cleaner cleaner;
    private final Classifier classifier;
    private final Clock clock;

    DryLine(FeedFinder finder, Cleaner cleaner, Classifier classifier, Clock clock) {
        this.finder = finder;
        this.cleaner = cleaner;
        this.classifier = classifier;
        this.clock = clock;
    }

    @Override
    public Tried read(Feed feed) {
        var glance = finder.glance(feed);
        var roles = new ArrayList<Role>();
        var aside = new HashMap<String, Integer>();
        var now = clock.instant();
        for (var listing : glance.listings()) {
            try {
                take(feed, listing, now, roles, aside);
            } catch (RuntimeException | StackOverflowError stumbled) {
                aside.merge("could not be read: " + stumbled.getClass().getSimpleName(), 1, Integer::sum);
            }
        }
        for (var unreadable : glance.unreadable()) aside.merge(unreadable.reason(), 1, Integer::sum);
        var companies = glance.listings().stream().map(Listing::company).toList();
        var named = companies.stream().filter(one -> one != null).distinct().toList();
        return new Tried(
                glance.listings().size(),
                glance.bare(),
                glance.more(),
                roles,
                FIELDS.entrySet().stream()
                        .map(field -> new Field(field.getKey(), (int) glance.listings().stream()
                                .filter(field.getValue())
                                .count()))
                        .toList(),
                named.size() == 1 ? named.getFirst() : null,
                !named.isEmpty(),
                aside,
                glance.problem());
    }

    private void take(Feed feed, Listing listing, Instant now, List<Role> roles, Map<String, Integer> aside) {
        switch (cleaner.clean(feed, listing, now)) {
            case Cleaned.Unusable(var reason) -> aside.merge(reason, 1, Integer::sum);
            case Cleaned.Clean(var draft) -> judge(draft).ifPresent(roles::add);
        }
    }

    private Optional<Role> judge(Draft draft) {
        return switch (classifier.judge(draft.title(), draft.text())) {
            case Verdict.OffTopic off -> Optional.empty();
            case Verdict.Tagged(var found) ->
                Optional.of(new Role(
                        draft.title(),
                        draft.company(),
                        String.join(
                                "; ",
                                draft.places().stream()
                                        .map(place -> place.raw())
                                        .toList()),
                        found.label(),
                        found.score()));
        };
    }

    private static Map<String, Predicate<Listing>> fields() {
        var fields = new LinkedHashMap<String, Predicate<Listing>>();
        fields.put("title", one -> one.title() != null);
        fields.put("employer", one -> one.company() != null);
        fields.put("place", one -> !one.where().locations().isEmpty());
        fields.put("way of working", one -> one.where().workplace() != null);
        fields.put("link", one -> one.links().url() != null);
        fields.put("text", one -> one.body().html() != null || one.body().text() != null);
        fields.put("date posted", one -> one.dates().posted() != null);
        fields.put("closing date", one -> one.dates().closes() != null);
        fields.put("pay", one -> one.terms().pay() != null);
        fields.put("employment", one -> one.terms().employmentType() != null);
        fields.put("department", one -> one.terms().department() != null);
        fields.put("requisition", one -> one.terms().requisition() != null);
        fields.put("language", one -> one.terms().language() != null);
        return fields;
    }
}
