package pmradar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import picocli.CommandLine;
import pmradar.PmRadar;

/// The owner's way to people from the terminal, on a database of its own.
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class AccountsCommandTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void data() {
        System.setProperty("pmradar.data", folder.toString());
    }

    @AfterEach
    void asBefore() {
        System.clearProperty("pmradar.data");
        System.clearProperty("pmradar.access");
    }

    private int run(String... arguments) {
        return new CommandLine(new AccountsCommand(PmRadar.class))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    @Test
    void printsALinkOnce() {
        System.setProperty("pmradar.access", "accounts");
        assertThat(run("invite", "Ben")).as(err.toString()).isZero();
        assertThat(out.toString().strip()).matches("/link\\?token=[\\w-]{43}");
        assertThat(err.toString()).contains("works once");
        assertThat(run("reset", "nobody")).isEqualTo(2);
        assertThat(err.toString()).contains("There is no account 'nobody'.");
    }

    @Test
    void saysThatNobodySignsInInLocalAccess() {
        assertThat(run("list")).isEqualTo(2);
        assertThat(err.toString()).contains("In local access there is one owner");
    }
}
