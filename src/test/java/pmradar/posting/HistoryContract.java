package pmradar.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What makes two listings one posting, what is remembered of it, and how it is undone; on every database.
abstract class HistoryContract extends PostingStoreContract {
    static final Duration DAY = Duration.ofDays(1);

    @Autowired
    Histories histories;

    @Test
    void oneRoleInThirtyCitiesIsOnePostingWithThirtyPlaces() {
        var page = new Drafts[30];
        for (int i = 0; i < 30; i++) page[i] = city("c" + i, "City " + i);
        record("north", NOW, page);
        assertThat(only().places()).hasSize(30);
        assertThat(only().sightings()).hasSize(30);
        assertThat(record("north", NOW.plus(HOUR), page)).containsOnly(Recorded.SAME);
        var reasons =
                history().joined().stream().map(PostingHistory.Joined::why).distinct();
        assertThat(reasons)
                .containsExactly("first seen here", "the same employer and title, 100% of the text, for another place");
    }

    @Test
    void aPlaceGoesWithItsSighting() {
        record("north", NOW, city("c1", "Graz"), city("c2", "Wien"), city("c3", "Linz"));
        for (int hour = 1; hour < 4; hour++) {
            var at = NOW.plus(HOUR.multipliedBy(hour));
            record("north", at, city("c2", "Wien"), city("c3", "Linz"));
            postings.readingEnded("north", true, at, at);
        }
        assertThat(only().places()).extracting(Place::city).containsExactly("Wien", "Linz");
        assertThat(only().open()).isTrue();
        record("north", NOW.plus(DAY), city("c1", "Graz"), city("c2", "Wien"), city("c3", "Linz"));
        assertThat(only().places()).extracting(Place::city).containsExactlyInAnyOrder("Graz", "Wien", "Linz");
    }

    @Test
    void anAgencysCopyIsGroupedWithItsOriginalAndNotMergedIntoIt() {
        var original = Drafts.of("a1");
        record("north", NOW, original);
        var copy = Drafts.of("z1")
                .title("Project Manager a1 (contract)")
                .company("Placed Well Ltd")
                .text(original.text() + " Apply through us.");
        record("agency", NOW, copy);
        var both = all();
        assertThat(both)
                .hasSize(2)
                .allSatisfy(posting -> assertThat(posting.life().group()).isEqualTo(id("north")));
        assertThat(histories.of(id("agency"), NOW).orElseThrow()).satisfies(history -> {
            assertThat(history.relatives()).singleElement().satisfies(one -> {
                assertThat(one.id()).isEqualTo(id("north"));
                assertThat(one.company()).isEqualTo("Northwind Rail GmbH");
            });
            assertThat(history.groupWhy()).endsWith("% of the text, under another employer");
        });
        histories.setApart(id("agency"), true);
        assertThat(all()).filteredOn(posting -> posting.life().group() != null).hasSize(1);
        record("agency", NOW.plus(HOUR), copy.text(original.text() + " Apply through us today."));
        assertThat(posting("agency").life().group()).isNull();
        histories.setApart(id("agency"), false);
        assertThat(posting("agency").life().group()).isEqualTo(id("north"));
        record("agency", NOW.plus(HOUR), copy.text(Drafts.text(77)));
        assertThat(posting("agency").life().group()).isNull();
    }

    @Test
    void aListingWithoutEmployerIsGroupedWithOneThatNamesItAndJoinedWithItsLike() {
        record("north", NOW, Drafts.of("a1"));
        var bare = Drafts.of("z1")
                .title("Project Manager a1")
                .company(null)
                .text(Drafts.of("a1").text());
        record("south", NOW, bare);
        assertThat(all()).hasSize(2);
        assertThat(posting("south").life().group()).isEqualTo(id("north"));
        record("west", NOW, new Drafts("w1", bare.title(), null, "Graz", bare.text(), null, null, null, false));
        assertThat(all()).hasSize(2);
        assertThat(posting("west").id()).isEqualTo(posting("south").id());
    }

