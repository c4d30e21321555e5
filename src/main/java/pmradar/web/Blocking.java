package pmradar.web;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pmradar.account.Account;
import pmradar.account.CurrentAccount;
import pmradar.posting.Blocks;

/// Takes what the owner does not want to see, from a form or from a program.
@Component
class Blocking {

    private final Blocks blocks;
    private final CurrentAccount current;
    private final Clock clock;

    Blocking(Blocks blocks, CurrentAccount current, Clock clock) {
        this.blocks = blocks;
        this.current = current;
        this.clock = clock;
    }

    Blocks.Preview preview(@Nullable String kind, @Nullable String words) {
        return said(() -> blocks.preview(kind(kind), text(words)));
    }

    Blocks.Block add(@Nullable String kind, @Nullable String words, @Nullable String reason) {
        owner();
        var by = current.get().map(Account::name).orElse("someone");
        return said(() -> blocks.add(kind(kind), text(words), text(reason), by, clock.instant()));
    }

    void undo(long block) {
        owner();
        var _ = blocks.find(block).orElseThrow(() -> new NotThere("The block list has no rule %d.".formatted(block)));
        blocks.undo(block, clock.instant());
    }

    List<Blocks.Block> all() {
        return blocks.all();
    }

    Blocks.@Nullable Progress progress() {
        return blocks.progress();
    }

    boolean mayChange() {
        return current.get()
                .map(account -> account.role() == Account.Role.OWNER)
                .orElse(false);
    }

    private void owner() {
        if (!mayChange()) throw new BadRequest("Only the owner of this PM Radar changes the block list.");
    }

    static Blocks.Kind kind(@Nullable String tag) {
        return Arrays.stream(Blocks.Kind.values())
                .filter(one -> Wording.tag(one).equals(tag))
                .findFirst()
                .orElseThrow(() -> new BadRequest("What is blocked is an employer, agency, title or text."));
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static <T> T said(Supplier<T> change) {
        try {
            return change.get();
        } catch (IllegalArgumentException refused) {
            throw new BadRequest(Objects.requireNonNullElse(refused.getMessage(), "That cannot be blocked."));
        }
    }
}
