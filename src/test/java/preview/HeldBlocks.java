package preview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pmradar.posting.Blocks;
import pmradar.posting.Posting;

/// A block list in memory that hides nothing: it only counts what it would hide.
public class HeldBlocks implements Blocks {
    private final HeldPostings postings;
    private final List<Block> made = new ArrayList<>();

    HeldBlocks(HeldPostings postings) {
        this.postings = postings;
        asAtFirst();
    }

    /// One that holds and one that was taken back.
    public final void asAtFirst() {
        made.clear();
        add(Kind.AGENCY, "Brightpath Staffing", "reposts what others publish", "owner", PreviewApplication.NOW);
        add(Kind.TITLE, "unpaid", "no", "owner", PreviewApplication.NOW);
        undo(2, PreviewApplication.NOW);
    }

    private List<Posting> hidden(String words) {
        return postings.open()
                .filter(one -> (one.title() + " " + one.company())
                        .toLowerCase(Locale.ROOT)
                        .contains(words.toLowerCase(Locale.ROOT)))
                .toList();
    }

    @Override
    public Preview preview(Kind kind, String words) {
        if (words.isBlank()) throw new IllegalArgumentException("Write the name or the words to be blocked.");
        var all = hidden(words);
        return new Preview(
                all.size(),
                all.stream()
                        .limit(50)
                        .map(one -> new Hidden(one.id(), one.title(), one.company()))
                        .toList(),
                postings.countOpen(),
                true);
    }

    @Override
    public Block add(Kind kind, String words, String reason, String by, Instant now) {
        if (reason.isBlank()) throw new IllegalArgumentException("Say why: later nobody remembers.");
        var block = new Block(made.size() + 1, kind, words, reason, by, now, null, 0);
        made.add(block);
        return block;
    }

    @Override
    public void undo(long block, Instant now) {
        var was = made.get((int) block - 1);
        made.set(
                (int) block - 1,
                new Block(was.id(), was.kind(), was.words(), was.reason(), was.by(), was.at(), now, 0));
    }

    @Override
    public List<Block> all() {
        return List.copyOf(made).reversed();
    }

    @Override
    public Optional<Block> find(long block) {
        return made.stream().filter(one -> one.id() == block).findFirst();
    }

    @Override
    public @Nullable Progress progress() {
        return new Progress(120, 120, 7, false);
    }
}
