package browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Measures when a page of a running PM Radar first shows content (Paint Timing), and what it loads: run by hand with
/// an address and how often to open it, each time with an empty cache.
final class FirstPaint {

    private static final String PAINTED = """
            () => performance.getEntriesByName('first-contentful-paint').map(one => one.startTime)[0] ?? -1""";
    private static final String LOADED = """
            () => performance.getEntriesByType('resource')
                .filter(one => /\\.(js|css)(\\?|$)/.test(one.name))
                .reduce((sum, one) => sum + one.decodedBodySize, 0)""";

    private FirstPaint() {}

    public static void main(String[] args) {
        var address = args.length > 0 ? args[0] : "http://localhost:8080/";
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 20;
        var browser = Browsers.shared();
        var times = new ArrayList<Double>();
        double bytes = 0;
        for (int i = 0; i < rounds; i++) bytes = Math.max(bytes, open(browser, address, times));
        times.sort(null);
        System.out.printf(
                Locale.ROOT,
                "%s: first contentful paint median %.0f ms, worst of %d %.0f ms; script and style %.1f kB%n",
                address,
                times.get(times.size() / 2),
                rounds,
                times.getLast(),
                bytes / 1000);
    }

    private static double open(Browser browser, String address, List<Double> times) {
        try (var context = browser.newContext()) {
            Page page = context.newPage();
            page.navigate(address);
            page.waitForFunction("performance.getEntriesByName('first-contentful-paint').length > 0");
            times.add(((Number) page.evaluate(PAINTED)).doubleValue());
            return ((Number) page.evaluate(LOADED)).doubleValue();
        }
    }
}
