package pmradar.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import pmradar.alert.DeliveryLog;
import pmradar.alert.Destinations;
import pmradar.alert.Digest;
import pmradar.alert.Inbox;

/// What saved searches told, where it went and how that went, for programs.
@RestController
@Tag(name = "Alerts")
class ToldApi {
    private static final String DESTINATIONS = "/api/alerts/{id:\\d{1,18}}/destinations";
    private static final String DESTINATION = "/api/alerts/destinations/{id:\\d{1,18}}";
    private static final String DIGEST = "/api/alerts/digests/{id:\\d{1,18}}";
    private static final int DELIVERIES = 500;

    private final Alerting alerting;

    ToldApi(Alerting alerting) {
        this.alerting = alerting;
    }

    @Schema(name = "Digests")
    record DigestsJson(List<DigestJson> digests, @Nullable String next, int unread) {}

    /// @param lines as they were told, whatever the postings say now
    @Schema(name = "Digest")
    record DigestJson(
            String id,
            @JsonProperty("alert_id") String alert,
            String name,
            Instant at,
            @Nullable Instant read,
            List<LineJson> lines,
            List<Digest.More> more,
            List<Digest.Notice> notices) {

        static DigestJson of(Inbox.Entry entry) {
            var digest = entry.digest();
            return new DigestJson(
                    String.valueOf(digest.id()),
                    String.valueOf(digest.search()),
                    digest.searchName(),
                    digest.at(),
                    entry.read(),
                    digest.lines().stream().map(LineJson::of).toList(),
                    digest.more(),
                    digest.notices());
        }
    }

    @Schema(name = "DigestLine")
    record LineJson(
            @JsonProperty("posting_id") String posting,

            @Schema(allowableValues = {"new", "changed", "closed"})
            String kind,

            String title,
            @Nullable String employer,
            String place,
            @Nullable String pay,
            String label,
            int score,
            @Nullable String deciding,
            @Nullable String evidence,
            List<String> reasons,
            @JsonProperty("seen_at") List<String> seenAt,
            @Nullable String said,
            @Nullable String link) {

        static LineJson of(Digest.Line line) {
            return new LineJson(
                    String.valueOf(line.posting()),
                    Wording.tag(line.kind()),
                    line.title(),
                    line.employer(),
                    line.place(),
                    line.pay(),
                    line.label(),
                    line.score(),
                    line.deciding(),
                    line.evidence(),
                    line.reasons(),
                    line.seenAt(),
                    line.said(),
                    line.link());
        }
    }

    @Schema(name = "DigestRead")
    record ReadJson(boolean read) {}

    @Schema(name = "Destinations")
    record DestinationsJson(List<DestinationJson> destinations, List<String> channels) {}

    /// @param ended why nothing goes there any more
    @Schema(name = "Destination")
    record DestinationJson(
            String id,
            String channel,
            String address,
            @Nullable String ended) {
        static DestinationJson of(Destinations.Entry entry) {
            return new DestinationJson(String.valueOf(entry.id()), entry.channel(), entry.address(), entry.ended());
        }
    }

    @Schema(name = "NewDestination")
    record NewDestination(
            @Nullable String channel, @Nullable String address) {}

    /// @param secret for checking the signatures of a webhook, as Standard Webhooks writes it; told only here
    @Schema(name = "AddedDestination")
    record AddedJson(DestinationJson destination, @Nullable String secret) {}

    /// @param refused why it did not arrive, where it did not
    @Schema(name = "DestinationTest")
    record TestJson(boolean accepted, @Nullable String refused) {}

    @Schema(name = "Deliveries")
    record DeliveriesJson(List<DeliveryJson> deliveries) {}

