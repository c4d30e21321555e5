package pmradar.feed;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// Which feeds there are, and the limits that each of them is read within. A key that is not known here stops the
/// start.
///
/// @param feeds declared in `feeds.yml`
/// @param samples shipped files, read only while no live feed has ever delivered
/// @param showSamples whether the samples are read at all
/// @param allowedPrivateHosts names in the own network that may be fetched from; all others must be public
/// @param keepAnswers how long raw answers are kept
/// @param contact a page or mail address that feeds' owners can turn to; sent with each request
@Validated
@ConfigurationProperties(prefix = "pmradar.feed", ignoreUnknownFields = false)
record FeedSettings(
        @DefaultValue List<@Valid Declared> feeds,
        @DefaultValue List<@Valid Sample> samples,
        @DefaultValue("true") boolean showSamples,
        @DefaultValue Set<String> allowedPrivateHosts,

        @Nullable @Pattern(regexp = "[\\x21-\\x7e]{1,200}", message = "must be one address without spaces")
        String contact,

        @DefaultValue @Valid Limits limits,
        @DefaultValue @Valid KeepAnswers keepAnswers) {

    private static final String ID = "[a-z0-9][a-z0-9-]{0,99}";
    private static final String ID_RULE = "must be lower-case letters, digits and hyphens, at most 100";

    /// One entry of `feeds.yml`.
    ///
    /// @param key names of environment variables that hold what the feed wants as its key; the first is *the* key
    record Declared(
            @NotNull @Pattern(regexp = ID, message = ID_RULE)
            String id,

            @NotBlank String type,
            @NotBlank String at,
            @Nullable String name,
            @Nullable String company,
            @Nullable URI home,

            @DefaultValue("6h")
            @DurationMin(seconds = 1, message = "must be at least 1 second")
            @DurationMax(days = 30, message = "must be at most 30 days")
            Duration every,

            @Nullable String terms,

            @DefaultValue
            List<@Pattern(regexp = "[A-Za-z_][A-Za-z0-9_]*", message = "must be the name of a variable") String> key,

            @DefaultValue Map<String, String> options) {}

    /// @param at a file below `config/sample`
    record Sample(
            @NotNull @Pattern(regexp = ID, message = ID_RULE)
            String id,

            @NotBlank String type,

            @NotNull
            @Pattern(
                    regexp = "[A-Za-z0-9][A-Za-z0-9._-]*",
                    message = "must be the plain name of a file in config/sample")
            String at,

            @Nullable String name,
            @Nullable String company,
            @DefaultValue Map<String, String> options) {}

    /// Raw answers are kept until any of this is exceeded, the oldest going first.
    ///
    /// @param directory where; below `pmradar.data` unless it is said otherwise
    /// @param forAtMost as `for`: how long; @param size of all feeds together, packed; @param perFeed of one feed
    record KeepAnswers(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("./data/answers") Path directory,

            @Name("for")
            @DefaultValue("14d")
            @DurationMin(hours = 1, message = "must be at least 1 hour")
            @DurationMax(days = 365, message = "must be at most 365 days")
            Duration forAtMost,

            @DefaultValue("500MB") DataSize size,
            @DefaultValue("50MB") DataSize perFeed) {

        KeepAnswers {
            if (size.toMegabytes() < 1 || perFeed.toMegabytes() < 1) {
                throw new IllegalArgumentException("pmradar.feed.keep-answers: `size` and `per-feed` must be at least"
                        + " 1MB each; `enabled: false` keeps nothing.");
            }
        }
    }

    /// @param connect until the connection stands; @param firstByte until the headers are there; @param whole one
    /// answer, redirects included; @param reading all pages of one feed together
    /// @param wire bytes of one answer as received; @param decoded the same, unpacked
    /// @param ratio how many times an answer may grow when unpacked, once it has passed 1 MiB
    /// @param pause between two requests to one host
    /// @param pages of one reading; @param details answers of single listings in one reading
    /// @param atOnce requests that may be under way together, to different hosts
    record Limits(
            @DefaultValue("5s") Duration connect,
            @DefaultValue("10s") Duration firstByte,
            @DefaultValue("30s") Duration whole,
            @DefaultValue("30m") Duration reading,
            @DefaultValue("15MB") DataSize wire,
            @DefaultValue("32MB") DataSize decoded,
            @DefaultValue("100") @Min(1) int ratio,
            @DefaultValue("5") @Min(0) @Max(20) int redirects,
            @DefaultValue("5s") Duration pause,
            @DefaultValue("200") @Min(1) int pages,
            @DefaultValue("500") @Min(0) int details,
            @DefaultValue("16") @Min(1) int atOnce) {}
}
