package pmradar.feed.type;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where in a feed an answer stands, read from the parameters of its address and set for the next one. Where a server
/// takes its paging in the body of a POST, the same is noted in the fragment, which is never sent.
final class Query {
    private Query() {}

    static @Nullable String value(URI uri, String name) {
        Matcher found = parameter(name).matcher(uri.toString());
        return found.find() ? found.group(2) : null;
    }

    static int number(URI uri, String name, int otherwise) {
        String value = value(uri, name);
        return value != null && value.matches("\\d{1,7}") ? Integer.parseInt(value) : otherwise;
    }

    static URI with(URI uri, String name, String value) {
        String address = uri.toString();
        Matcher found = parameter(name).matcher(address);
        String step = At.step(value);
        if (found.find()) {
            return URI.create(address.substring(0, found.start(2)) + step + address.substring(found.end(2)));
        }
        return URI.create(address + (address.indexOf('?') < 0 ? "?" : "&") + name + "=" + step);
    }

    static URI with(URI uri, String name, int value) {
        return with(uri, name, Integer.toString(value));
    }

    private static Pattern parameter(String name) {
        return Pattern.compile("([?&#;,]" + Pattern.quote(name) + "=)([^&#;,]*)");
    }
}
