package pmradar.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
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
import pmradar.account.Sessions;
import pmradar.account.Tokens;

/// The ways into the caller's own account, for programs: everything that its page can do.
@RestController
@Tag(name = "Account")
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "pmradar.access", havingValue = "accounts")
class AccountApi {

    private final OwnAccount own;

    AccountApi(OwnAccount own) {
        this.own = own;
    }

    @Schema(name = "Account")
    record AccountJson(String name, String role) {}

    @Schema(name = "PasswordChange")
    record PasswordJson(@Nullable String old, @Nullable String password) {}

    /// @param used to the minute @param current whether it is the one that asks
    @Schema(name = "Session")
    record SessionJson(String id, String agent, Instant begun, Instant used, boolean current) {

        static SessionJson of(Sessions.Session session) {
            return new SessionJson(
                    String.valueOf(session.id()),
                    session.agent(),
                    session.begun(),
                    session.used(),
                    session.id() == SignedIn.session());
        }
    }

    @Schema(name = "Sessions")
    record AllSessions(List<SessionJson> sessions) {}

    @Schema(name = "SessionsEnded")
    record Ended(int ended) {}

    /// @param ends null for never @param used to the minute; null for never
    @Schema(name = "Token")
    record TokenJson(
            String id,
            String name,
            Instant made,
            @Nullable Instant ends,
            @Nullable Instant used) {

        static TokenJson of(Tokens.Token token) {
            return new TokenJson(String.valueOf(token.id()), token.name(), token.made(), token.ends(), token.used());
        }
    }

    @Schema(name = "Tokens")
    record AllTokens(List<TokenJson> tokens) {}

    @Schema(name = "TokenWanted")
    record TokenWanted(@Nullable String name, @Nullable Instant ends) {}

    /// @param secret for `Authorization: Bearer`; told only now
    @Schema(name = "TokenMade")
    record TokenMade(TokenJson token, String secret) {}

    @GetMapping(path = "/api/account", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "getAccount", summary = "Whose account asks, and what it may do")
    AccountJson account() {
        var account = own.account();
        return new AccountJson(account.name(), Wording.tag(account.role()));
    }

    @PutMapping(path = "/api/account/password", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "changePassword",
            summary = "Sets another password and ends all other sessions; not by a token")
    void password(@RequestBody PasswordJson asked) {
        own.changePassword(
                Objects.requireNonNullElse(asked.old(), ""), Objects.requireNonNullElse(asked.password(), ""));
    }

    @GetMapping(path = "/api/account/sessions", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "listSessions", summary = "Where the caller is signed in, the one used last first")
    AllSessions sessions() {
        return new AllSessions(own.sessions().stream().map(SessionJson::of).toList());
    }

    @DeleteMapping(path = "/api/account/sessions", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "endOtherSessions", summary = "Ends all sessions but the one that asks")
    Ended endOthers() {
        return new Ended(own.endOthers());
    }

    @DeleteMapping("/api/account/sessions/{id:\\d{1,18}}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "endSession", summary = "Ends a session")
    void end(@PathVariable long id) {
        own.endSession(id);
    }

    @GetMapping(path = "/api/account/tokens", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "listTokens", summary = "The caller's tokens by name, without their secrets")
    AllTokens tokens() {
        return new AllTokens(own.tokens().stream().map(TokenJson::of).toList());
    }

    @PostMapping(
            path = "/api/account/tokens",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "makeToken", summary = "Makes a token; its secret is told only now. Not by a token")
    ResponseEntity<TokenMade> make(@RequestBody TokenWanted asked) {
        var made = own.makeToken(asked.name(), asked.ends());
        return ResponseEntity.created(URI.create("/api/account/tokens"))
                .body(new TokenMade(TokenJson.of(made.token()), made.secret()));
    }

    @DeleteMapping("/api/account/tokens/{id:\\d{1,18}}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "revokeToken", summary = "Revokes a token; it lets nobody in from now on")
    void revoke(@PathVariable long id) {
        own.revokeToken(id);
    }
}
