package pmradar.feed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A server on loopback that answers byte for byte what a test wants, however wrong.
final class HostileServer implements AutoCloseable {
    private final ServerSocket socket;
    private final Map<String, Answering> answers = new ConcurrentHashMap<>();
    private final List<String> heads = new CopyOnWriteArrayList<>();

    interface Answering {
        void answer(OutputStream out, String head) throws Exception;
    }

    HostileServer() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        answers.put("/robots.txt", text(404, "", "no"));
        Thread.ofVirtual().start(this::accept);
    }

    static Answering text(int status, String headers, String body) {
        return bytes(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    static Answering bytes(int status, String headers, byte[] body) {
        return (out, head) -> {
            raw(out, "HTTP/1.1 %d X\r\n%sContent-Length: %d\r\n\r\n".formatted(status, headers, body.length));
            out.write(body);
        };
    }

    static void raw(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    HostileServer on(String path, Answering answering) {
        answers.put(path, answering);
        return this;
    }

    URI uri(String path) {
        return URI.create("http://localhost:%d%s".formatted(socket.getLocalPort(), path));
    }

    int port() {
        return socket.getLocalPort();
    }

    /// Heads of the requests for feeds, without those for robots.txt.
    List<String> requests() {
        return heads.stream()
                .filter(head -> !head.startsWith("GET /robots.txt"))
                .toList();
    }

    /// Heads of all requests.
    List<String> all() {
        return heads;
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var connection = socket.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            var in =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
            var head = new StringBuilder();
            for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                head.append(line).append('\n');
            }
            if (head.isEmpty()) {
                return;
            }
            heads.add(head.toString());
            var path = head.toString().split(" ")[1];
            var out = connection.getOutputStream();
            answers.getOrDefault(path, text(404, "", "no such page")).answer(out, head.toString());
            out.flush();
        } catch (Exception gone) {
            // The client went away, as it should.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
