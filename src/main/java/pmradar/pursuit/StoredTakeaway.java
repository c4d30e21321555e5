package pmradar.pursuit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pmradar.posting.Posting;
import pmradar.posting.PostingId;
import pmradar.posting.Postings;
import pmradar.posting.RoleMark;
import pmradar.posting.Sightings;

/// Writes all lines of a person, and reads them again.
@Component
class StoredTakeaway implements Takeaway {

    private static final int MOST_SEEN = 50_000;
    private static final int MOST_BAD = 1000;

    private final PursuitTable table;
    private final SeenTable seen;
    private final Pursuits pursuits;
    private final Preferences preferences;
    private final Postings postings;
    private final Sightings sightings;

    StoredTakeaway(
            PursuitTable table,
            SeenTable seen,
            Pursuits pursuits,
            Preferences preferences,
            Postings postings,
            Sightings sightings) {
        this.table = table;
        this.seen = seen;
        this.pursuits = pursuits;
        this.preferences = preferences;
        this.postings = postings;
        this.sightings = sightings;
    }

    @Override
    public void export(long account, Consumer<String> line) {
        var preference = preferences.of(account);
        if (!preference.equals(Preference.USUAL)) line.accept(new Line.OfPreference(preference).written());
        for (var pursuit : pursuits.all(account).reversed()) {
            var id = pursuit.id();
            line.accept(Line.OfPosting.of(pursuit, table.mark(id), table.listings(id))
                    .written());
        }
        for (var one : seen.all(account, MOST_SEEN)) line.accept(new Line.OfSeen(one).written());
    }

    @Override
    public Taken take(long account, Stream<String> lines, Instant now) {
        var taking = new Taking(account, now);
        lines.takeWhile(_ -> taking.number <= MOST_LINES).forEach(taking::line);
        return new Taken(taking.added, taking.changed, taking.same, taking.bad);
    }

    private final class Taking {
        private final long account;
        private final Instant now;
        private final List<Taken.BadLine> bad = new ArrayList<>();
        private int number;
        private int added;
        private int changed;
        private int same;

        Taking(long account, Instant now) {
            this.account = account;
            this.now = now;
        }

        void line(String text) {
            number++;
            if (text.isBlank()) return;
            try {
                if (number > MOST_LINES) throw new IllegalArgumentException("only 60,000 lines are read at once");
                if (text.length() > LONGEST_LINE) throw new IllegalArgumentException("the line is too long");
                take(Line.read(number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text));
            } catch (IllegalArgumentException e) {
                var reason = Objects.requireNonNullElse(e.getMessage(), "cannot be read");
                if (bad.size() < MOST_BAD) bad.add(new Taken.BadLine(number, reason));
            }
        }

        private void take(Line line) {
            switch (line) {
                case Line.OfPosting one -> posting(one);
                case Line.OfSeen(var one) -> seen(one);
                case Line.OfPreference(var preference) -> {
                    var fresh = !preferences.of(account).equals(preference);
                    if (fresh) preferences.set(account, preference);
                    tell(fresh);
                }
            }
        }

        private void tell(boolean fresh) {
            if (fresh) changed++;
            else same++;
        }

        private void seen(SeenTable.Seen line) {
            var listing = line.listing();
            var here = listing == null ? Optional.<PostingId>empty() : sightings.posting(listing.feed(), listing.id());
            if (here.isEmpty() && listing != null
                    || here.isEmpty() && postings.find(line.posting()).isEmpty()) {
                throw new IllegalArgumentException("the posting that was seen is not known here");
            }
            var id = here.orElse(line.posting());
            var known = seen.among(account, List.of(id)).get(id);
            var fresh = known == null || known.isBefore(line.at());
            if (fresh) seen.put(account, new SeenTable.Seen(id, listing, line.at()), now);
            tell(fresh);
        }

        private void posting(Line.OfPosting line) {
            var copied = here(line.copied());
            var known = find(copied);
            if (known == null) {
                if (line.steps().isEmpty() && line.hidden() == null && line.next() == null) {
                    throw new IllegalArgumentException("nothing was done about the posting");
                }
                if (table.count(account) >= Pursuits.MOST) {
                    throw new IllegalArgumentException("there is room for 10,000 postings");
                }
                table.begin(account, copied, line.begun());
                known = Objects.requireNonNull(find(copied));
                put(known, line, true);
                table.touch(known.id(), line.changed());
                added++;
            } else {
                var fresh = put(known, line, line.changed().isAfter(known.changed()));
                if (fresh) table.touch(known.id(), now);
                tell(fresh);
            }
            table.addListings(known.id(), copied.listings());
        }

        private @Nullable Pursuit find(Copied copied) {
            var posting = copied.posting();
            return (posting == null ? table.detached(account, copied) : table.ofPosting(account, posting)).orElse(null);
        }

        /// @param later whether the line was written after what is known, and so knows better what is not a step
        private boolean put(Pursuit known, Line.OfPosting line, boolean later) {
            boolean fresh = false;
            int steps = known.steps().size();
            for (var step : line.steps()) {
                if (known.steps().stream().anyMatch(step::saysTheSameAs)) continue;
                if (steps++ >= Pursuits.MOST_STEPS) throw new IllegalArgumentException("more than 200 steps");
                table.add(known.id(), step);
                fresh = true;
            }
            if (later && !Objects.equals(known.hidden(), line.hidden())) {
                table.hide(known.id(), line.hidden());
                fresh = true;
            }
            if (later && !Objects.equals(known.next(), line.next())) {
                table.next(known.id(), line.next());
                fresh = true;
            }
            return fresh;
        }

        /// The posting as it is known here: by its listings, else by its number when that is of the same role.
        private Copied here(Copied copied) {
            var posting = copied.listings().stream()
                    .map(one -> sightings.posting(one.feed(), one.id()))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .or(() -> byNumber(copied));
            return new Copied(
                    posting.orElse(null),
                    copied.title(),
                    copied.employer(),
                    copied.link(),
                    copied.mark(),
                    copied.listings());
        }

        private Optional<PostingId> byNumber(Copied copied) {
            var id = copied.posting();
            if (id == null) return Optional.empty();
            return postings.find(id)
                    .filter(posting -> copied.mark().role() == null
                            ? posting.title().equals(copied.title())
                            : copied.mark().role().equals(RoleMark.roleOf(posting)))
                    .map(Posting::id);
        }
    }
}
