package pmradar.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// What one client may ask of the HTTP API.
///
/// @param requests in each `window`, per account, or per address where nobody signs in
/// @param requestsFromHere the same from this machine itself
/// @param body largest body of a request
/// @param exported most postings of one file
@Validated
@ConfigurationProperties("pmradar.api")
record ApiSettings(
        @DefaultValue("600") @Min(1) @Max(1_000_000) int requests,
        @DefaultValue("60000") @Min(1) @Max(1_000_000) int requestsFromHere,

        @NotNull @DefaultValue("1m") @DurationMin(seconds = 1)
        Duration window,

        @NotNull @DefaultValue("1MB") DataSize body,
        @DefaultValue("10000") @Min(1) @Max(100_000) int exported) {}
