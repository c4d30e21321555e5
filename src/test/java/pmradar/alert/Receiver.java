package pmradar.alert;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import tools.jackson.databind.json.JsonMapper;

/// Takes digests as a webhook does that knows a repeated message by its id. It is not well: now and then it refuses
/// one,
/// and now and then it takes one and hangs up without a word.
final class Receiver implements AutoCloseable {

    /// @param search the name of the search @param posting one line of the digest
    record Line(String search, long posting) {}

    final Map<String, List<Line>> taken = new ConcurrentHashMap<>();
    final AtomicInteger asked = new AtomicInteger();
    private final HttpServer server;

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.setExecutor(Thread::startVirtualThread);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/";
    }

    private void take(HttpExchange exchange) throws IOException {
        int turn = asked.incrementAndGet();
        try (exchange) {
            var body = JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes());
            if (turn % 13 == 0) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            taken.put(
                    exchange.getRequestHeaders().getFirst("webhook-id"),
                    StreamSupport.stream(body.path("lines").spliterator(), false)
                            .map(line -> new Line(
                                    body.path("searchName").asString(),
                                    line.path("posting").asLong()))
                            .toList());
            if (turn % 17 != 0) exchange.sendResponseHeaders(204, -1);
        }
    }

    /// All lines that were told, each as often as it was under another id.
    List<Line> lines() {
        return taken.values().stream().flatMap(List::stream).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
