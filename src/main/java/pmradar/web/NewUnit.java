package pmradar.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pmradar.classify.Domain;
import pmradar.classify.Evidence;
import pmradar.posting.Correction;

/// Evidence as a person says it is, from a form or from a program; what is left out is a strong must of knowledge.
@Schema(name = "NewUnit")
record NewUnit(
        @Schema(allowableValues = {"E1", "E2", "E3", "E4", "E5"}) @Nullable
        String type,

        @Schema(allowableValues = {"S", "M", "W"}) @Nullable String strength,

        @Schema(allowableValues = {"must", "preferred"}) @Nullable
        String necessity,

        @JsonProperty("domains") @Nullable List<String> domains) {

    private static final int LONGEST = 2000;

    /// @param words of the text, up to white space
    Correction.HasUnit in(String text, String words) {
        return new Correction.HasUnit(
                verbatim(text, words),
                value("type", Evidence.Type.values(), type, Evidence.Type.E3),
                value("strength", Evidence.Strength.values(), strength, Evidence.Strength.S),
                value("necessity", Evidence.Necessity.values(), necessity, Evidence.Necessity.MUST),
                known(domains == null ? List.of() : domains));
    }

    private static String verbatim(String text, String words) {
        var stripped = words.strip();
        if (stripped.isEmpty()) throw new BadRequest("Write the words of the posting that are evidence.");
        if (stripped.length() > LONGEST) throw new BadRequest("Evidence has at most 2,000 characters.");
        var pattern = Arrays.stream(stripped.split("\\s+")).map(Pattern::quote).collect(Collectors.joining("\\s+"));
        var found = Pattern.compile(pattern).matcher(text);
        if (!found.find()) throw new BadRequest("The text has no such words. Copy them from it as they stand.");
        return found.group();
    }

    private static <E extends Enum<E>> E value(String name, E[] values, @Nullable String said, E otherwise) {
        if (said == null || said.isBlank()) return otherwise;
        var sought = said.toUpperCase(Locale.ROOT);
        return Arrays.stream(values)
                .filter(one -> one.name().equals(sought))
                .findFirst()
                .orElseThrow(() -> new BadRequest("'%s' is no %s.".formatted(said, name)));
    }

    private static List<Domain> known(List<String> tags) {
        try {
            return tags.stream()
                    .filter(tag -> !tag.isBlank())
                    .map(Domain::ofTag)
                    .toList();
        } catch (IllegalArgumentException unknown) {
            throw new BadRequest("There is no such field: " + unknown.getMessage());
        }
    }
}
