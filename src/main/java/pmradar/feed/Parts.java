package pmradar.feed;

import java.util.ArrayList;
import java.util.List;

/// How the places that one reading visits side by side fare, and the answers of single listings taken together.
final class Parts {
    static final String DETAILS = "pages of single listings";
    private static final int MOST = 200;
    private static final int LONGEST = 400;
    /// One page less is a posting that went while the list was read; half of them is no accident.
    private static final int FEWEST_DETAILS = 3;

    private final List<Reading.Part> parts = new ArrayList<>();
    private int tried;
    private int lost;
    private String firstLoss = "";

    void read(String name, int listings) {
        add(new Reading.Part(cut(name), listings, null));
    }

    void failed(String name, String reason) {
        add(new Reading.Part(cut(name), 0, reason));
    }

    private void add(Reading.Part part) {
        if (parts.size() < MOST) parts.add(part);
    }

    void detailRead() {
        tried++;
    }

    void detailLost(String reason) {
        tried++;
        if (lost++ == 0) firstLoss = reason;
    }

    /// @param secrets what may not be told
    List<Reading.Part> all(Secrets secrets) {
        var all = new ArrayList<>(parts);
        if (tried > 0) {
            var bad = lost >= FEWEST_DETAILS && lost * 2 >= tried;
            var problem = bad ? "%d of %d could not be read. The first: %s".formatted(lost, tried, firstLoss) : null;
            all.add(new Reading.Part(DETAILS, tried - lost, problem));
        }
        return all.stream()
                .map(part -> new Reading.Part(secrets.hide(part.name()), part.listings(), part.problem()))
                .toList();
    }

    private static String cut(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "…";
    }
}
