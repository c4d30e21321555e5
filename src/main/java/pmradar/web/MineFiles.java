package pmradar.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import pmradar.posting.Csv;
import pmradar.pursuit.Pursuit;
import pmradar.pursuit.Step;
import pmradar.pursuit.Takeaway;

/// What a person has, as a file to keep: JSON Lines to bring in again, CSV for a spreadsheet.
final class MineFiles {

    private static final List<String> HEAD = List.of(
            "title", "employer", "stage", "since", "hidden", "next_on", "next_step", "link", "posting_id", "history");

    private MineFiles() {}

    static ResponseEntity<StreamingResponseBody> jsonLines(Takeaway takeaway, long account) {
        return file(
                "mine.jsonl",
                "application/jsonl;charset=UTF-8",
                out -> takeaway.export(account, line -> {
                    try {
                        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                    } catch (IOException gone) {
                        throw new UncheckedIOException(gone);
                    }
                }));
    }

    static ResponseEntity<StreamingResponseBody> csv(List<Pursuit> all) {
        return file("mine.csv", "text/csv;charset=UTF-8", out -> {
            out.write(Csv.line(HEAD).getBytes(StandardCharsets.UTF_8));
            for (var one : all) out.write(Csv.line(cells(one)).getBytes(StandardCharsets.UTF_8));
        });
    }

    private static ResponseEntity<StreamingResponseBody> file(String name, String type, StreamingResponseBody body) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(body);
    }

    private static List<@Nullable Object> cells(Pursuit one) {
        var current = one.current();
        var next = one.next();
        return Arrays.asList(
                one.title(),
                one.employer(),
                current == null ? null : what(current),
                current == null ? null : current.on(),
                one.hidden(),
                next == null ? null : next.on(),
                next == null ? null : next.what(),
                one.link(),
                one.posting(),
                one.history().stream().map(MineFiles::line).collect(Collectors.joining("\n")));
    }

    private static String line(Step step) {
        var line = step.on() + " " + what(step);
        return step.note().isEmpty() ? line : line + ": " + step.note();
    }

    private static String what(Step step) {
        return step.stage() == null ? "note" : Wording.tag(step.stage());
    }
}
