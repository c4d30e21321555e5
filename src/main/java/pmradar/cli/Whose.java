package pmradar.cli;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import pmradar.account.Account;
import pmradar.account.Accounts;
import pmradar.account.CurrentAccount;

/// Finds the person whose things a command is about, in the program without its pages and without its jobs.
final class Whose {

    private Whose() {}

    static ConfigurableApplicationContext open(Class<?> application) {
        return new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .run("--jobrunr.background-job-server.enabled=false");
    }

    /// @param name null in local access, where there is one owner
    static long account(ConfigurableApplicationContext context, @Nullable String name, CommandSpec spec) {
        if (name != null) {
            var accounts = context.getBeanProvider(Accounts.class).getIfAvailable();
            if (accounts == null) {
                throw new ParameterException(
                        spec.commandLine(), "In local access there is one owner; leave --account out.");
            }
            return accounts.named(name)
                    .map(Account::id)
                    .orElseThrow(() ->
                            new ParameterException(spec.commandLine(), "There is no account '%s'.".formatted(name)));
        }
        return context.getBean(CurrentAccount.class)
                .get()
                .map(Account::id)
                .orElseThrow(() -> new ParameterException(spec.commandLine(), "Say whose with --account NAME."));
    }
}
