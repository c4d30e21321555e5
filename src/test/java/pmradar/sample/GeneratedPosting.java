package pmradar.sample;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One invented posting, and what is true of it.
///
/// @param number its place in the sequence
/// @param original the posting that this one repeats, or its own number
/// @param sections in the order of the text
/// @param age how long ago it was posted; at most half a year
/// @param closes when it closes, from now; negative where it has closed
/// @param asks domains in which it asks for something technical as a must
record GeneratedPosting(
        long number,
        long original,
        Kind kind,
        String language,
        String industry,
        String title,
        String employer,
        List<String> places,
        Workplace workplace,
        Optional<Pay> pay,
        String employment,
        List<Section> sections,
        Duration age,
        Optional<Duration> closes,
        Set<String> asks) {

    enum Kind {
        GENERAL,
        TECHNICAL,
        OFF_TOPIC
    }

    enum Workplace {
        REMOTE,
        HYBRID,
        ONSITE
    }

    record Pay(int min, int max, String currency, String period) {}

    /// @param heading empty for none; @param list whether the lines are bullets
    record Section(String heading, List<String> lines, boolean list) {}

    String id() {
        return "p%07d".formatted(number);
    }

    boolean repeats() {
        return original != number;
    }

    /// The body as HTML, in one of three habits.
    String html() {
        var html = new StringBuilder();
        var habit = original % 3;
        for (var section : sections) {
            if (!section.heading.isEmpty()) {
                html.append(
                        habit == 0
                                ? "<h3>" + section.heading + "</h3>"
                                : "<p><strong>" + section.heading + "</strong></p>");
            }
            if (section.list && habit != 2) {
                html.append("<ul>");
                section.lines.forEach(line -> html.append("<li>").append(line).append("</li>"));
                html.append("</ul>");
            } else if (section.list) {
                html.append("<p>- ")
                        .append(String.join("<br>- ", section.lines))
                        .append("</p>");
            } else {
                section.lines.forEach(line -> html.append("<p>").append(line).append("</p>"));
            }
        }
        return html.toString().replace("& ", "&amp; ");
    }

    /// The body as plain text.
    String text() {
        var text = new StringBuilder();
        for (var section : sections) {
            if (!section.heading.isEmpty()) text.append(section.heading).append("\n");
            section.lines.forEach(
                    line -> text.append(section.list ? "- " : "").append(line).append("\n"));
            text.append("\n");
        }
        return text.toString().strip();
    }
}
