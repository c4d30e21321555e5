package pmradar.search.lucene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import pmradar.posting.Posting;
import pmradar.sample.BenchmarkPostings;
import pmradar.search.Criteria;
import pmradar.search.Criteria.Condition;
import pmradar.search.Facet;
import pmradar.search.FacetValues;

/// Saved searches as many people may have them: 55 in a hundred ask for all of some words with filters, 20 for any of a
/// list, 10 for a phrase, 5 for a beginning, 10 for filters only. Each is made from a posting that it finds, with words
/// that not everyone uses, so that none asks for what is never written.
final class SavedSearchMix {
    private static final int SOURCES = 3_000;
    /// Words in more of the postings than this tell nothing apart.
    private static final double COMMON = 0.05;

    private static final List<Facet> FILTERS = List.of(
            Facet.COUNTRY, Facet.REMOTE, Facet.FAMILY, Facet.SENIORITY, Facet.LABEL, Facet.REQUIRES, Facet.PLACE);

    private final List<Posting> sources = new ArrayList<>();
    private final Map<Posting, List<String>> telling = new HashMap<>();
    private final SplittableRandom random;

    /// @param from the number of the first posting that searches are made from
    SavedSearchMix(long seed, BenchmarkPostings postings, long from) {
        random = new SplittableRandom(seed);
        var words = new ArrayList<List<String>>();
        var common = new HashMap<String, Integer>();
        for (long i = 0; i < SOURCES; i++) {
            sources.add(postings.posting(from + i));
            words.add(words(sources.getLast().title() + " " + sources.getLast().text()));
            new HashSet<>(words.getLast()).forEach(word -> common.merge(word, 1, Integer::sum));
        }
        for (int i = 0; i < SOURCES; i++) {
            telling.put(
                    sources.get(i),
                    words.get(i).stream()
                            .distinct()
                            .filter(word -> word.length() > 2 && common.get(word) < COMMON * SOURCES)
                            .toList());
        }
    }

    private static List<String> words(String text) {
        return List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"));
    }

    Criteria next() {
        var posting = sources.get(random.nextInt(sources.size()));
        int kind = random.nextInt(100);
        var query = kind < 55
                ? all(posting)
                : kind < 75 ? any(posting) : kind < 85 ? phrase(posting) : kind < 90 ? beginning(posting) : "";
        int filters = query.isEmpty() ? 3 + random.nextInt(3) : 1 + random.nextInt(2);
        var conditions = new ArrayList<Condition>();
        for (int i = 0; i < filters; i++) filter(posting, conditions);
        if (random.nextInt(4) == 0) query = (query + " score:>=" + 5 * random.nextInt(1, 13)).strip();
        return new Criteria(query, conditions, Criteria.Sort.NEWEST);
    }

    private String all(Posting posting) {
        var words = new ArrayList<String>();
        for (int i = 2 + random.nextInt(3); i > 0; i--) words.add(word(posting));
        return String.join(" ", words);
    }

    private String any(Posting posting) {
        var words = new ArrayList<String>();
        for (int i = 2 + random.nextInt(4); i > 0; i--) words.add(word(posting));
        return "(" + String.join(" OR ", words) + ") " + word(posting);
    }

    private String phrase(Posting posting) {
        var words = posting.title().split("[^\\p{L}]+");
        int at = random.nextInt(Math.max(1, words.length - 1));
        var two = words.length < 2 ? words[0] : words[at] + " " + words[at + 1];
        return "\"" + two + "\" " + word(posting);
    }

    private String beginning(Posting posting) {
        var word = word(posting);
        return word.substring(0, Math.min(4, word.length())) + "* " + word(posting);
    }

    private String word(Posting posting) {
        var words = telling.get(posting);
        return words.isEmpty() ? "project" : words.get(random.nextInt(words.size()));
    }

    private void filter(Posting posting, List<Condition> conditions) {
        var facet = FILTERS.get(random.nextInt(FILTERS.size()));
        var values = List.copyOf(FacetValues.of(facet, posting));
        if (values.isEmpty() || conditions.stream().anyMatch(one -> one.facet() == facet)) return;
        conditions.add(new Condition(facet, values.get(random.nextInt(values.size())), false));
    }
}
