package pmradar.pursuit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import pmradar.posting.Posting;
import pmradar.posting.PostingId;
import pmradar.posting.RoleMark;

/// Pursuits in the database.
@Component
class StoredPursuits implements Pursuits {

    private static final String NOT_THERE = "You have nothing with the number %d.";

    private final PursuitTable table;
    private final SeenTable seen;
    private final ApplicationEventPublisher events;

    StoredPursuits(PursuitTable table, SeenTable seen, ApplicationEventPublisher events) {
        this.table = table;
        this.seen = seen;
        this.events = events;
    }

    @Override
    public List<Pursuit> all(long account) {
        return table.all(account).stream().filter(one -> !one.empty()).toList();
    }

    @Override
    public Optional<Pursuit> find(long account, long id) {
        return table.find(account, id).filter(one -> !one.empty());
    }

    @Override
    public Map<PostingId, Standing> standings(long account, Collection<Posting> postings) {
        var ids = postings.stream().map(Posting::id).toList();
        var opened = seen.among(account, ids);
        Map<PostingId, Pursuit> own = new HashMap<>();
        for (var one : table.of(
                account, "posting_id", ids.stream().map(PostingId::value).toList()))
            if (!one.empty()) own.put(Objects.requireNonNull(one.posting()), one);
        var others = sameRoles(
                account,
                postings.stream().filter(one -> !own.containsKey(one.id())).toList());
        var standings = new HashMap<PostingId, Standing>();
        for (var id : ids) {
            var standing = new Standing(own.get(id), others.get(id), opened.get(id));
            if (!standing.equals(Standing.NONE)) standings.put(id, standing);
        }
        return standings;
    }

    /// What was done about another posting of the same role: found by its key, and made sure of by the text.
    private Map<PostingId, Pursuit> sameRoles(long account, List<Posting> postings) {
        var roles =
                postings.stream().map(RoleMark::roleOf).filter(Objects::nonNull).collect(Collectors.toSet());
        var known = table.of(account, "role_key", roles).stream()
                .filter(one -> !one.empty())
                .sorted(Comparator.comparing(Pursuit::changed).reversed())
                .toList();
        if (known.isEmpty()) return Map.of();
        var marks = known.stream().collect(Collectors.toMap(Pursuit::id, one -> table.mark(one.id())));
        var found = new HashMap<PostingId, Pursuit>();
        for (var posting : postings) {
            var role = RoleMark.roleOf(posting);
            if (role == null || marks.values().stream().noneMatch(mark -> role.equals(mark.role()))) continue;
            var mark = RoleMark.of(posting);
            known.stream()
                    .filter(one -> Objects.requireNonNull(marks.get(one.id())).sameRole(mark))
                    .findFirst()
                    .ifPresent(one -> found.put(posting.id(), one));
        }
        return found;
    }

    @Override
    public Set<PostingId> hidden(long account) {
        return table.hidden(account).stream().map(PostingId::new).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Pursuit note(long account, Posting posting, Step step) {
        var pursuit = begun(account, posting, step.said());
        note(pursuit, step);
        return again(account, pursuit.id());
    }

    @Override
    public void note(long account, long id, Step step) {
        note(known(account, id), step);
    }

    private void note(Pursuit pursuit, Step step) {
        if (step.stage() != null && pursuit.hidden() != null) table.hide(pursuit.id(), null);
        if (pursuit.steps().stream().noneMatch(step::saysTheSameAs)) {
            if (pursuit.steps().size() >= MOST_STEPS) {
                throw new IllegalArgumentException("A posting can have at most 200 steps and notes.");
            }
            table.add(pursuit.id(), step);
        }
        table.touch(pursuit.id(), step.said());
    }

    @Override
    public Pursuit hide(long account, Posting posting, Instant now) {
        var pursuit = begun(account, posting, now);
        hide(account, pursuit.id(), now);
        return again(account, pursuit.id());
    }

    @Override
    public void hide(long account, long id, Instant now) {
        changing(account, id, now, pursuit -> table.hide(pursuit, now));
    }

    @Override
    public void show(long account, long id, Instant now) {
        changing(account, id, now, pursuit -> table.hide(pursuit, null));
        table.deleteIfEmpty(id);
    }

    @Override
    public void change(long account, long id, long step, LocalDate on, String note, Instant now) {
        var before = known(account, id).steps().stream()
                .filter(one -> one.id() == step)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no step with the number " + step + "."));
        var after = Step.of(before.stage(), on, note, before.said());
        changing(account, id, now, pursuit -> table.change(pursuit, step, after.on(), after.note()));
    }

    @Override
    public void remove(long account, long id, long step, Instant now) {
        changing(account, id, now, pursuit -> table.remove(pursuit, step));
        table.deleteIfEmpty(id);
    }

    @Override
    public void next(long account, long id, @Nullable NextStep next, Instant now) {
        changing(account, id, now, pursuit -> table.next(pursuit, next));
        table.deleteIfEmpty(id);
    }

    @Override
    public void seen(long account, Posting posting, Instant now) {
        var listing = Copied.of(posting).listings().stream().findFirst().orElse(null);
        seen.put(account, new SeenTable.Seen(posting.id(), listing, now), now);
    }

    @Override
    public long countSeen(long account) {
        return seen.count(account);
    }

    @Override
    public void forgetSeen(long account) {
        seen.forget(account);
    }

    /// Makes room for what is done about a posting, or finds it, with the copies brought up to date.
    private Pursuit begun(long account, Posting posting, Instant now) {
        var copied = Copied.of(posting);
        var before = table.ofPosting(account, posting.id());
        if (before.isEmpty()) {
            if (table.count(account) >= MOST) {
                throw new IllegalArgumentException(
                        "There is room for 10,000 postings; bring some back to lists first.");
            }
            table.begin(account, copied, now);
            events.publishEvent(new PursuitBegun(account));
        }
        var pursuit = table.ofPosting(account, posting.id()).orElseThrow();
        table.copy(pursuit.id(), copied);
        table.addListings(pursuit.id(), copied.listings());
        return pursuit;
    }

    private void changing(long account, long id, Instant now, LongConsumer change) {
        known(account, id);
        change.accept(id);
        table.touch(id, now);
    }

    private Pursuit known(long account, long id) {
        return table.find(account, id).orElseThrow(() -> new IllegalArgumentException(NOT_THERE.formatted(id)));
    }

    private Pursuit again(long account, long id) {
        return table.find(account, id).orElseThrow();
    }
}
