package pmradar.feed;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/// Collects a body up to a number of bytes, and gives up on one that trickles.
final class BoundedBody implements BodySubscriber<byte[]> {
    /// After this time a body must have come at [#SLOWEST] or faster.
    private static final Duration GRACE = Duration.ofSeconds(10);
    /// Bytes per second.
    private static final int SLOWEST = 1024;

    private final long maxBytes;
    private final boolean cutHere;
    private final long started = System.nanoTime();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    /// @param cutHere whether a longer body is cut at the limit; else it fails
    BoundedBody(long maxBytes, boolean cutHere) {
        this.maxBytes = maxBytes;
        this.cutHere = cutHere;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Flow.Subscription asked) {
        subscription = asked;
        asked.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (var buffer : buffers) {
            if (bytes.size() + (long) buffer.remaining() > maxBytes) {
                overflow(buffer);
                return;
            }
            copy(buffer, buffer.remaining());
        }
        if (trickles()) {
            stop();
            whole.completeExceptionally(new FetchFailed("The answer comes too slowly: %d bytes in %d seconds."
                    .formatted(bytes.size(), elapsed().toSeconds())));
        } else if (subscription != null) {
            subscription.request(1);
        }
    }

    private void overflow(ByteBuffer buffer) {
        stop();
        if (cutHere) {
            copy(buffer, (int) (maxBytes - bytes.size()));
            whole.complete(bytes.toByteArray());
        } else {
            whole.completeExceptionally(tooLarge(maxBytes));
        }
    }

    static FetchFailed tooLarge(long maxBytes) {
        return new FetchFailed(
                "The answer is larger than %.1f MB, which is the limit.".formatted(maxBytes / 1048576.0));
    }

    private void copy(ByteBuffer buffer, int length) {
        var chunk = new byte[length];
        buffer.get(chunk);
        bytes.writeBytes(chunk);
    }

    private boolean trickles() {
        var elapsed = elapsed();
        return elapsed.compareTo(GRACE) > 0 && bytes.size() < elapsed.toSeconds() * SLOWEST;
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    private void stop() {
        if (subscription != null) {
            subscription.cancel();
        }
    }

    @Override
    public void onError(Throwable broken) {
        whole.completeExceptionally(broken);
    }

    @Override
    public void onComplete() {
        whole.complete(bytes.toByteArray());
    }
}
