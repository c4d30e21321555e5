package pmradar.pursuit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pmradar.posting.PostingId;
import pmradar.posting.RoleMark;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One line of what is taken out and brought in.
sealed interface Line {

    JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(20)
                            .maxStringLength(20_000)
                            .build())
                    .build())
            .build();

    record OfPosting(
            Copied copied,
            @Nullable Instant hidden,
            @Nullable NextStep next,
            List<Step> steps,
            Instant begun,
            Instant changed)
            implements Line {
        public OfPosting {
            steps = List.copyOf(steps);
        }

        static OfPosting of(Pursuit pursuit, RoleMark mark, List<Copied.Listing> listings) {
            return new OfPosting(
                    new Copied(pursuit.posting(), pursuit.title(), pursuit.employer(), pursuit.link(), mark, listings),
                    pursuit.hidden(),
                    pursuit.next(),
                    pursuit.steps(),
                    pursuit.begun(),
                    pursuit.changed());
        }
    }

    record OfSeen(SeenTable.Seen seen) implements Line {}

    record OfPreference(Preference preference) implements Line {}

    /// @throws IllegalArgumentException with the reason, in words
    static Line read(String text) {
        try {
            if (!(MAPPER.readTree(text) instanceof ObjectNode line)) {
                throw new IllegalArgumentException("not a JSON object");
            }
            return switch (text(line, "what", "posting")) {
                case "posting" -> posting(line);
                case "seen" -> seen(line);
                case "preference" -> preference(line);
                default -> throw new IllegalArgumentException("'what' is none of posting, seen, preference");
            };
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a day is written 2026-11-12, a time 2026-11-12T09:30:00Z", e);
        }
    }

    private static OfPosting posting(ObjectNode line) {
        var title = text(line, "title", "").strip();
        if (title.isEmpty()) throw new IllegalArgumentException("'title' is missing");
        var changed = Instant.parse(text(line, "changed", "1990-01-01T00:00:00Z"));
        var copied = new Copied(
                postingId(line),
                title,
                textOrNull(line, "employer"),
                textOrNull(line, "link"),
                new RoleMark(shortOrNull(line, "role"), number(text(line, "text_print", "0"))),
                listings(line.path("listings")));
        var hidden = textOrNull(line, "hidden");
        return new OfPosting(
                copied,
                hidden == null ? null : Instant.parse(hidden),
                next(line.path("next")),
                steps(line.path("steps"), changed),
                Instant.parse(text(line, "begun", changed.toString())),
                changed);
    }

    private static List<Step> steps(JsonNode nodes, Instant changed) {
        var steps = new ArrayList<Step>();
        for (var node : nodes) {
            if (steps.size() == Pursuits.MOST_STEPS) throw new IllegalArgumentException("more than 200 steps");
            steps.add(Step.of(
                    stage(text(node, "stage", "note")),
                    LocalDate.parse(text(node, "on", "")),
                    text(node, "note", ""),
                    Instant.parse(text(node, "said", changed.toString()))));
        }
        return steps;
    }

    private static @Nullable Stage stage(String name) {
        if (name.equals("note")) return null;
        for (var stage : Stage.values()) if (tag(stage).equals(name)) return stage;
        throw new IllegalArgumentException("there is no stage '%s'".formatted(name));
    }

    private static @Nullable NextStep next(JsonNode node) {
        return node.isObject() ? new NextStep(LocalDate.parse(text(node, "on", "")), text(node, "what", "")) : null;
    }

    private static List<Copied.Listing> listings(JsonNode nodes) {
        var listings = new ArrayList<Copied.Listing>();
        for (var node : nodes) listings.add(new Copied.Listing(text(node, "feed", ""), text(node, "id", "")));
        return listings;
    }

    private static OfSeen seen(ObjectNode line) {
        var posting = postingId(line);
        if (posting == null) throw new IllegalArgumentException("'posting_id' is missing");
        var feed = textOrNull(line, "feed");
        var listing = feed == null ? null : new Copied.Listing(feed, text(line, "listing", ""));
        return new OfSeen(new SeenTable.Seen(posting, listing, Instant.parse(text(line, "at", ""))));
    }

    private static OfPreference preference(ObjectNode line) {
        return new OfPreference(new Preference(
                text(line, "theme", "system"),
                Preference.zone(textOrNull(line, "zone")),
                textOrNull(line, "sort"),
                (int) number(text(line, "per_page", "30")),
                line.path("show_hidden").asBoolean(false),
                text(line, "dates", "en")));
    }

    private static @Nullable PostingId postingId(ObjectNode line) {
        var id = textOrNull(line, "posting_id");
        return id == null ? null : new PostingId(number(id));
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'%.30s' is no number".formatted(text), e);
        }
    }

    private static String text(JsonNode node, String field, String otherwise) {
        var value = node.path(field);
        return value.isMissingNode() || value.isNull() ? otherwise : value.asString(otherwise);
    }

    private static @Nullable String textOrNull(JsonNode node, String field) {
        var text = text(node, field, "");
        return text.isBlank() ? null : text;
    }

    private static @Nullable String shortOrNull(JsonNode node, String field) {
        var text = textOrNull(node, field);
        if (text != null && text.length() > 64) throw new IllegalArgumentException("'" + field + "' is too long");
        return text;
    }

    /// @return the line without its end
    default String written() {
        var line = MAPPER.createObjectNode();
        switch (this) {
            case OfPosting one -> write(one, line);
            case OfSeen(var seen) -> write(seen, line);
            case OfPreference(var preference) -> write(preference, line);
        }
        return line.toString();
    }

    private static void write(OfPosting one, ObjectNode line) {
        var copied = one.copied();
        line.put("what", "posting");
        if (copied.posting() != null) line.put("posting_id", copied.posting().toString());
        line.put("title", copied.title()).put("employer", copied.employer()).put("link", copied.link());
        if (one.hidden() != null) line.put("hidden", one.hidden().toString());
        var next = one.next();
        if (next != null) line.putObject("next").put("on", next.on().toString()).put("what", next.what());
        var steps = line.putArray("steps");
        for (var step : one.steps()) {
            var stage = step.stage();
            steps.addObject()
                    .put("stage", stage == null ? "note" : tag(stage))
                    .put("on", step.on().toString())
                    .put("note", step.note())
                    .put("said", step.said().toString());
        }
        var listings = line.putArray("listings");
        for (var listing : copied.listings())
            listings.addObject().put("feed", listing.feed()).put("id", listing.id());
        line.put("role", copied.mark().role())
                .put("text_print", Long.toString(copied.mark().text()));
        line.put("begun", one.begun().toString()).put("changed", one.changed().toString());
    }

    private static void write(SeenTable.Seen seen, ObjectNode line) {
        line.put("what", "seen").put("posting_id", seen.posting().toString());
        var listing = seen.listing();
        if (listing != null) line.put("feed", listing.feed()).put("listing", listing.id());
        line.put("at", seen.at().toString());
    }

    private static void write(Preference preference, ObjectNode line) {
        var zone = preference.zone();
        line.put("what", "preference")
                .put("theme", preference.theme())
                .put("zone", zone == null ? null : zone.getId())
                .put("sort", preference.sort())
                .put("per_page", preference.perPage())
                .put("show_hidden", preference.showHidden())
                .put("dates", preference.dates());
    }

    private static String tag(Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT);
    }
}
