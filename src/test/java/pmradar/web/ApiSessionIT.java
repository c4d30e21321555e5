package pmradar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import preview.HeldCorrections;
import preview.PreviewApplication;

/// The session of a client that the README shows, run as it stands there, over HTTP.
@SpringBootTest(classes = PreviewApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ApiSessionIT {

    private static final Path SESSION = Path.of("src/test/resources/api/session.sh");

    @LocalServerPort
    int port;

    @Autowired
    HeldCorrections corrections;

    @AfterEach
    void asBefore() {
        corrections.clear();
    }

    @Test
    void runsAsTheReadmeShowsIt(@TempDir Path folder) throws Exception {
        var output = folder.resolve("output.txt");
        var builder = new ProcessBuilder("sh", "-eu", SESSION.toAbsolutePath().toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("PMRADAR", "http://localhost:" + port);
        var process = begun(builder);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ends").isTrue();
        var said = Files.readString(output);
        assertThat(process.exitValue()).as(said).isZero();
        assertThat(said)
                .contains("\"total\":", "\"facets\":", "\"did_you_mean\":\"kubernetes\"")
                .contains("\"kind\":\"skill\"")
                .contains("HTTP/1.1 304")
                .contains("\"role\":\"project-manager\"")
                .contains("HTTP/1.1 201", "Location: /api/postings/1/corrections/")
                .contains("HTTP/1.1 412");
        // 30 postings are technical until one is corrected; the first line names the columns.
        assertThat(Files.readAllLines(folder.resolve("technical.csv"))).hasSize(30);
        assertThat(Files.readString(folder.resolve("technical.atom"))).contains("<feed xmlns=");
    }

    private static Process begun(ProcessBuilder session) throws IOException {
        try {
            if (new ProcessBuilder("curl", "--version").start().waitFor() == 0) return session.start();
        } catch (IOException | InterruptedException missing) {
            // said below
        }
        System.out.println("The client session is skipped: curl was not found.");
        return abort("curl was not found");
    }

    @Test
    void answersHeadWithHeadersOnly() throws Exception {
        var address = URI.create("http://localhost:%d/api/postings/1".formatted(port));
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(address).HEAD().build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("ETag")).isPresent();
            assertThat(answer.body()).isEmpty();
        }
    }

    @Test
    void refusesABodyThatOutgrowsItsBoundWithoutSayingSo() throws Exception {
        var address = URI.create("http://localhost:%d/api/classify".formatted(port));
        var body = ("{\"text\": \"" + "a".repeat(1_200_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(address)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofInputStream(
                                    () -> new java.io.ByteArrayInputStream(body)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        }
    }

    @Test
    void packsWhatIsWorthIt() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            for (var path : new String[] {"/", "/api/postings", "/api/postings.atom"}) {
                var answer = http.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .header("Accept-Encoding", "gzip")
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
                assertThat(answer.headers().firstValue("Content-Encoding"))
                        .as(path)
                        .contains("gzip");
            }
        }
    }
}
