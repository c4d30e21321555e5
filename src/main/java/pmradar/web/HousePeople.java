package pmradar.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import pmradar.account.Account;
import pmradar.account.Accounts;
import pmradar.account.CurrentAccount;
import pmradar.account.Member;
import pmradar.account.OneTimeLinks;

/// What the owner does about people, from a page or from a program. The doors let nobody else come here.
@Component
@ConditionalOnProperty(name = "pmradar.access", havingValue = "accounts")
class HousePeople {

    private final Accounts accounts;
    private final OneTimeLinks links;
    private final CurrentAccount current;
    private final Clock clock;

    HousePeople(Accounts accounts, OneTimeLinks links, CurrentAccount current, Clock clock) {
        this.accounts = accounts;
        this.links = links;
        this.current = current;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    Account me() {
        return current.get().orElseThrow(() -> new NotThere("Nobody is signed in."));
    }

    List<Member> all() {
        return accounts.members();
    }

    Member known(long id) {
        return accounts.member(id).orElseThrow(HousePeople::nobody);
    }

    List<OneTimeLinks.Link> links() {
        return links.open();
    }

    OneTimeLinks.Made invite(@Nullable String name, @Nullable String role) {
        var as = role(role);
        return said(() -> links.invite(me().name(), Objects.requireNonNullElse(name, ""), as));
    }

    OneTimeLinks.Made reset(long id) {
        return said(() -> links.reset(me().name(), id)).orElseThrow(HousePeople::nobody);
    }

    void withdraw(long link) {
        if (!links.withdraw(link)) throw new NotThere("There is no open link with this number.");
    }

    void change(long id, @Nullable String role) {
        var as = role(role);
        if (!said(() -> accounts.change(id, as))) throw nobody();
    }

    void disable(long id, boolean disabled) {
        if (!said(() -> accounts.disable(id, disabled))) throw nobody();
    }

    void remove(long id) {
        if (!said(() -> accounts.remove(id))) throw nobody();
    }

    /// The address that a person opens.
    static String address(String secret) {
        return FeedFormat.root() + "/link?token=" + secret;
    }

    private static Account.Role role(@Nullable String word) {
        return List.of(Account.Role.values()).stream()
                .filter(one -> Wording.tag(one).equals(word))
                .findFirst()
                .orElseThrow(() -> new BadRequest("A role is owner or member."));
    }

    private static <T> T said(Supplier<T> doing) {
        try {
            return doing.get();
        } catch (IllegalArgumentException wrong) {
            throw new BadRequest(Objects.requireNonNullElse(wrong.getMessage(), "That cannot be done."));
        }
    }

    private static NotThere nobody() {
        return new NotThere("There is nobody with this number.");
    }
}
