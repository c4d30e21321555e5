package pmradar.account;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How long people stay signed in.
///
/// @param idle without any use @param longest in all
@Validated
@ConfigurationProperties("pmradar.sessions")
record SessionSettings(
        @NotNull @DefaultValue("7d") @DurationMin(minutes = 1)
        Duration idle,

        @NotNull @DefaultValue("30d") @DurationMin(minutes = 1)
        Duration longest) {}
