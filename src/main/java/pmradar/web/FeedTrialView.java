package pmradar.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pmradar.feed.AddedFeeds;
import pmradar.feed.Candidate;
import pmradar.ingest.FeedTrial;
import tools.jackson.databind.json.JsonMapper;

/// What an address turned out to be and what its feed would bring, in words.
///
/// @param chosen the one that was read; @param others those that may be meant instead
record FeedTrialView(
        @Nullable Option chosen,
        List<Option> others,
        @Nullable Trial trial,
        @Nullable String knownId,
        @Nullable String knownName) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int ROLES_SHOWN = 30;

    /// @param options as a JSON object, for the form
    record Option(
            String type,
            String at,
            String options,
            String why,
            String home,
            @Nullable String wants) {

        static Option of(Candidate one) {
            return new Option(
                    one.type(),
                    one.where().at(),
                    JSON.writeValueAsString(new TreeMap<>(one.where().options())),
                    one.why(),
                    one.home() == null ? "" : one.home().toString(),
                    one.where().wants());
        }
    }

    /// @param said how much was found, as a sentence
    /// @param company what stands in the form for the employer; empty where listings name their own
    record Trial(
            String said,
            int found,
            List<Role> roles,
            int moreRoles,
            List<FieldRow> fields,
            List<ProgressStrip.Reason> aside,
            String name,
            String company,
            @Nullable String problem) {}

    record Role(String title, String where, String label, int score, int depth) {}

    record FieldRow(String name, String found, int percent) {}

    static FeedTrialView of(AddingFeeds.Looked looked) {
        var chosen = looked.chosen();
        var known = looked.known();
        return new FeedTrialView(
                chosen == null ? null : Option.of(chosen),
                looked.candidates().stream()
                        .filter(one -> !one.equals(chosen))
                        .map(Option::of)
                        .toList(),
                chosen == null || looked.tried() == null ? null : trial(chosen, looked.tried()),
                known == null ? null : known.id(),
                known == null ? null : known.name());
    }

    private static Trial trial(Candidate chosen, FeedTrial.Tried tried) {
        var guess = chosen.where().company();
        var name = tried.company() != null
                ? tried.company()
                : guess != null ? guess : chosen.where().at();
        return new Trial(
                said(tried),
                tried.found(),
                tried.roles().stream()
                        .limit(ROLES_SHOWN)
                        .map(FeedTrialView::role)
                        .toList(),
                Math.max(0, tried.roles().size() - ROLES_SHOWN),
                tried.fields().stream().map(field -> row(field, tried.found())).toList(),
                ProgressStrip.reasons(tried.aside()),
                name,
                tried.companies() || guess == null ? "" : guess,
                tried.problem());
    }

    private static Role role(FeedTrial.Role role) {
        var where = new ArrayList<String>();
        if (role.company() != null) where.add(role.company());
        if (!role.places().isBlank()) where.add(role.places());
        return new Role(
                role.title(),
                String.join(" · ", where),
                Wording.label(role.label()),
                role.score(),
                Wording.depth(role.score()));
    }

    private static String said(FeedTrial.Tried tried) {
        if (tried.found() + tried.bare() == 0) return "No postings were found.";
        var read = "%s read, %s for project managers."
                .formatted(
                        Wording.counted(tried.found(), "posting"),
                        tried.roles().isEmpty()
                                ? "none"
                                : Wording.grouped(tried.roles().size()));
        var rest = tried.bare() == 0
                ? ""
                : " %s more are known by their address only.".formatted(Wording.grouped(tried.bare()));
        return read + rest + (tried.more() ? " The feed goes on; this is its beginning." : "");
    }

    private static FieldRow row(FeedTrial.Field field, int of) {
        return new FieldRow(
                field.name(),
                "%s of %s".formatted(Wording.grouped(field.in()), Wording.grouped(of)),
                of == 0 ? 0 : field.in() * 100 / of);
    }

    /// One feed that was added here.
    record Row(
            String id,
            String name,
            String type,
            String at,
            String every,
            String by,
            FeedView.When added,
            FeedView.@Nullable When off,
            FeedView.@Nullable When removed) {

        static Row of(AddedFeeds.Added one, Instant now) {
            var added = FeedView.ago(one.at(), now);
            return new Row(
                    one.feed().id(),
                    one.feed().name(),
                    one.feed().type(),
                    one.feed().at(),
                    every(one.feed().every()),
                    one.by(),
                    java.util.Objects.requireNonNull(added),
                    FeedView.ago(one.off(), now),
                    FeedView.ago(one.removed(), now));
        }

        private static String every(java.time.Duration every) {
            return every.toMinutes() % 60 == 0 ? every.toHours() + "h" : every.toMinutes() + "m";
        }
    }
}