    @Test
    void aSplitGivesTheWholePostingBackAndStaysThoughReadAndJudgedAnew() {
        var copy = Drafts.of("x1")
                .title("PROJECT MANAGER a1")
                .city("Wien")
                .text(Drafts.of("a1").text() + " Apply now.")
                .url("https://else.example.org/1");
        record("north", NOW, Drafts.of("a1"));
        record("south", NOW.plus(HOUR), copy);
        var joined = history().joined();
        assertThat(joined).extracting(PostingHistory.Joined::leads).containsExactly(true, false);
        var original = only().id();
        var split = histories.split(original, joined.getLast().id(), "ada", NOW.plus(DAY));
        var restored = postings.find(split).orElseThrow();
        assertThat(restored.title()).isEqualTo("PROJECT MANAGER a1");
        assertThat(restored.text()).isEqualTo(copy.text());
        assertThat(restored.classification()).isEqualTo(copy.judged().classification());
        assertThat(restored.places()).extracting(Place::city).containsExactly("Wien");
        assertThat(restored.life().firstSeen()).isEqualTo(NOW.plus(HOUR));
        assertThat(posting("north").places()).extracting(Place::city).containsExactly("Graz");

        record("south", NOW.plus(DAY), copy);
        record("south", NOW.plus(DAY), copy.text(copy.text() + " At once."));
        assertThat(all()).hasSize(2);
        assertThat(posting("south").id()).isEqualTo(split);

        histories.rejoin(
                histories.of(original, NOW).orElseThrow().splits().getFirst().id(), NOW.plus(DAY));
        assertThat(posting("south").id()).isEqualTo(original);
        assertThat(posting("north").places()).extracting(Place::city).containsExactly("Graz", "Wien");
        assertThat(postings.find(split).orElseThrow().life().closedWhy()).contains("joined again");
        record("west", NOW.plus(DAY), copy.url("https://third.example.org/1"));
        assertThat(posting("west").id()).isEqualTo(original);

        var again = histories.of(original, NOW).orElseThrow().joined().stream()
                .filter(one -> one.sighting().feedId().equals("south"))
                .findFirst()
                .orElseThrow();
        assertThat(histories.split(original, again.id(), "ada", NOW.plus(DAY))).isEqualTo(split);
        assertThat(postings.find(split).orElseThrow().open()).isTrue();
    }

