package pmradar.search;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.modulith.NamedInterface;
import org.springframework.validation.annotation.Validated;

/// How searching is set up. Public for the engines of this room only.
///
/// @param directory where the index lives
/// @param commitEvery how long what is searchable may wait to be durable; what is lost is indexed again from the store
/// @param lookEvery how often the store is asked for changes that no event told of
@NamedInterface("engine")
@Validated
@ConfigurationProperties("pmradar.search")
public record SearchSettings(
        @NotNull @DefaultValue("data/index") Path directory,
        @NotNull @DefaultValue("5s") Duration commitEvery,
        @NotNull @DefaultValue("30s") Duration lookEvery) {}
