package pmradar.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import pmradar.ingest.ReadLog;
import pmradar.posting.Postings;
import pmradar.search.IndexWatch;

/// How far reading and indexing are, for programs.
@RestController
@Tag(name = "Feeds")
class ProgressApi {

    private final ReadLog log;
    private final Postings postings;
    private final IndexWatch index;

    ProgressApi(ReadLog log, Postings postings, IndexWatch index) {
        this.log = log;
        this.postings = postings;
        this.index = index;
    }

    /// @param read feeds read at least once since the start; @param reading ids of feeds being read now
    /// @param tally of all readings; @param open postings; @param indexed percent of them that searches see
    @Schema(name = "Progress")
    record Now(
            int feeds,
            int read,
            List<String> reading,
            FeedApi.TallyJson tally,
            @JsonProperty("open_postings") long open,
            @JsonProperty("indexed_percent") int indexed) {}

    @GetMapping(path = "/api/progress", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "getProgress",
            summary = "What the readings brought so far, and whether searches see everything")
    Now now() {
        var now = log.progress();
        var state = index.state();
        return new Now(
                now.feeds(),
                Math.min(now.read(), now.feeds()),
                now.reading(),
                FeedApi.TallyJson.of(now.tally()),
                postings.countOpen(),
                state.ready() ? 100 : state.percent());
    }
}
