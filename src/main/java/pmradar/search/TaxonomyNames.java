package pmradar.search;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import pmradar.classify.CurrentTaxonomy;
import pmradar.classify.Taxonomy;

/// The names that the taxonomy knows for one thing. Doubtful ones, which mean it only among certain neighbours, are
/// left out: who searches for go does not mean Golang.
@Component
class TaxonomyNames implements Synonyms {

    /// @param names by each of them, all names of the same thing
    private record Read(Taxonomy taxonomy, Map<String, List<String>> names) {}

    private final CurrentTaxonomy taxonomy;
    private volatile @Nullable Read read;

    @Autowired
    TaxonomyNames(ObjectProvider<CurrentTaxonomy> taxonomy) {
        this(taxonomy.getIfAvailable(TaxonomyNames::shipped));
    }

    TaxonomyNames(CurrentTaxonomy taxonomy) {
        this.taxonomy = taxonomy;
    }

    private static CurrentTaxonomy shipped() {
        var shipped = Taxonomy.builtIn();
        return () -> shipped;
    }

    @Override
    public List<String> of(String words) {
        var sought = key(words);
        return names().getOrDefault(sought, List.of()).stream()
                .filter(name -> !key(name).equals(sought))
                .toList();
    }

    @Override
    public String edition() {
        return taxonomy.now().version();
    }

    /// Read again when an owner has changed the taxonomy.
    private Map<String, List<String>> names() {
        var now = taxonomy.now();
        var known = read;
        if (known != null && known.taxonomy() == now) return known.names();
        var names = names(now);
        read = new Read(now, names);
        return names;
    }

    private static Map<String, List<String>> names(Taxonomy taxonomy) {
        var names = new HashMap<String, List<String>>();
        taxonomy.spellings().forEach((term, spellings) -> {
            var all = new LinkedHashSet<String>();
            if (spellings.stream().anyMatch(spelling -> key(spelling).equals(key(term.name())))) all.add(term.name());
            all.addAll(spellings);
            var list = List.copyOf(all);
            spellings.forEach(spelling -> names.putIfAbsent(key(spelling), list));
        });
        return names;
    }

    /// Words joined by a hyphen or a blank are the same name.
    private static String key(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[\\s\\-_/]+", " ").strip();
    }
}
