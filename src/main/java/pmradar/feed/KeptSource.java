package pmradar.feed;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Answers from a kept reading. The first request gets the first answer even if today's code would ask for it at
/// another
/// address.
final class KeptSource implements AnswerSource {
    private final KeptFolder folder;
    private final Secrets secrets;
    private final long maxBytes;
    private boolean asked;

    KeptSource(KeptFolder folder, Secrets secrets, long maxBytes) {
        this.folder = folder;
        this.secrets = secrets;
        this.maxBytes = maxBytes;
    }

    @Override
    public Fetched fetch(FeedRequest request, Reading.Bookmark bookmark) {
        var file = file(request);
        asked = true;
        if (file == null) return failed("This answer was not kept.");
        try {
            var answer = AnswerFile.read(file, maxBytes);
            return new Fetched.Got(answer, answer.bytes().length, null);
        } catch (IOException broken) {
            return failed("The kept answer %s cannot be read: %s.".formatted(file.getFileName(), broken.getMessage()));
        }
    }

    private @Nullable Path file(FeedRequest request) {
        var file = folder.file(KeepingSource.key(request, secrets));
        return file != null || asked ? file : folder.first();
    }

    private static Fetched.Failed failed(String reason) {
        return new Fetched.Failed(reason, null, Reading.Symptom.OTHER);
    }
}
