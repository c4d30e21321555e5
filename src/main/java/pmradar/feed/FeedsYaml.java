package pmradar.feed;

import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Writes feeds as `config/feeds.yml` has them. Texts are written as JSON strings, which YAML reads as they are.
///
/// Source: YAML 1.2.2, section 1.3 (JSON is a subset); Spring reads `\${` as `${` without looking for a setting.
final class FeedsYaml {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private FeedsYaml() {}

    interface Keys {
        List<String> of(Feed feed);
    }

    static String of(List<Feed> feeds, Keys keys) {
        var yaml = new StringBuilder(
                "# Feeds of PM Radar. As config/feeds.yml beside the program it replaces the one inside it.\n");
        yaml.append("pmradar.feed:\n");
        if (feeds.isEmpty()) return yaml.append("  feeds: []\n").toString();
        yaml.append("  feeds:\n");
        for (var feed : feeds) entry(feed, keys.of(feed), yaml);
        return yaml.toString();
    }

    private static void entry(Feed feed, List<String> keys, StringBuilder yaml) {
        yaml.append("    - id: ").append(text(feed.id())).append('\n');
        line(yaml, "type", feed.type());
        line(yaml, "at", feed.at());
        if (!feed.name().equals(feed.company() == null ? feed.id() : feed.company())) line(yaml, "name", feed.name());
        line(yaml, "company", feed.company());
        line(yaml, "home", feed.home() == null ? null : feed.home().toString());
        yaml.append("      every: ").append(every(feed.every())).append('\n');
        line(yaml, "terms", feed.terms());
        if (!keys.isEmpty()) {
            yaml.append("      key: [").append(String.join(", ", keys)).append("]\n");
        }
        if (!feed.options().isEmpty()) {
            yaml.append("      options: { ")
                    .append(new TreeMap<>(feed.options())
                            .entrySet().stream()
                                    .map(option -> key(option.getKey()) + ": " + text(option.getValue()))
                                    .collect(Collectors.joining(", ")))
                    .append(" }\n");
        }
    }

    private static void line(StringBuilder yaml, String name, @Nullable String value) {
        if (value != null)
            yaml.append("      ").append(name).append(": ").append(text(value)).append('\n');
    }

    /// Spring takes names of settings apart unless they stand in brackets.
    private static String key(String name) {
        return name.matches("[a-z][a-z0-9]*") ? name : text("[" + name + "]");
    }

    private static String text(String value) {
        return JSON.writeValueAsString(value.replace("${", "\\${"));
    }

    static String every(Duration every) {
        if (every.toSeconds() % 3600 == 0) return every.toHours() + "h";
        return every.toSeconds() % 60 == 0 ? every.toMinutes() + "m" : every.toSeconds() + "s";
    }
}
