package pmradar.posting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pmradar.classify.Evidence;
import tools.jackson.databind.json.JsonMapper;

/// Corrections in the database.
@Component
@Transactional
class StoredCorrections implements Corrections {
    private static final int LONGEST_QUOTE = 2000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Closing closing;
    private final Postings postings;

    StoredCorrections(JdbcClient jdbc, Closing closing, Postings postings) {
        this.jdbc = jdbc;
        this.closing = closing;
        this.postings = postings;
    }

    @Override
    public Correction correct(PostingId id, Correction.Change change, String reason, String by, Instant now) {
        check(id, change, reason);
        var saying = Saying.of(change);
        of(id).stream()
                .filter(one -> one.holds() && sameMatter(one.change(), change))
                .forEach(one -> close(one.id(), now));
        jdbc.sql("insert into posting_correction (posting_id, kind, value_said, reason, said_by, said_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        id.value(),
                        saying.kind(),
                        saying.value(),
                        bounded(reason.strip(), 1000),
                        bounded(by, 200),
                        at(now))
                .update();
        closing.corrected(id, gate(id), now);
        return of(id).getFirst();
    }

    @Override
    public void undo(long correction, Instant now) {
        var about = jdbc.sql("select posting_id, kind, feed_id from posting_correction where id = ?")
                .param(correction)
                .query((row, number) -> new About(
                        row.getObject("posting_id", Long.class), row.getString("kind"), row.getString("feed_id")))
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("There is no correction " + correction));
        if (close(correction, now) == 0 || about.posting == null) return;
        var id = new PostingId(about.posting);
        if (about.kind.equals("GATE")) closing.askRulesAgain(id);
        if (about.feed != null) closing.turnAway(id, now);
        else closing.corrected(id, gate(id), now);
    }

    /// @param posting null while a readmitted listing waits for one
    /// @param feed of the listing that was readmitted
    private record About(@Nullable Long posting, String kind, @Nullable String feed) {}

    private int close(long correction, Instant now) {
        return jdbc.sql("update posting_correction set undone = ? where id = ? and undone is null")
                .params(at(now), correction)
                .update();
    }

    /// Whether the later of two words replaces the earlier.
    private static boolean sameMatter(Correction.Change one, Correction.Change other) {
        var quote = quote(one);
        return quote == null ? one.getClass() == other.getClass() : quote.equals(quote(other));
    }

    private static @Nullable String quote(Correction.Change change) {
        return switch (change) {
            case Correction.NoUnit(var quote) -> quote;
            case Correction.HasUnit unit -> unit.quote();
            case Correction.Gate gate -> null;
            case Correction.LabelIs label -> null;
        };
    }

    @Override
    @Transactional(readOnly = true)
    public List<Correction> of(PostingId id) {
        return jdbc.sql("select * from posting_correction where posting_id = ? order by id desc")
                .param(id.value())
                .query((row, number) -> correction(row))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public void export(Consumer<String> line) {
        var ids = jdbc.sql(
                        "select distinct posting_id from posting_correction where undone is null order by posting_id")
                .query(Long.class)
                .list();
        for (long id :
                ids.stream().filter(Objects::nonNull).mapToLong(Long::longValue).toArray()) {
            postings.find(new PostingId(id))
                    .ifPresent(posting -> line.accept(JSON.writeValueAsString(labelled(posting))));
        }
    }

    /// What a person said last of the posting's being project management; null if nobody did.
    @Nullable
    private Boolean gate(PostingId id) {
        return gateOf(jdbc, id.value());
    }

    @Nullable
    static Boolean gateOf(JdbcClient jdbc, long posting) {
        return jdbc.sql(
                        "select value_said from posting_correction where posting_id = ? and kind = 'GATE' and undone is null")
                .param(posting)
                .query(String.class)
                .optional()
                .map(Boolean::valueOf)
                .orElse(null);
    }

    /// Those that hold, by posting, oldest first.
    static Map<Long, List<Correction>> holding(JdbcClient jdbc, Collection<Long> postings) {
        if (postings.isEmpty()) return Map.of();
        return jdbc
                .sql("select * from posting_correction where posting_id in (:ids) and undone is null order by id")
                .param("ids", postings)
                .query((row, number) -> correction(row))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(correction -> correction.posting().value()));
    }

    private void check(PostingId id, Correction.Change change, String reason) {
        if (reason.isBlank()) throw new IllegalArgumentException("A correction needs a reason");
        var posting = postings.find(id).orElseThrow(() -> new IllegalArgumentException("There is no posting " + id));
        var quote = quote(change);
        if (quote == null) return;
        if (quote.isBlank() || quote.length() > LONGEST_QUOTE)
            throw new IllegalArgumentException("A quotation has 1 to %d characters".formatted(LONGEST_QUOTE));
        var known = posting.classification().evidence().stream()
                .anyMatch(unit -> unit.quote().equals(quote));
        if (change instanceof Correction.NoUnit && !known)
            throw new IllegalArgumentException("The posting has no such evidence: " + quote);
        if (!known && !posting.text().contains(quote))
            throw new IllegalArgumentException("The text has no such words: " + quote);
    }

    private static Map<String, Object> labelled(Posting posting) {
        var found = posting.classification();
        var pm = posting.corrections().stream().noneMatch(one -> one.change().equals(new Correction.Gate(false)));
        var line = new LinkedHashMap<String, Object>();
        line.put("id", posting.id().toString());
        line.put("title", posting.title());
        line.put("company", posting.company());
        line.put("text", posting.text());
        line.put("role", pm ? "project-manager" : "not-project-manager");
        line.put(
                "family",
                pm ? found.family().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') : null);
        line.put("label", pm ? found.label().name().toLowerCase(java.util.Locale.ROOT) : null);
        line.put(
                "units",
                pm ? found.evidence().stream().map(StoredCorrections::unit).toList() : List.of());
        line.put(
                "corrections",
                posting.corrections().stream()
                        .map(StoredCorrections::correction)
                        .toList());
        return line;
    }

    private static Map<String, Object> unit(Evidence unit) {
        return Map.of(
                "quote", unit.quote(),
                "start", unit.start(),
                "end", unit.end(),
                "type", unit.type().name(),
                "strength", unit.strength().name(),
                "necessity", unit.necessity().name().toLowerCase(java.util.Locale.ROOT));
    }

    private static Map<String, Object> correction(Correction correction) {
        return Map.of(
                "what", Saying.of(correction.change()).kind().toLowerCase(java.util.Locale.ROOT),
                "value", Saying.of(correction.change()).value(),
                "reason", correction.reason(),
                "at", correction.at().toString());
    }

    private static Correction correction(ResultSet row) throws SQLException {
        var saying = new Saying(row.getString("kind"), row.getString("value_said"));
        var undone = row.getObject("undone", OffsetDateTime.class);
        return new Correction(
                row.getLong("id"),
                new PostingId(row.getLong("posting_id")),
                saying.change(),
                row.getString("reason"),
                row.getString("said_by"),
                row.getObject("said_at", OffsetDateTime.class).toInstant(),
                undone == null ? null : undone.toInstant());
    }

    static String bounded(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
