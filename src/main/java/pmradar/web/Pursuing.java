package pmradar.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import pmradar.account.Account;
import pmradar.account.CurrentAccount;
import pmradar.posting.Posting;
import pmradar.posting.PostingId;
import pmradar.posting.Postings;
import pmradar.pursuit.NextStep;
import pmradar.pursuit.Pursuit;
import pmradar.pursuit.Pursuits;
import pmradar.pursuit.Stage;
import pmradar.pursuit.Standing;
import pmradar.pursuit.Step;

/// Does what a person wants done about a posting, asked for by a form or by a program.
@Component
class Pursuing {

    private final Pursuits pursuits;
    private final Postings postings;
    private final CurrentAccount current;
    private final Clock clock;

    Pursuing(Pursuits pursuits, Postings postings, CurrentAccount current, Clock clock) {
        this.pursuits = pursuits;
        this.postings = postings;
        this.current = current;
        this.clock = clock;
    }

    long account() {
        return current.get()
                .map(Account::id)
                .orElseThrow(() -> new NotThere("Whose postings these are is known after signing in."));
    }

    Posting posting(long id) {
        return postings.find(new PostingId(id))
                .orElseThrow(() -> new NotThere("There is no posting with the number %d.".formatted(id)));
    }

    Pursuit mine(long number) {
        return pursuits.find(account(), number)
                .orElseThrow(() -> new NotThere("You have nothing with the number %d.".formatted(number)));
    }

    Map<PostingId, Standing> standings(Collection<Posting> asked) {
        return pursuits.standings(account(), asked);
    }

    Standing standing(Posting posting) {
        return standings(java.util.List.of(posting)).getOrDefault(posting.id(), Standing.NONE);
    }

    Set<PostingId> hidden() {
        return pursuits.hidden(account());
    }

    LocalDate today() {
        return LocalDate.ofInstant(
                clock.instant(), LocaleContextHolder.getTimeZone().toZoneId());
    }

    /// @param act save, unsave, hide, show, note, or a stage
    void act(long id, String act, @Nullable String on, @Nullable String note) {
        var posting = posting(id);
        var own = standing(posting).own();
        if (act.equals("hide")) {
            said(() -> pursuits.hide(account(), posting, clock.instant()));
        } else if (own != null) {
            act(own, act, on, note);
        } else if (!act.equals("show") && !act.equals("unsave")) {
            said(() -> pursuits.note(account(), posting, step(act, on, note)));
        }
    }

    /// The same for what is on the board already, whether its posting is still known or not.
    void act(Pursuit own, String act, @Nullable String on, @Nullable String note) {
        var now = clock.instant();
        said(() -> {
            switch (act) {
                case "hide" -> pursuits.hide(account(), own.id(), now);
                case "show" -> pursuits.show(account(), own.id(), now);
                case "unsave" -> unsave(own);
                default -> pursuits.note(account(), own.id(), step(act, on, note));
            }
        });
    }

    /// What was written beside the saving stays as a note.
    private void unsave(Pursuit own) {
        for (var step : own.steps()) {
            if (step.stage() != Stage.SAVED) continue;
            if (!step.note().isEmpty())
                pursuits.note(account(), own.id(), Step.of(null, step.on(), step.note(), clock.instant()));
            pursuits.remove(account(), own.id(), step.id(), clock.instant());
        }
    }

    void changeStep(long number, long step, @Nullable String on, @Nullable String note) {
        var own = mineWith(number, step);
        said(() -> {
            pursuits.change(account(), own.id(), step, day(on), words(note), clock.instant());
        });
    }

    private Pursuit mineWith(long number, long step) {
        var own = mine(number);
        if (own.steps().stream().noneMatch(one -> one.id() == step)) {
            throw new NotThere("There is no step with the number %d.".formatted(step));
        }
        return own;
    }

    void removeStep(long number, long step) {
        var own = mineWith(number, step);
        pursuits.remove(account(), own.id(), step, clock.instant());
    }

    /// @param on blank for nothing more
    void next(long number, @Nullable String on, @Nullable String what) {
        var own = mine(number);
        said(() -> {
            var next = on == null || on.isBlank() ? null : new NextStep(day(on), words(what));
            pursuits.next(account(), own.id(), next, clock.instant());
        });
    }

    void seen(long id) {
        pursuits.seen(account(), posting(id), clock.instant());
    }

    private Step step(String act, @Nullable String on, @Nullable String note) {
        return Step.of(stage(act), day(on), words(note), clock.instant());
    }

    private static @Nullable Stage stage(String act) {
        if (act.equals("note")) return null;
        if (act.equals("save")) return Stage.SAVED;
        for (var stage : Stage.values()) if (Wording.tag(stage).equals(act.toLowerCase(Locale.ROOT))) return stage;
        throw new BadRequest(
                "'%.30s' is none of save, applied, interview, offer, rejected, withdrawn, note, hide, show."
                        .formatted(act));
    }

    private LocalDate day(@Nullable String on) {
        if (on == null || on.isBlank()) return today();
        try {
            return LocalDate.parse(on.strip());
        } catch (DateTimeException e) {
            throw new BadRequest("The day '%.30s' cannot be read; write it as 2026-11-12.".formatted(on));
        }
    }

    private static String words(@Nullable String note) {
        return note == null ? "" : note.replace("\r\n", "\n").strip();
    }

    private static void said(Runnable act) {
        try {
            act.run();
        } catch (IllegalArgumentException wrong) {
            throw new BadRequest(Objects.requireNonNullElse(wrong.getMessage(), "That cannot be done."));
        }
    }
}
