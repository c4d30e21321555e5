package pmradar.search.lucene;

import java.util.List;
import org.springframework.stereotype.Component;
import pmradar.search.Suggestions;

/// Suggests from what open postings say.
@Component
class LuceneSuggestions implements Suggestions {

    private static final int MOST = 20;
    private static final int MOST_TYPED = 100;

    private final LuceneIndex index;

    LuceneSuggestions(LuceneIndex index) {
        this.index = index;
    }

    @Override
    public List<Suggestion> suggest(String typed, int limit) {
        if (typed.length() > MOST_TYPED) return List.of();
        var most = index.look(
                view -> view.suggested(typed, begin -> SuggestTerms.complete(view.getIndexReader(), begin, MOST)));
        return most.stream().limit(Math.clamp(limit, 0, MOST)).toList();
    }
}
