package pmradar.posting;

import java.util.List;
import pmradar.classify.Domain;
import pmradar.classify.Evidence;
import pmradar.classify.Label;
import tools.jackson.databind.json.JsonMapper;

/// How a change that a person says is written into two columns.
record Saying(String kind, String value) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// A unit as a person says it is; field names are part of what is stored.
    private record Said(String quote, String type, String strength, String necessity, List<String> domains) {}

    static Saying of(Correction.Change change) {
        return switch (change) {
            case Correction.Gate(var pm) -> new Saying("GATE", Boolean.toString(pm));
            case Correction.LabelIs(var label) -> new Saying("LABEL", label.name());
            case Correction.NoUnit(var quote) -> new Saying("UNIT", quote);
            case Correction.HasUnit unit -> new Saying("UNIT_IS", json(unit));
        };
    }

    private static String json(Correction.HasUnit unit) {
        var domains = unit.domains().stream().map(Domain::tag).toList();
        return JSON.writeValueAsString(new Said(
                unit.quote(),
                unit.type().name(),
                unit.strength().name(),
                unit.necessity().name(),
                domains));
    }

    Correction.Change change() {
        return switch (kind) {
            case "GATE" -> new Correction.Gate(Boolean.parseBoolean(value));
            case "LABEL" -> new Correction.LabelIs(Label.valueOf(value));
            case "UNIT_IS" -> unit(JSON.readValue(value, Said.class));
            default -> new Correction.NoUnit(value);
        };
    }

    private static Correction.HasUnit unit(Said said) {
        return new Correction.HasUnit(
                said.quote,
                Evidence.Type.valueOf(said.type),
                Evidence.Strength.valueOf(said.strength),
                Evidence.Necessity.valueOf(said.necessity),
                said.domains.stream().map(Domain::ofTag).toList());
    }
}
