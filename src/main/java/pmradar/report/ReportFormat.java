package pmradar.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A form that a report is written in. The name in lower case is the ending of its files.
public enum ReportFormat {
    HTML("text/html;charset=UTF-8", "a page that stands alone"),
    PDF("application/pdf", "PDF"),
    MD("text/markdown;charset=UTF-8", "Markdown"),
    CSV("text/csv;charset=UTF-8", "CSV"),
    JSON("application/json", "JSON");

    private final String type;
    private final String words;

    ReportFormat(String type, String words) {
        this.type = type;
        this.words = words;
    }

    /// The media type.
    public String type() {
        return type;
    }

    public String words() {
        return words;
    }

    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ReportFormat> of(String ending) {
        return Arrays.stream(values())
                .filter(one -> one.ending().equals(ending.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
