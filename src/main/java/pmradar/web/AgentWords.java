package pmradar.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which browser a person used, as far as its `User-Agent` says: "Firefox on Windows". Only these words are kept.
final class AgentWords {

    /// The first that is found counts: each browser also names those that it descends from.
    private static final Map<String, String> BROWSERS = new LinkedHashMap<>();

    private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

    static {
        BROWSERS.put("Edg", "Edge");
        BROWSERS.put("OPR/", "Opera");
        BROWSERS.put("Vivaldi", "Vivaldi");
        BROWSERS.put("SamsungBrowser", "Samsung Internet");
        BROWSERS.put("FxiOS", "Firefox");
        BROWSERS.put("Firefox", "Firefox");
        BROWSERS.put("CriOS", "Chrome");
        BROWSERS.put("Chrome", "Chrome or Chromium");
        BROWSERS.put("Safari", "Safari");
        BROWSERS.put("curl", "curl");
        SYSTEMS.put("iPhone", "an iPhone");
        SYSTEMS.put("iPad", "an iPad");
        SYSTEMS.put("Android", "Android");
        SYSTEMS.put("Windows", "Windows");
        SYSTEMS.put("CrOS", "ChromeOS");
        SYSTEMS.put("Mac OS X", "a Mac");
        SYSTEMS.put("Linux", "Linux");
    }

    private AgentWords() {}

    static String of(@Nullable String agent) {
        if (agent == null || agent.isBlank()) return "A browser that says no name";
        var browser = first(BROWSERS, agent);
        var system = first(SYSTEMS, agent);
        return (browser == null ? "Another browser" : browser) + (system == null ? "" : " on " + system);
    }

    private static @Nullable String first(Map<String, String> known, String agent) {
        return known.entrySet().stream()
                .filter(one -> agent.contains(one.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
