package pmradar.journey;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// A server on loopback that plays feeds: each path answers what the test put there last.
final class FeedServer implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Play> plays = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    /// @param etag answered, and honoured in If-None-Match; empty for none
    private record Play(int status, String contentType, byte[] body, String etag, long delayMillis) {}

    FeedServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path);
    }

    FeedServer plays(String path, String contentType, String body) {
        return plays(path, contentType, body, "");
    }

    FeedServer plays(String path, String contentType, String body, String etag) {
        plays.put(path, new Play(200, contentType, body.getBytes(StandardCharsets.UTF_8), etag, 0));
        return this;
    }

    FeedServer playsSlowly(String path, String contentType, String body, long delayMillis) {
        plays.put(path, new Play(200, contentType, body.getBytes(StandardCharsets.UTF_8), "", delayMillis));
        return this;
    }

    FeedServer fails(String path, int status) {
        plays.put(path, new Play(status, "text/plain", "no".getBytes(StandardCharsets.UTF_8), "", 0));
        return this;
    }

    /// `METHOD path -> status`, in the order of arrival; robots.txt left out.
    List<String> requests() {
        return new ArrayList<>(requests);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var play = plays.getOrDefault(path, new Play(404, "text/plain", new byte[0], "", 0));
            var status = status(exchange, play);
            if (!path.equals("/robots.txt")) {
                requests.add("%s %s -> %d".formatted(exchange.getRequestMethod(), path, status));
            }
            pause(play.delayMillis);
            exchange.getResponseHeaders().add("Content-Type", play.contentType);
            if (!play.etag.isEmpty()) exchange.getResponseHeaders().add("ETag", play.etag);
            if (status == 304) {
                exchange.sendResponseHeaders(status, -1);
            } else {
                exchange.sendResponseHeaders(status, play.body.length == 0 ? -1 : play.body.length);
                if (play.body.length > 0) exchange.getResponseBody().write(play.body);
            }
        }
    }

    private static int status(HttpExchange exchange, Play play) {
        var known = exchange.getRequestHeaders().getFirst("If-None-Match");
        return !play.etag.isEmpty() && play.etag.equals(known) ? 304 : play.status;
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
