package pmradar.alert;

import java.util.List;
import java.util.Map;
import pmradar.search.Synonyms;

/// Other names of things, none at first, as when an owner changes the taxonomy.
final class OtherNames implements Synonyms {
    private volatile Map<String, List<String>> names = Map.of();

    void are(Map<String, List<String>> changed) {
        names = changed;
    }

    @Override
    public List<String> of(String words) {
        return names.getOrDefault(words, List.of());
    }

    @Override
    public String edition() {
        return names.toString();
    }
}
