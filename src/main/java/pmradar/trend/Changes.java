package pmradar.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pmradar.trend.Details.Item;
import pmradar.trend.Figure.Axis;
import pmradar.trend.Figure.Unit;
import pmradar.trend.Findings.Sure;
import pmradar.trend.Scope.Side;
import pmradar.trend.Sheet.Cell;
import pmradar.trend.Tally.Group;
import pmradar.trend.TrendReport.Finding;
import pmradar.trend.Where.Event;

/// What rose and what fell against the period before, among feeds that were read in both, so that no feed that came or
/// went is taken for the market.
final class Changes {

    static final String ID = "changes";

    /// Of both periods together, fewer are not looked at.
    private static final int FEW = 10;

    /// @param key of the row @param subject begins a sentence
    private record Watched(String key, String name, String subject, int[] marks) {}

    private record Change(Watched watched, long before, long ofBefore, long now, long ofNow) {

        boolean testable() {
            return before + now >= FEW && ofBefore >= Sheet.FEW && ofNow >= Sheet.FEW;
        }

        double chance() {
            return Chance.ofDifference(before, ofBefore, now, ofNow);
        }
    }

    private final Scope scope;
    private final Tally tally;
    private final List<Change> changes;

    Changes(Scope scope, Tally tally, Items items) {
        this.scope = scope;
        this.tally = tally;
        this.changes = watched(items).stream().map(this::change).toList();
    }

    private static List<Watched> watched(Items items) {
        var all = new ArrayList<Watched>();
        all.add(new Watched("label:technical", "Technical", "The share of technical postings", new int[] {
            items.mark(Kind.LABEL, "technical")
        }));
        add(all, "remote", items.of(Kind.REMOTE), "Work that is \"%s\"");
        add(all, "domain", items.of(Kind.DOMAIN), "The field \"%s\"");
        add(all, "country", items.of(Kind.COUNTRY, 30), "The part of %s");
        add(all, "degree", items.of(Kind.DEGREE), "\"%s\" as the degree that is asked for");
        add(all, "years", items.of(Kind.YEARS), "\"%s\" as the experience that is asked for");
        add(all, "requirement", items.requirements(100), "%s as a requirement");
        add(all, "certificate", items.of(Kind.CERTIFICATE, 50), "%s as a certificate");
        return all;
    }

    private static void add(List<Watched> all, String prefix, List<Item> items, String subject) {
        for (var item : items)
            all.add(new Watched(prefix + ":" + item.key(), item.name(), subject.formatted(item.name()), item.marks()));
    }

    private Change change(Watched watched) {
        return new Change(
                watched,
                tally.count(Group.STEADY_BEFORE, watched.marks()),
                tally.total(Group.STEADY_BEFORE),
                tally.count(Group.STEADY_NOW, watched.marks()),
                tally.total(Group.STEADY_NOW));
    }

    Sheet sheet() {
        var sheet = new Sheet(
                ID,
                "What rose, and what fell, against the period before?",
                "Shares of the postings that opened in this period and in the one of the same length before it, among feeds"
                        + " that were read in both; empty if there are none. With the 95% interval of Wilson. What is said"
                        + " to have risen or fallen is significant at 5% after correcting for all that was looked at"
                        + " (Fisher's exact test, Holm), by postings and again by employers. Seasons are not taken out.",
                Axis.CATEGORY,
                Unit.SHARE,
                List.of("the period before", "this period"));
        for (var change : changes) {
            if (change.before() + change.now() == 0) continue;
            var cells = Arrays.<@Nullable Cell>asList(
                    Sheet.share(change.before(), change.ofBefore(), where(change, scope.before(), scope.from() - 1)),
                    Sheet.share(change.now(), change.ofNow(), where(change, scope.from(), scope.to())));
            sheet.row(change.watched().key(), change.watched().name(), null, cells);
        }
        return sheet.ranked();
    }

    private static Where where(Change change, int from, int to) {
        return new Where(
                Side.CHOSEN, Event.OPENED, from, to, List.of(change.watched().marks()), true);
    }

    /// How likely chance alone brings each about that can be tested, by postings.
    double[] chances() {
        return tested().mapToDouble(Change::chance).toArray();
    }

    private Stream<Change> tested() {
        return changes.stream().filter(Change::testable);
    }

    /// Those that chance alone hardly brings about: by each posting for itself, and again by each employer, because
    /// postings of one employer are alike.
    ///
    /// @param corrected for each of [#chances], for all that was looked at @param looked how much that was
    List<Sure> findings(double[] corrected, int looked) {
        var tested = tested().toList();
        int[] sure = IntStream.range(0, corrected.length)
                .filter(i -> corrected[i] < Findings.SURE)
                .limit(Employers.MOST)
                .toArray();
        if (sure.length == 0) return List.of();
        var employers = Employers.of(
                scope,
                IntStream.of(sure)
                        .mapToObj(i -> tested.get(i).watched().marks())
                        .toList());
        return IntStream.range(0, sure.length)
                .mapToObj(i -> new Sure(
                        finding(tested.get(sure[i])),
                        Math.max(corrected[sure[i]], Math.min(1, looked * employers.chance(i)))))
                .filter(one -> one.chance() < Findings.SURE)
                .toList();
    }

    private static Finding finding(Change change) {
        double before = (double) change.before() / change.ofBefore();
        double now = (double) change.now() / change.ofNow();
        var interval = Chance.difference(change.before(), change.ofBefore(), change.now(), change.ofNow());
        boolean rose = now > before;
        double least = rose ? interval.low() : -interval.high();
        double most = rose ? interval.high() : -interval.low();
        var sentence = String.format(
                Locale.ROOT,
                "%s %s from %s to %s of new postings against the period before (95%% interval: %.1f to %.1f points %s).",
                change.watched().subject(),
                rose ? "rose" : "fell",
                Scope.percent(before),
                Scope.percent(now),
                100 * least,
                100 * most,
                rose ? "more" : "less");
        return new Finding(sentence, ID, change.watched().key());
    }
}
