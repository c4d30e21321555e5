package pmradar.alert;

import static org.assertj.core.api.Assertions.assertThat;

import database.FreshPostgres;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Two processes on one PostgreSQL tell each alert once; when one of them is killed, the other does what it held.
@Execution(ExecutionMode.CONCURRENT)
class AlertTakeoverIT {
    private static final long CHANGES = 600;

    @TempDir
    Path folder;

    @Test
    void twoTellOnceAndTheOtherTakesOverFromTheOneThatIsKilled() throws IOException, InterruptedException {
        try (var receiver = new Receiver()) {
            var processes = new KilledProcesses(FreshPostgres.url(), folder);
            processes.save(receiver.address());
            var one = processes.start(CHANGES / 2, "finish");
            var other = processes.start(CHANGES / 2, "finish");
            processes.awaitEnd(one);
            processes.awaitEnd(other);
            processes.check(receiver, CHANGES / 2);

            int before = receiver.asked.get();
            var killed = processes.start(CHANGES);
            processes.awaitUp(killed);
            var left = processes.start(CHANGES, "finish");
            while (receiver.asked.get() == before) Thread.sleep(1);
            assertThat(killed.isAlive()).isTrue();
            killed.destroyForcibly().waitFor();
            processes.awaitEnd(left);
            processes.check(receiver, CHANGES);
        }
    }
}
