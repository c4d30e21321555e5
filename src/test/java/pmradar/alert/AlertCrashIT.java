package pmradar.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// `kill -9` at random points of matching and delivery: what was delivered in the end is what should have been, each
/// under one key. Half of the rounds go on in one database, half in another beside it, since a process that starts
/// leaves a core to the other. The profile `crash` does 500 rounds.
@Execution(ExecutionMode.CONCURRENT)
class AlertCrashIT {
    private static final int ROUNDS = Integer.getInteger("pmradar.crash.rounds", 25);
    private static final int CHANGES_A_ROUND = 40;

    @TempDir
    Path folder;

    @Test
    void losesNothingAndTellsNothingTwiceWhenItIsKilled() throws Exception {
        var seed = System.nanoTime();
        System.out.println("AlertCrashIT seed " + seed + ", rounds " + ROUNDS);
        try (var both = Executors.newFixedThreadPool(2)) {
            var one = both.submit(() -> kill(ROUNDS / 2, folder.resolve("one"), new SplittableRandom(seed)));
            var other =
                    both.submit(() -> kill(ROUNDS - ROUNDS / 2, folder.resolve("other"), new SplittableRandom(~seed)));
            int amid = one.get() + other.get();
            assertThat(amid).isPositive();
            System.out.println(amid + " of " + ROUNDS + " were killed after they had begun to deliver");
        }
    }

    /// @return how many rounds were ended after they had begun to deliver
    private static int kill(int rounds, Path folder, SplittableRandom random) throws IOException, InterruptedException {
        Files.createDirectory(folder);
        var url = "jdbc:h2:file:" + folder.resolve("db") + ";WRITE_DELAY=0;LOCK_TIMEOUT=60000;DB_CLOSE_ON_EXIT=FALSE";
        var processes = new KilledProcesses(url, folder);
        try (var receiver = new Receiver()) {
            processes.save(receiver.address());
            int amid = 0;
            for (int round = 1; round <= rounds; round++) {
                int before = receiver.asked.get();
                var process = processes.start((long) round * CHANGES_A_ROUND);
                processes.awaitUp(process);
                if (random.nextInt(3) == 0) Thread.sleep(random.nextInt(600));
                else await(receiver, before + 1 + random.nextInt(30));
                assertThat(process.isAlive()).isTrue();
                process.destroyForcibly().waitFor();
                if (receiver.asked.get() > before) amid++;
            }
            processes.finish((long) rounds * CHANGES_A_ROUND);
            processes.check(receiver, (long) rounds * CHANGES_A_ROUND);
            return amid;
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
