package pmradar.search;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import pmradar.classify.Taxonomy;

/// The names that the taxonomy knows for one thing. Doubtful ones, which mean it only among certain neighbours, are
/// left
/// out: who searches for go does not mean Golang.
@Component
class TaxonomyNames implements Synonyms {

    private final Supplier<Taxonomy> taxonomy;
    private volatile Map<String, List<String>> names = Map.of();

    @Autowired
    TaxonomyNames(ObjectProvider<Taxonomy> taxonomy) {
        this(() -> taxonomy.getIfAvailable(Taxonomy::builtIn));
    }

    TaxonomyNames(Supplier<Taxonomy> taxonomy) {
        this.taxonomy = taxonomy;
    }

    @Override
    public List<String> of(String words) {
        var sought = key(words);
        return names().getOrDefault(sought, List.of()).stream()
                .filter(name -> !key(name).equals(sought))
                .toList();
    }

    private Map<String, List<String>> names() {
        if (names.isEmpty()) {
            var read = new HashMap<String, List<String>>();
            taxonomy.get().spellings().forEach((term, spellings) -> {
                var all = new LinkedHashSet<String>();
                if (spellings.stream().anyMatch(spelling -> key(spelling).equals(key(term.name()))))
                    all.add(term.name());
                all.addAll(spellings);
                var list = List.copyOf(all);
                spellings.forEach(spelling -> read.putIfAbsent(key(spelling), list));
            });
            names = read;
        }
        return names;
    }

    /// Words joined by a hyphen or a blank are the same name.
    private static String key(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[\\s\\-_/]+", " ").strip();
    }
}
