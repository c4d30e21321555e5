package preview;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import pmradar.posting.Histories;
import pmradar.posting.Posting;
import pmradar.posting.PostingHistory;
import pmradar.posting.PostingId;
import pmradar.posting.Said;

/// An invented past for every posting that is held, with what a person said of it.
public class HeldHistories implements Histories {
    private final HeldPostings postings;
    private final List<PostingHistory.Split> splits = new ArrayList<>();
    private boolean apart;

    HeldHistories(HeldPostings postings) {
        this.postings = postings;
    }

    public void clear() {
        splits.clear();
        apart = false;
    }

    @Override
    public Optional<PostingHistory> of(PostingId id, Instant now) {
        return postings.find(id).map(posting -> history(posting, now));
    }

    private PostingHistory history(Posting posting, Instant now) {
        var seen = posting.sightings();
        var relative = new PostingHistory.Relative(
                new PostingId(2),
                "Project Manager",
                "Placed Well Ltd",
                "93% of the text, under another employer",
                now,
                true);
        return new PostingHistory(
                IntStream.range(0, seen.isEmpty() ? 0 : seen.size() + 1)
                        .mapToObj(i -> new PostingHistory.Joined(
                                10 + i,
                                seen.get(i % seen.size()),
                                posting.places(),
                                i == 0 ? "first seen here" : "the same page and title",
                                i == 0))
                        .toList(),
                splits,
                apart ? List.of() : List.of(relative),
                null,
                apart,
                List.of(change(posting, now)),
                new PostingHistory.Standing(
                        Duration.ofDays(190), 5, now.minus(Duration.ofDays(200)), Duration.ofDays(120), 3),
                new PostingHistory.Check(now, "its page still shows it"));
    }

    private static PostingHistory.Change change(Posting posting, Instant now) {
        return new PostingHistory.Change(
                now,
                List.of(Said.Field.TITLE, Said.Field.REQUIREMENTS, Said.Field.TEXT),
                said(posting, "Junior " + posting.title(), "You plan and report.", List.of("SQL")),
                said(posting, posting.title(), "You plan, report and decide.", List.of("SQL", "<b>Kafka</b>")));
    }

    private static Said said(Posting posting, String title, String text, List<String> requirements) {
        return new Said(
                title,
                posting.company(),
                posting.places(),
                posting.remote(),
                posting.pay(),
                Set.of(),
                null,
                null,
                requirements,
                text);
    }

    @Override
    public PostingId split(PostingId id, long sighting, String by, Instant now) {
        if (sighting < 10) throw new IllegalArgumentException("The posting was not seen as number " + sighting);
        splits.add(new PostingHistory.Split(7, id, new PostingId(2), "acme", by, now));
        return new PostingId(2);
    }

    @Override
    public void rejoin(long split, Instant now) {
        splits.clear();
    }

    @Override
    public void setApart(PostingId id, boolean apart) {
        this.apart = apart;
    }
}