    @Schema(name = "Delivery")
    record DeliveryJson(
            String id,
            @JsonProperty("digest_id") String digest,
            @JsonProperty("alert_id") String alert,
            String channel,
            String address,

            @Schema(allowableValues = {"waiting", "sent", "parked"})
            String state,

            int tries,
            @Nullable String said,
            @JsonProperty("next_try") @Nullable Instant next,
            @Nullable Instant done) {

        static DeliveryJson of(DeliveryLog.Entry entry) {
            return new DeliveryJson(
                    String.valueOf(entry.id()),
                    String.valueOf(entry.digest()),
                    String.valueOf(entry.search()),
                    entry.channel(),
                    entry.address(),
                    Wording.tag(entry.state()),
                    entry.tries(),
                    entry.said(),
                    entry.next(),
                    entry.done());
        }
    }

    @GetMapping(path = "/api/alerts/digests", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "listDigests", summary = "What was told, newest first")
    DigestsJson digests(
            @RequestParam(defaultValue = "20") int size, @RequestParam(required = false) @Nullable String cursor) {
        if (size < 1 || size > 100) throw new BadRequest("size must be from 1 to 100.");
        if (cursor != null && !cursor.matches("\\d{1,18}"))
            throw new BadRequest("The cursor is none of this list. Ask again without it.");
        var page = alerting.digests(cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor), size).stream()
                .map(DigestJson::of)
                .toList();
        return new DigestsJson(page, page.size() < size ? null : page.getLast().id(), alerting.unread());
    }

    @GetMapping(path = DIGEST, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "getDigest", summary = "One digest, as it was told")
    DigestJson digest(@PathVariable long id) {
        return DigestJson.of(alerting.digest(id));
    }

    @PutMapping(
            path = DIGEST + "/read",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "markDigest", summary = "Marks a digest as read or unread")
    DigestJson read(@PathVariable long id, @RequestBody ReadJson asked) {
        alerting.read(id, asked.read());
        return digest(id);
    }

    @GetMapping(path = DESTINATIONS, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "listDestinations", summary = "Where a saved search tells, and which channels there are")
    DestinationsJson destinations(@PathVariable long id) {
        var all = alerting.destinations(alerting.known(id).id());
        return new DestinationsJson(all.stream().map(DestinationJson::of).toList(), alerting.channels());
    }

    @PostMapping(
            path = DESTINATIONS,
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "addDestination",
            summary = "Adds a destination",
            description = "Webhooks follow Standard Webhooks: each message is a POST of a digest with the headers"
                    + " webhook-id (the same for each try of one message), webhook-timestamp (seconds since 1970) and"
                    + " webhook-signature (v1, then Base64 of HMAC-SHA256 over id.timestamp.body). The key is what"
                    + " follows whsec_ in the secret, read as Base64. Any 2xx is taken for delivered; 410 ends it;"
                    + " everything else is tried again over three days.")
    ResponseEntity<AddedJson> add(@PathVariable long id, @RequestBody NewDestination asked) {
        if (asked.channel() == null || asked.address() == null) throw new BadRequest("Say 'channel' and 'address'.");
        var added = alerting.addDestination(id, asked.channel(), asked.address());
        return ResponseEntity.created(
                        URI.create("/api/alerts/destinations/" + added.entry().id()))
                .body(new AddedJson(DestinationJson.of(added.entry()), added.secret()));
    }

    @DeleteMapping(DESTINATION)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "removeDestination", summary = "Sends nothing more there")
    void removeDestination(@PathVariable long id) {
        alerting.removeDestination(id);
    }

    @PutMapping(path = DESTINATION + "/test", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "testDestination", summary = "Sends a test there now, and tells how that went")
    TestJson test(@PathVariable long id) {
        var refusal = Alerting.refusal(alerting.test(id)).orElse(null);
        return new TestJson(refusal == null, refusal);
    }

    @GetMapping(path = "/api/alerts/deliveries", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "listDeliveries", summary = "The last 500 deliveries and how they went, newest first")
    DeliveriesJson deliveries() {
        return new DeliveriesJson(
                alerting.deliveries(DELIVERIES).stream().map(DeliveryJson::of).toList());
    }

    @PutMapping("/api/alerts/deliveries/{id:\\d{1,18}}/resent")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "resendDelivery", summary = "Sends once more, with the key that it had")
    void resend(@PathVariable long id) {
        alerting.resend(id);
    }
}
