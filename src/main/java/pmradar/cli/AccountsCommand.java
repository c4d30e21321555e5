package pmradar.cli;

import java.util.Locale;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pmradar.account.Account;
import pmradar.account.Accounts;
import pmradar.account.Member;
import pmradar.account.OneTimeLinks;

/// Who may come in, for the owner at the machine itself: also a way back for one who lost their password.
@Command(
        name = "accounts",
        mixinStandardHelpOptions = true,
        description = "Lists people, and makes the one-time links by which they choose a password.")
final class AccountsCommand implements Runnable {
    private static final String BY = "the terminal";

    private final Class<?> application;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run()
    private CommandSpec spec;

    AccountsCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which of its commands? See accounts --help.");
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "One line for each person.")
    int list() {
        try (var context = Whose.open(application)) {
            var out = spec.commandLine().getOut();
            for (var member : accounts(context).members()) out.println(line(member));
            out.flush();
            return 0;
        }
    }

    private static String line(Member member) {
        var account = member.account();
        var state = member.disabled() == null ? "may sign in" : "kept out";
        return "%-6s  %-11s  %s".formatted(tag(account.role()), state, account.name());
    }

    @Command(
            name = "invite",
            mixinStandardHelpOptions = true,
            description = "Prints a one-time link by which a person makes an account.")
    int invite(
            @Parameters(paramLabel = "NAME", description = "What the person signs in with.") String name,
            @Option(names = "--owner", description = "Makes an owner, not a member.") boolean owner) {
        try (var context = Whose.open(application)) {
            accounts(context);
            var role = owner ? Account.Role.OWNER : Account.Role.MEMBER;
            return print(context.getBean(OneTimeLinks.class).invite(BY, name, role));
        }
    }

    @Command(
            name = "reset",
            mixinStandardHelpOptions = true,
            description = "Prints a one-time link by which a person chooses another password.")
    int reset(@Parameters(paramLabel = "NAME") String name) {
        try (var context = Whose.open(application)) {
            var account = accounts(context)
                    .named(name)
                    .orElseThrow(() ->
                            new ParameterException(spec.commandLine(), "There is no account '%s'.".formatted(name)));
            return print(
                    context.getBean(OneTimeLinks.class).reset(BY, account.id()).orElseThrow());
        }
    }

    private int print(OneTimeLinks.Made made) {
        spec.commandLine().getOut().println("/link?token=" + made.secret());
        spec.commandLine()
                .getErr()
                .println("Open this at the address of PM Radar; it works once, until %s."
                        .formatted(made.link().ends()));
        return 0;
    }

    private Accounts accounts(ConfigurableApplicationContext context) {
        var accounts = context.getBeanProvider(Accounts.class).getIfAvailable();
        if (accounts == null) {
            throw new ParameterException(
                    spec.commandLine(), "In local access there is one owner and nobody signs in (pmradar.access).");
        }
        return accounts;
    }

    private static String tag(Account.Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
