package pmradar.feed;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/// Sends one request to one checked address and takes in one bounded answer. Follows nothing, decides nothing.
final class Wire implements AutoCloseable {
    private static final long ERROR_BYTES = 64 * 1024;
    /// Of one host, tried one after the other while none can be connected to.
    private static final int MOST_ADDRESSES = 3;

    private final FeedSettings.Limits limits;
    private final HostRules rules;
    private final PinnedNames.Lookup lookup;
    private final HttpClient client;

    Wire(FeedSettings.Limits limits, HostRules rules) {
        this(limits, rules, InetAddress::getAllByName);
        PinnedNames.install();
    }

    Wire(FeedSettings.Limits limits, HostRules rules, PinnedNames.Lookup lookup) {
        this.limits = limits;
        this.rules = rules;
        this.lookup = lookup;
        // HTTP/1.1: all that feeds need, with less for a hostile server to play with. No proxy: it would resolve names.
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(limits.connect())
                .executor(Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("fetch-", 0).factory()))
                .build();
    }

    /// @param body as received, of a good answer whole, of others the beginning
    record Hop(URI uri, int status, HttpHeaders headers, byte[] body, Duration took) {

        /// Lower-case names, first value each.
        Map<String, String> firstHeaders() {
            var first = new HashMap<String, String>();
            headers.map().forEach((name, values) -> first.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
            return first;
        }
    }

    /// @param left time for the whole answer
    /// @throws FetchFailed in words, whatever went wrong
    Hop send(FeedRequest request, Map<String, String> headers, long maxBytes, boolean cut, Duration left)
            throws InterruptedException {
        var host = rules.check(request.uri());
        if (!left.isPositive()) {
            throw late(host);
        }
        var started = System.nanoTime();
        try (var pin = PinnedNames.pin(host, rules, lookup)) {
            for (int address = 1; ; address++) {
                try {
                    return sent(request, headers, maxBytes, cut, left.minusNanos(System.nanoTime() - started), host);
                } catch (NotConnected failed) {
                    if (address >= MOST_ADDRESSES || !pin.next()) throw failed.inWords();
                }
            }
        }
    }

    /// Nothing was sent, so that another address of the host may be tried.
    private static final class NotConnected extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient FetchFailed words;

        NotConnected(FetchFailed words) {
            super(words);
            this.words = words;
        }

        FetchFailed inWords() {
            return words;
        }
    }

    private Hop sent(
            FeedRequest request, Map<String, String> headers, long maxBytes, boolean cut, Duration left, String host)
            throws InterruptedException, NotConnected {
        if (!left.isPositive()) throw late(host);
        var started = System.nanoTime();
        var answer = client.sendAsync(built(request, headers, left), info -> body(info, maxBytes, cut));
        try {
            var response = answer.get(left.toMillis(), TimeUnit.MILLISECONDS);
            return new Hop(
                    request.uri(),
                    response.statusCode(),
                    response.headers(),
                    response.body(),
                    Duration.ofNanos(System.nanoTime() - started));
        } catch (ExecutionException failed) {
            var cause = failed.getCause() == null ? failed : failed.getCause();
            var words = inWords(host, cause);
            if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
                throw new NotConnected(words);
            }
            throw words;
        } catch (TimeoutException late) {
            throw late(host);
        } finally {
            answer.cancel(true);
        }
    }

    private FetchFailed late(String host) {
        return new FetchFailed("The answer of %s was not complete within %d seconds."
                .formatted(host, limits.whole().toSeconds()));
    }

    private HttpRequest built(FeedRequest request, Map<String, String> headers, Duration left) {
        var firstByte = left.compareTo(limits.firstByte()) < 0 ? left : limits.firstByte();
        try {
            var builder = HttpRequest.newBuilder(request.uri()).timeout(firstByte);
            headers.forEach(builder::setHeader);
            return request.body() == null
                    ? builder.GET().build()
                    : builder.POST(HttpRequest.BodyPublishers.ofString(request.body(), StandardCharsets.UTF_8))
                            .build();
        } catch (IllegalArgumentException unfit) {
            throw new FetchFailed("The request cannot be sent: " + unfit.getMessage());
        }
    }

    private static HttpResponse.BodySubscriber<byte[]> body(
            HttpResponse.ResponseInfo info, long maxBytes, boolean cut) {
        if (info.statusCode() / 100 != 2) {
            return new BoundedBody(ERROR_BYTES, true);
        }
        var announced = info.headers().firstValueAsLong("content-length").orElse(-1);
        if (announced > maxBytes && !cut) {
            throw BoundedBody.tooLarge(maxBytes);
        }
        return new BoundedBody(maxBytes, cut);
    }

    private FetchFailed inWords(String host, Throwable cause) {
        for (Throwable inner = cause; inner != null; inner = inner.getCause()) {
            if (inner instanceof FetchFailed failed) {
                return failed;
            }
        }
        return new FetchFailed(
                switch (cause) {
                    case HttpConnectTimeoutException _ ->
                        "%s could not be reached within %d seconds."
                                .formatted(host, limits.connect().toSeconds());
                    case HttpTimeoutException _ ->
                        "%s did not answer within %d seconds."
                                .formatted(host, limits.firstByte().toSeconds());
                    case ConnectException _ -> "Nothing answers at %s.".formatted(host);
                    case SSLException broken -> "No secure connection to %s: %s.".formatted(host, broken.getMessage());
                    case ProtocolException _ -> "The answer of %s is not proper HTTP.".formatted(host);
                    case IOException _ ->
                        "The connection to %s broke off before the answer was complete.".formatted(host);
                    default -> "The answer of %s is not proper HTTP.".formatted(host);
                });
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
