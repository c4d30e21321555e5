package pmradar.cli;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/// The JSON of the terminal: one object a line, read with limits.
final class Json {
    private static final int MAX_DEPTH = 100;
    private static final int MAX_STRING = 50_000_000;

    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(MAX_STRING)
                            .build())
                    .build())
            .build();

    private Json() {}
}
