package pmradar.alert;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.modulith.NamedInterface;
import org.springframework.validation.annotation.Validated;

/// How alerts are set up. Public for the channels of this room only.
///
/// @param baseUrl how links in messages reach this program
/// @param mailFrom the sender of all mail; without it, or without a mail server, there is no mail
@NamedInterface("channel")
@Validated
@ConfigurationProperties("pmradar.alert")
public record AlertSettings(
        @NotNull @DefaultValue("http://localhost:8080") URI baseUrl,
        @Nullable String mailFrom) {}
