package pmradar.journey;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;

/// A person at a browser of their own, without scripts: opens pages, and sends the forms that are on them.
final class Visitor implements AutoCloseable {

    private final String root;
    private final HttpClient browser;
    private Document page = new Document("");
    private int status;

    Visitor(int port) {
        root = "http://localhost:" + port;
        browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    /// @param path of this server, or an address of it
    Visitor open(String path) {
        return see(request(path).build());
    }

    /// Sends the form of the page with this action. @param values what the person types into it
    Visitor send(String action, Map<String, String> values) {
        var form = (FormElement) page.selectFirst("form[action=%s]".formatted(action));
        if (form == null) throw new AssertionError("no form '%s' on %s".formatted(action, page.title()));
        var body = Stream.concat(
                        form.formData().stream()
                                .filter(field -> !values.containsKey(field.key()))
                                .map(field -> typed(field.key(), field.value())),
                        values.entrySet().stream().map(field -> typed(field.getKey(), field.getValue())))
                .collect(Collectors.joining("&"));
        return post(action, body);
    }

    /// Sends what no form of the page offers.
    Visitor post(String action, Map<String, String> values) {
        return post(
                action,
                values.entrySet().stream()
                        .map(field -> typed(field.getKey(), field.getValue()))
                        .collect(Collectors.joining("&")));
    }

    private Visitor post(String action, String body) {
        return see(request(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static String typed(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    Visitor signIn(String name, String password) {
        return open("/login").send("/login", Map.of("username", name, "password", password));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(path.startsWith("/") ? root + path : path))
                .header("Accept", "text/html");
    }

    private Visitor see(HttpRequest asked) {
        try {
            var answer = browser.send(asked, HttpResponse.BodyHandlers.ofString());
            status = answer.statusCode();
            page = Jsoup.parse(answer.body(), answer.uri().toString());
            return this;
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }

    Document page() {
        return page;
    }

    String text() {
        return page.select("main").text();
    }

    int status() {
        return status;
    }

    String path() {
        return URI.create(page.baseUri()).getPath();
    }

    @Override
    public void close() {
        browser.close();
    }
}