    @Test
    void whenTheLeadingListingIsSplitOffTheOthersKeepThePosting() {
        var copy =
                Drafts.of("x1").title("Project Manager a1").text(Drafts.of("a1").text() + " Apply now.");
        record("north", NOW, Drafts.of("a1"));
        record("south", NOW, copy.url(null));
        var id = only().id();
        var split = histories.split(id, history().joined().getFirst().id(), "ada", NOW);
        assertThat(posting("north").id()).isEqualTo(split);
        assertThat(posting("north").text()).isEqualTo(Drafts.of("a1").text());
        assertThat(posting("south").id()).isEqualTo(id);
        assertThat(posting("south").text()).endsWith("Apply now.");
        assertThatThrownBy(() -> histories.split(id, 1, "ada", NOW)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aListingThatComesBackAfterItsTimeIsARelistingAndNotFresh() {
        record("north", NOW, Drafts.of("a1"));
        var gone = NOW.plus(DAY.multipliedBy(10));
        postings.readingEnded("north", true, gone, gone);
        postings.readingEnded("north", true, gone, gone);
        var back = NOW.plus(DAY.multipliedBy(20));
        record("north", back, Drafts.of("a1"));
        var life = only().life();
        assertThat(life.firstSeen()).isEqualTo(NOW);
        assertThat(life.relisted()).isEqualTo(1);
        assertThat(life.lastRelisted()).isEqualTo(back);
        assertThat(life.openFor(NOW.plus(DAY.multipliedBy(25)))).isEqualTo(DAY.multipliedBy(15));
    }

    @Test
    void aFeedThatChangesItsIdsAtEachReadingRelistsNothing() {
        for (int day = 0; day < 30; day++) record("north", NOW.plus(DAY.multipliedBy(day)), city("c" + day, "Graz"));
        assertThat(only().life().relisted()).isZero();
    }

    @Test
    void aFeedThatStumblesForADayRelistsNothing() {
        record("north", NOW, Drafts.of("a1"));
        var missed = NOW.plus(HOUR);
        postings.readingEnded("north", true, missed, missed);
        postings.readingEnded("north", true, missed, missed);
        record("north", NOW.plus(DAY), Drafts.of("a1"));
        assertThat(only().open()).isTrue();
        assertThat(only().life().relisted()).isZero();
    }

    @Test
    void aNewListingOfTheFeedBesideAnOldOneRelistsButAnotherFeedOrPlaceDoesNot() {
        record("north", NOW, city("c1", "Graz"));
        record("north", NOW.plus(DAY), city("c1", "Graz"));
        var later = NOW.plus(DAY.multipliedBy(30));
        record("north", later, city("c2", "Wien"));
        record("south", later, city("s1", "Graz"));
        assertThat(only().life().relisted()).isZero();
        record("north", later, city("c3", "Graz"));
        assertThat(only().life().relisted()).isEqualTo(1);
        record("north", later.plus(HOUR), city("c4", "Graz"));
        assertThat(only().life().relisted()).isEqualTo(1);
    }

    @Test
    void whatStandsForLongIsSaidWithTheCriteria() {
        record("north", NOW, Drafts.of("a1"));
        assertThat(histories
                        .of(only().id(), NOW.plus(DAY.multipliedBy(119)))
                        .orElseThrow()
                        .standing())
                .isNull();
        var standing = histories
                .of(only().id(), NOW.plus(DAY.multipliedBy(190)))
                .orElseThrow()
                .standing();
        assertThat(standing)
                .isEqualTo(new PostingHistory.Standing(DAY.multipliedBy(190), 0, NOW, DAY.multipliedBy(120), 3));
    }

    @Test
    void remembersWhatAnAdSaidBefore() {
        record("north", NOW, Drafts.of("a1"));
        var at = NOW.plus(DAY);
        record("north", at, Drafts.of("a1").city("Wien"));
        record(
                "north",
                at.plus(DAY),
                Drafts.of("a1").city("Wien").title("Program Manager").text(Drafts.text(8)));
        var changes = history().changes();
        assertThat(changes).extracting(PostingHistory.Change::at).containsExactly(at.plus(DAY), at);
        assertThat(changes.getFirst().fields()).containsExactly(Said.Field.TITLE, Said.Field.TEXT);
        assertThat(changes.getFirst().before().title()).isEqualTo("Project Manager a1");
        assertThat(changes.getFirst().before().text()).isEqualTo(Drafts.of("a1").text());
        assertThat(changes.getFirst().after().text()).isEqualTo(Drafts.text(8));
        assertThat(changes.getLast().fields()).containsExactly(Said.Field.PLACES);
        assertThat(changes.getLast().before().places()).extracting(Place::city).containsExactly("Graz");
        assertThat(changes.getLast().after().text()).isEqualTo(Drafts.of("a1").text());
        assertThat(only().life().textSince()).isEqualTo(at.plus(DAY));
        for (int i = 0; i < 30; i++)
            record("north", at.plus(DAY), Drafts.of("a1").text(Drafts.text(100 + i)));
        assertThat(history().changes()).hasSize(20);
    }

    @Test
    void whatNobodyShowsAnyMoreIsNotKnownToBeOpenWhichIsNotClosed() {
        record("rolling", NOW, Drafts.of("a1"));
        var late = NOW.plus(DAY.multipliedBy(46));
        postings.readingEnded("rolling", false, late, late);
        assertThat(only().open()).isFalse();
        assertThat(only().life().lost()).isTrue();
        postings.checked(only().id(), new Postings.PageCheck.Gone("its page is gone"), late);
        assertThat(only().life().lost()).isFalse();
        assertThat(only().life().closedWhy()).isEqualTo("its page is gone");
    }

    @Test
    void namesThePostingsThatNoFeedVouchesFor() {
        record("rolling", NOW, Drafts.of("a1"), Drafts.of("a2"));
        record("whole", NOW, Drafts.of("b1"));
        postings.readingEnded("rolling", false, NOW, NOW);
        postings.readingEnded("whole", true, NOW, NOW);
        var since = NOW.plusSeconds(1);
        assertThat(postings.unvouched(NOW, 10)).as("just shown").isEmpty();
        assertThat(postings.unvouched(since, 10)).hasSize(2);
        postings.checked(
                postings.unvouched(since, 1).getFirst().id(),
                new Postings.PageCheck.Unknown("no answer"),
                NOW.plus(HOUR));
        assertThat(postings.unvouched(since, 10)).extracting(Posting::title).containsExactly("Project Manager a2");
        assertThat(postings.unvouched(NOW.plus(DAY), 10))
                .extracting(Posting::title)
                .containsExactly("Project Manager a2", "Project Manager a1");
    }

    @Test
    void whatItsPageShowsIsNotStaleAndWhatItsPageSaysIsGoneStaysClosedUntilItChanges() {
        record("rolling", NOW, Drafts.of("a1"));
        var late = NOW.plus(DAY.multipliedBy(46));
        postings.checked(only().id(), new Postings.PageCheck.StillOpen(), NOW.plus(DAY.multipliedBy(40)));
        postings.readingEnded("rolling", false, late, late);
        assertThat(only().open()).isTrue();
        postings.checked(only().id(), new Postings.PageCheck.Gone("its page answers 404"), late);
        assertThat(record("rolling", late.plus(HOUR), Drafts.of("a1"))).containsExactly(Recorded.SAME);
        assertThat(only().open()).isFalse();
        assertThat(history().check()).isEqualTo(new PostingHistory.Check(late, "its page answers 404"));
        record("rolling", late.plus(DAY), Drafts.of("a1").text(Drafts.text(9)));
        assertThat(only().open()).isTrue();
    }

    Drafts city(String id, String city) {
        return Drafts.of(id).title("Project Manager").text(Drafts.text(1)).city(city);
    }

    PostingHistory history() {
        return histories.of(only().id(), NOW).orElseThrow();
    }

    PostingId id(String feed) {
        return posting(feed).id();
    }

    Posting posting(String feed) {
        return Objects.requireNonNull(all().stream()
                .filter(posting -> posting.sightings().stream()
                        .anyMatch(seen -> seen.feedId().equals(feed)))
                .findFirst()
                .orElse(null));
    }
}
