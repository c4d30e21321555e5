package pmradar.posting;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Lines of comma-separated values (RFC 4180) that no spreadsheet takes for a formula.
public final class Csv {

    /// What a spreadsheet may take for the beginning of a formula (OWASP, "CSV Injection"), wide forms included.
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private Csv() {}

    /// One line with its end; null is an empty field.
    public static String line(List<? extends @Nullable Object> fields) {
        return fields.stream().map(Csv::field).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String field(@Nullable Object value) {
        if (value == null) return "";
        var text = value.toString();
        if (value instanceof Number) return text;
        var harmless = begins(text) ? "'" + text : text;
        return harmless.matches("(?s).*[\",\r\n].*") ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }

    private static boolean begins(String text) {
        var bare = text.stripLeading();
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0
                || !bare.isEmpty() && FORMULA.indexOf(bare.charAt(0)) >= 0;
    }
}
