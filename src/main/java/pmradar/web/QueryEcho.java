package pmradar.web;

import java.util.ArrayList;
import java.util.List;
import pmradar.search.Results.Mistake;

/// The query as typed, cut where mistakes stand, so that the page can point at them.
record QueryEcho(List<Part> parts, List<String> messages) {

    record Part(String text, boolean mistaken) {}

    static QueryEcho of(String query, List<Mistake> mistakes) {
        var parts = new ArrayList<Part>();
        int at = 0;
        for (var mistake : mistakes) {
            int start = Math.clamp(mistake.start(), at, query.length());
            int end = Math.clamp(mistake.end(), start, query.length());
            if (start > at) parts.add(new Part(query.substring(at, start), false));
            if (end > start) parts.add(new Part(query.substring(start, end), true));
            at = end;
        }
        if (at < query.length()) parts.add(new Part(query.substring(at), false));
        return new QueryEcho(parts, mistakes.stream().map(Mistake::message).toList());
    }
}
