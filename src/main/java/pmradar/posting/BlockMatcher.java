package pmradar.posting;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Which of the rules hides a posting: the oldest that does.
final class BlockMatcher {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}+#]+");
    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");

    /// @param phrase folded, with a space before and behind
    private record Phrase(long rule, Blocks.Kind kind, String phrase) {}

    private final Map<String, Long> employers = new HashMap<>();
    private final List<Phrase> phrases = new ArrayList<>();

    private BlockMatcher() {}

    /// All rules that hold now.
    static BlockMatcher of(JdbcClient jdbc) {
        var matcher = new BlockMatcher();
        jdbc.sql("select id, kind, words from posting_block where undone is null order by id")
                .query(row -> {
                    matcher.add(row.getLong("id"), Blocks.Kind.valueOf(row.getString("kind")), row.getString("words"));
                });
        return matcher;
    }

    static BlockMatcher of(Blocks.Kind kind, String words) {
        var matcher = new BlockMatcher();
        matcher.add(1, kind, words);
        return matcher;
    }

    /// Rules are added oldest first.
    private void add(long rule, Blocks.Kind kind, String words) {
        if (kind == Blocks.Kind.EMPLOYER) employers.putIfAbsent(Identity.companyKey(words), rule);
        else phrases.add(new Phrase(rule, kind, folded(words)));
    }

    boolean readsText() {
        return phrases.stream().anyMatch(one -> one.kind == Blocks.Kind.TEXT);
    }

    /// @return the rule's number; null if none hides the posting
    @Nullable
    Long by(String title, @Nullable String company, String text) {
        var oldest = company == null || employers.isEmpty() ? null : employers.get(Identity.companyKey(company));
        if (phrases.isEmpty()) return oldest;
        var foldedTitle = folded(title);
        var foldedCompany = company == null ? "" : folded(company);
        String foldedText = null;
        for (var one : phrases) {
            if (oldest != null && oldest < one.rule) return oldest;
            if (one.kind == Blocks.Kind.TEXT && foldedText == null) foldedText = folded(text);
            var hit = switch (one.kind) {
                case AGENCY -> foldedCompany.contains(one.phrase);
                case TITLE -> foldedTitle.contains(one.phrase);
                case TEXT ->
                    foldedTitle.contains(one.phrase)
                            || String.valueOf(foldedText).contains(one.phrase);
                case EMPLOYER -> false;
            };
            if (hit) return one.rule;
        }
        return oldest;
    }

    /// Words in lower case without accents, one space around each.
    static String folded(String text) {
        var plain =
                ACCENT.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        var words = NO_WORD.matcher(plain.toLowerCase(Locale.ROOT).replace("ß", "ss"))
                .replaceAll(" ")
                .strip();
        return words.isEmpty() ? "" : " " + words + " ";
    }
}
