package pmradar.web;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pmradar.account.Account;
import pmradar.account.CurrentAccount;
import pmradar.classify.Evidence;
import pmradar.classify.Label;
import pmradar.posting.Correction;
import pmradar.posting.Corrections;
import pmradar.posting.Posting;
import pmradar.posting.PostingId;
import pmradar.posting.Postings;

/// Takes what a person says that was judged wrongly, from a form or from a program.
@Component
class Correcting {

    private static final int LONGEST_REASON = 1000;

    private final Corrections corrections;
    private final Postings postings;
    private final CurrentAccount current;
    private final Clock clock;

    Correcting(Corrections corrections, Postings postings, CurrentAccount current, Clock clock) {
        this.corrections = corrections;
        this.postings = postings;
        this.current = current;
        this.clock = clock;
    }

    /// @param what `gate`, `label` or `unit` @param value what is right, or the words that are no evidence
    /// @param unit what those words are, where they are evidence
    Correction correct(
            long posting,
            @Nullable String what,
            @Nullable String value,
            @Nullable NewUnit unit,
            @Nullable String reason) {
        var known = known(posting);
        var id = known.id();
        if (reason == null || reason.isBlank()) {
            throw new BadRequest("Say why: a correction without a reason helps nobody later.");
        }
        if (reason.length() > LONGEST_REASON) throw new BadRequest("A reason has at most 1,000 characters.");
        var change = unit == null
                ? change(known, Objects.requireNonNullElse(what, ""), Objects.requireNonNullElse(value, ""))
                : unit.in(known.text(), Objects.requireNonNullElse(value, ""));
        try {
            return corrections.correct(id, change, reason, by(), clock.instant());
        } catch (IllegalArgumentException wrong) {
            throw new BadRequest(Objects.requireNonNullElse(wrong.getMessage(), "That cannot be corrected."));
        }
    }

    void undo(long posting, long number) {
        var id = known(posting).id();
        if (of(id).stream().noneMatch(one -> one.id() == number)) {
            throw new NotThere("This posting has no correction with the number %d.".formatted(number));
        }
        corrections.undo(number, clock.instant());
    }

    /// @param tags entity tags as `If-Match` lists them
    /// @throws Changed unless one of them names the posting as it is
    void stillAs(long posting, String tags) {
        IfMatch.check(tags, PostingApi.tag(known(posting)));
    }

    List<Correction> of(PostingId id) {
        return corrections.of(id);
    }

    /// @throws NotThere when there is no such posting
    List<Correction> ofKnown(long posting) {
        return of(known(posting).id());
    }

    private Posting known(long posting) {
        return postings.find(new PostingId(posting))
                .orElseThrow(() -> new NotThere("There is no posting with the number %d.".formatted(posting)));
    }

    private String by() {
        return current.get().map(Account::name).orElse("someone");
    }

    private static Correction.Change change(Posting posting, String what, String value) {
        return switch (what) {
            case "gate" ->
                switch (value) {
                    case "project-manager" -> new Correction.Gate(true);
                    case "not-project-manager" -> new Correction.Gate(false);
                    default -> throw new BadRequest("For 'gate', the value is project-manager or not-project-manager.");
                };
            case "label" ->
                switch (value) {
                    case "technical" -> new Correction.LabelIs(Label.TECHNICAL);
                    case "general" -> new Correction.LabelIs(Label.GENERAL);
                    default -> throw new BadRequest("For 'label', the value is technical or general.");
                };
            case "unit" -> {
                if (value.isBlank()) throw new BadRequest("Choose the words that are no evidence.");
                yield new Correction.NoUnit(quoted(posting, value));
            }
            default -> throw new BadRequest("Choose what is wrong: gate, label or unit.");
        };
    }

    /// A form gives line breaks back in another way than the text has them.
    private static String quoted(Posting posting, String words) {
        return posting.classification().evidence().stream()
                .map(Evidence::quote)
                .filter(quote -> plain(quote).equals(plain(words)))
                .findFirst()
                .orElse(words);
    }

    private static String plain(String words) {
        return words.replaceAll("\\s+", " ").strip();
    }
}
