package pmradar.feed.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import pmradar.feed.Listing;
import pmradar.feed.Page;

/// Counts which fields each feed type finds in how many listings of its recordings, and keeps the table in the
/// documentation. `-Dpmradar.writeDocs=true` writes it anew, with the shared recordings at hand.
class FieldCoverageTest {
    private static final Path TABLE = Path.of("src/docs/feed-fields.md");
    private static final Map<String, Predicate<Listing>> FIELDS = fields();

    private static Map<String, Predicate<Listing>> fields() {
        Map<String, Predicate<Listing>> fields = new LinkedHashMap<>();
        fields.put("title", each -> each.title() != null);
        fields.put("company", each -> each.company() != null);
        fields.put("locations", each -> !each.where().locations().isEmpty());
        fields.put("workplace", each -> each.where().workplace() != null);
        fields.put("url", each -> each.links().url() != null);
        fields.put("posted", each -> each.dates().posted() != null);
        fields.put("updated", each -> each.dates().updated() != null);
        fields.put("closes", each -> each.dates().closes() != null);
        fields.put("employment", each -> each.terms().employmentType() != null);
        fields.put("pay", each -> each.terms().pay() != null);
        fields.put("department", each -> each.terms().department() != null);
        fields.put("requisition", each -> each.terms().requisition() != null);
        fields.put("level", each -> each.terms().seniority() != null);
        fields.put("text", each -> each.body().html() != null || each.body().text() != null);
        return fields;
    }

    @Test
    void theTableOfFieldsNamesEveryType() throws IOException {
        if (Boolean.getBoolean("pmradar.writeDocs")) Files.writeString(TABLE, table());
        assertThat(TABLE).exists();
        String table = Files.readString(TABLE);
        assertThat(KnownTypes.byName().keySet())
                .allSatisfy(type -> assertThat(table).contains("| " + type + " |"));
    }

    private static String table() throws IOException {
        Map<String, List<Listing>> own = new TreeMap<>();
        for (Path answer : HostileAnswersTest.answers()) {
            TriedFeed tried = TriedFeed.of(answer);
            own.computeIfAbsent(tried.type(), type -> new ArrayList<>()).addAll(tried.listings());
        }
        Map<String, List<Listing>> real = new TreeMap<>();
        for (var recording : SharedRecordingsTest.recordings()) {
            String type = SharedRecordingsTest.TYPES.get(recording.kind());
            if (type == null) continue;
            Page page = recording.page();
            real.computeIfAbsent(type, each -> new ArrayList<>()).addAll(SharedRecordingsTest.Recording.all(page));
        }
        return """
                # Which fields each feed type finds

                Made by `FieldCoverageTest` from the recordings: found / listings. A type reads what its feed gives; a field that
                a feed does not have stays empty here and unknown in the product.

                ## Real feeds, recorded outside of this project

                Where a type asks for each job by itself (Workday, Oracle, BambooHR and others), these are answers of lists only.

                %s
                ## Recordings of our own, in the shape of each feed

                They hold hard cases on purpose: hidden pay, missing places, broken ends. Jobs whose own answer is recorded too
                are counted with it.

                %s""".formatted(rows(real), rows(own));
    }

    private static String rows(Map<String, List<Listing>> listings) {
        StringBuilder rows = new StringBuilder("| type | listings | ")
                .append(String.join(" | ", FIELDS.keySet()))
                .append(" |\n|---|---|")
                .append("---|".repeat(FIELDS.size()))
                .append('\n');
        listings.forEach((type, all) -> rows.append("| %s | %d | ".formatted(type, all.size()))
                .append(FIELDS.values().stream()
                        .map(field ->
                                "%d/%d".formatted(all.stream().filter(field).count(), all.size()))
                        .collect(Collectors.joining(" | ")))
                .append(" |\n"));
        return rows.toString();
    }
}
