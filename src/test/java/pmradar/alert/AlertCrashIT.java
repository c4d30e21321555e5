package pmradar.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9` at random points of matching and delivery: what was delivered in the end is what should have been, each
/// under one key. The profile `crash` does 500 rounds.
class AlertCrashIT {
    private static final int ROUNDS = Integer.getInteger("pmradar.crash.rounds", 25);
    private static final int CHANGES_A_ROUND = 40;

    @TempDir
    Path folder;

    @Test
    void losesNothingAndTellsNothingTwiceWhenItIsKilled() throws IOException, InterruptedException {
        var seed = System.nanoTime();
        System.out.println("AlertCrashIT seed " + seed + ", rounds " + ROUNDS);
        var random = new SplittableRandom(seed);
        var url = "jdbc:h2:file:" + folder.resolve("db") + ";WRITE_DELAY=0;LOCK_TIMEOUT=60000;DB_CLOSE_ON_EXIT=FALSE";
        var processes = new KilledProcesses(url, folder);
        try (var receiver = new Receiver()) {
            processes.save(receiver.address());
            int amid = 0;
            for (int round = 1; round <= ROUNDS; round++) {
                int before = receiver.asked.get();
                var process = processes.start((long) round * CHANGES_A_ROUND);
                processes.awaitUp(process);
                if (random.nextInt(3) == 0) Thread.sleep(random.nextInt(600));
                else await(receiver, before + 1 + random.nextInt(30));
                assertThat(process.isAlive()).isTrue();
                process.destroyForcibly().waitFor();
                if (receiver.asked.get() > before) amid++;
            }
            assertThat(amid).isPositive();
            System.out.println(amid + " of " + ROUNDS + " were killed after they had begun to deliver");
            processes.finish((long) ROUNDS * CHANGES_A_ROUND);
            processes.check(receiver, (long) ROUNDS * CHANGES_A_ROUND);
        }
    }

    /// Or until as much does not come: fewer were left to be sent.
    private static void await(Receiver receiver, int asked) throws InterruptedException {
        int quiet = 0;
        int before = receiver.asked.get();
        for (int i = 0; i < 2_000 && receiver.asked.get() < asked && quiet < 50; i++) {
            Thread.sleep(10);
            quiet = receiver.asked.get() == before ? 0 : quiet + 1;
        }
    }
}
