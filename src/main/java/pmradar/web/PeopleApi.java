package pmradar.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import pmradar.account.Member;
import pmradar.account.OneTimeLinks;

/// Who may come in, for programs of the owner: everything that the page of people can do.
@RestController
@Tag(name = "People")
@ConditionalOnProperty(name = "pmradar.access", havingValue = "accounts")
class PeopleApi {

    private static final String ONE = "/api/people/{id:\\d{1,18}}";
    private static final String LINKS = "/api/people/links";

    private final HousePeople people;

    PeopleApi(HousePeople people) {
        this.people = people;
    }

    /// @param disabled since when they are kept out; null while they may come in
    /// @param used when one of their sessions was last used
    @Schema(name = "Person")
    record PersonJson(
            String id,
            String name,
            String role,
            Instant since,
            @Nullable Instant disabled,
            @Nullable Instant used) {

        static PersonJson of(Member member) {
            var account = member.account();
            return new PersonJson(
                    String.valueOf(account.id()),
                    account.name(),
                    Wording.tag(account.role()),
                    member.since(),
                    member.disabled(),
                    member.used());
        }
    }

    @Schema(name = "People")
    record All(List<PersonJson> people) {}

    @Schema(name = "PersonRole")
    record RoleJson(@Nullable String role) {}

    @Schema(name = "PersonDisabled")
    record DisabledJson(boolean disabled) {}

    @Schema(name = "Invitation")
    record Invitation(@Nullable String name, @Nullable String role) {}

    /// @param kind invitation or reset
    @Schema(name = "OneTimeLink")
    record LinkJson(String id, String kind, String name, String role, String by, Instant made, Instant ends) {

        static LinkJson of(OneTimeLinks.Link link) {
            return new LinkJson(
                    String.valueOf(link.id()),
                    Wording.tag(link.kind()),
                    link.name(),
                    Wording.tag(link.role()),
                    link.by(),
                    link.made(),
                    link.ends());
        }
    }

    @Schema(name = "OneTimeLinks")
    record AllLinks(List<LinkJson> links) {}

    /// @param address what the person opens; told only now
    @Schema(name = "OneTimeLinkMade")
    record Made(LinkJson link, String address) {}

    @GetMapping(path = "/api/people", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "listPeople", summary = "Who has an account, by name")
    All all() {
        return new All(people.all().stream().map(PersonJson::of).toList());
    }

    @GetMapping(path = ONE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "getPerson", summary = "One person")
    PersonJson one(@PathVariable long id) {
        return PersonJson.of(people.known(id));
    }

    @PutMapping(
            path = ONE + "/role",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "changeRole", summary = "Makes a person owner or member; an owner always remains")
    PersonJson role(@PathVariable long id, @RequestBody RoleJson asked) {
        people.change(id, asked.role());
        return one(id);
    }

    @PutMapping(
            path = ONE + "/disabled",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "disablePerson",
            summary = "Keeps a person out from the next request on, or lets them in again",
            description = "Sessions end, tokens and private feeds answer nobody, saved searches are paused.")
    PersonJson disable(@PathVariable long id, @RequestBody DisabledJson asked) {
        people.disable(id, asked.disabled());
        return one(id);
    }

    @DeleteMapping(ONE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "removePerson", summary = "Removes a person with all that is theirs; cannot be undone")
    void remove(@PathVariable long id) {
        people.remove(id);
    }

    @PostMapping(path = ONE + "/reset", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "resetPassword",
            summary = "A one-time link by which a person chooses another password; told only now")
    ResponseEntity<Made> reset(@PathVariable long id) {
        return made(people.reset(id));
    }

    @PostMapping(
            path = "/api/people/invitations",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "invite", summary = "A one-time link by which a person makes an account; told only now")
    ResponseEntity<Made> invite(@RequestBody Invitation asked) {
        return made(people.invite(asked.name(), asked.role() == null ? "member" : asked.role()));
    }

    private static ResponseEntity<Made> made(OneTimeLinks.Made made) {
        return ResponseEntity.created(URI.create(LINKS))
                .body(new Made(LinkJson.of(made.link()), HousePeople.address(made.secret())));
    }

    @GetMapping(path = LINKS, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "listLinks", summary = "Invitations and resets that can still be used, newest first")
    AllLinks links() {
        return new AllLinks(people.links().stream().map(LinkJson::of).toList());
    }

    @DeleteMapping(LINKS + "/{id:\\d{1,18}}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "withdrawLink", summary = "Withdraws a one-time link; it leads nowhere from now on")
    void withdraw(@PathVariable long id) {
        people.withdraw(id);
    }
}
