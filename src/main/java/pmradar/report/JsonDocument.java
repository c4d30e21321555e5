package pmradar.report;

import pmradar.trend.TrendReport;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A report as JSON, for programs: the same as the API answers.
final class JsonDocument {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private JsonDocument() {}

    static byte[] of(TrendReport report, Asked asked) {
        return JSON.writeValueAsBytes(ReportJson.of(report, asked));
    }
}
