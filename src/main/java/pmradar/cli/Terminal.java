package pmradar.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/// The program's commands. Data goes to standard output, progress and complaints to standard error.
public final class Terminal {
    /// Exit code of `serve`: the server goes on after the command has returned.
    public static final int SERVING = -1;

    private static final String COMMAND_WORDS =
            "serve|accounts|alerts|classify|feeds|ingest|mine|postings|report|search|help|--help|-h|--version|-V";

    private final Class<?> application;

    /// @param application the Spring Boot application that commands with a database start
    public Terminal(Class<?> application) {
        this.application = application;
    }

    /// Runs one command.
    ///
    /// @return 0 done, 1 could not be done, 2 wrong usage, [#SERVING] the server was started
    public int run(String... args) {
        if (args.length == 0 || !args[0].matches(COMMAND_WORDS) && args[0].startsWith("--")) {
            // Without a command, settings such as --server.port=8081 belong to the server.
            return new ServeCommand(application).serve(args);
        }
        return commandLine(args[0].equals("serve")).execute(args);
    }

    private CommandLine commandLine(boolean serving) {
        var line = new CommandLine(new PmRadarCommand(), factory());
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        // Whatever logs to standard output from now on would spoil the data.
        if (!serving) System.setOut(System.err);
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println(explain(failure));
            return 1;
        });
        return line;
    }

    /// Commands that need the application get it by constructor.
    private IFactory factory() {
        return new IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                for (var constructor : type.getDeclaredConstructors()) {
                    if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Class.class) {
                        return type.cast(constructor.newInstance(application));
                    }
                }
                return CommandLine.defaultFactory().create(type);
            }
        };
    }

    private static String explain(Throwable failure) {
        var root = failure;
        while (root.getCause() != null && root.getCause() != root) root = root.getCause();
        var message = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        if (message.contains("Database may be already in use")) {
            return "The database is in use: PM Radar is already running. Stop it first, or use its HTTP API.";
        }
        return message;
    }
}
