package pmradar.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import pmradar.search.Clause.In;

/// Lets words also find the other names of what they name: `k8s` finds Kubernetes. Phrases stay exact.
/// Public for the engines of this room only.
@NamedInterface("engine")
public final class Expansion {

    private static final int MOST_NAMES = 12;

    private final Synonyms synonyms;

    public Expansion(Synonyms synonyms) {
        this.synonyms = synonyms;
    }

    public Clause of(Clause clause) {
        return switch (clause) {
            case Clause.Word word -> word(word);
            case Clause.Phrase phrase -> names(phrase.in()) ? alternatives(phrase, phrase.in(), phrase.text()) : phrase;
            case Clause.And(var all) -> new Clause.And(runs(all));
            case Clause.Or(var any) -> new Clause.Or(any.stream().map(this::of).toList());
            case Clause.Not(var inner) -> new Clause.Not(of(inner));
            case Clause.All _, Clause.Prefix _, Clause.Range _, Clause.Value _ -> clause;
        };
    }

    /// The names that are also looked for, in words: `k8s also as Kubernetes, kube`. Empty where there are none.
    public String inWords(Clause clause) {
        var found = new LinkedHashMap<String, List<String>>();
        collect(of(clause), found);
        return found.entrySet().stream()
                .limit(4)
                .map(entry -> entry.getKey() + " also as "
                        + String.join(", ", entry.getValue().stream().limit(3).toList()))
                .collect(Collectors.joining(" · "));
    }

    private void collect(Clause clause, Map<String, List<String>> found) {
        switch (clause) {
            case Clause.And(var all) -> all.forEach(part -> collect(part, found));
            case Clause.Not(var inner) -> collect(inner, found);
            case Clause.Or(var any) -> {
                any.forEach(part -> collect(part, found));
                var first = any.getFirst();
                var names = others(where(first), named(first)).stream()
                        .map(Expansion::named)
                        .toList();
                if (!names.isEmpty()) found.put(named(first), names);
            }
            case Clause.All _, Clause.Word _, Clause.Phrase _, Clause.Prefix _, Clause.Range _, Clause.Value _ -> {}
        }
    }

    private static @Nullable In where(Clause clause) {
        return switch (clause) {
            case Clause.Word word -> word.in();
            case Clause.Phrase phrase -> phrase.in();
            case Clause.And(var all) -> where(all.getFirst());
            case Clause.All _, Clause.Or _, Clause.Not _, Clause.Prefix _, Clause.Range _, Clause.Value _ -> null;
        };
    }

    private static String named(Clause clause) {
        return switch (clause) {
            case Clause.Word(var in, var text) -> text;
            case Clause.Phrase(var in, var text) -> text;
            case Clause.And(var all) when all.stream().allMatch(Clause.Word.class::isInstance) -> text(all);
            default -> "";
        };
    }

    private Clause word(Clause.Word word) {
        return plain(word.in()) || names(word.in()) ? alternatives(word, word.in(), word.text()) : word;
    }

    /// Several words beside each other may name one thing: `google cloud` finds GCP.
    private List<Clause> runs(List<Clause> all) {
        var result = new ArrayList<Clause>();
        int at = 0;
        while (at < all.size()) {
            int length = run(all, at);
            while (length > 1
                    && others(in(all.get(at)), text(all.subList(at, at + length)))
                            .isEmpty()) length--;
            if (length > 1) {
                var words = all.subList(at, at + length);
                var each = new Clause.And(words.stream().map(this::of).toList());
                result.add(alternatives(each, in(words.getFirst()), text(words)));
            } else result.add(of(all.get(at)));
            at += Math.max(1, length);
        }
        return result;
    }

    private static int run(List<Clause> all, int from) {
        int length = 0;
        while (length < Synonyms.MOST_WORDS
                && from + length < all.size()
                && plain(in(all.get(from + length)))
                && in(all.get(from + length)) == in(all.get(from))) length++;
        return length;
    }

    private static @Nullable In in(Clause clause) {
        return clause instanceof Clause.Word word ? word.in() : null;
    }

    private static boolean plain(@Nullable In in) {
        return in == In.ANYWHERE || in == In.TITLE;
    }

    private static String text(List<Clause> words) {
        return String.join(
                " ", words.stream().map(word -> ((Clause.Word) word).text()).toList());
    }

    private Clause alternatives(Clause clause, @Nullable In in, String text) {
        var others = others(in, text);
        if (others.isEmpty()) return clause;
        var any = new ArrayList<Clause>();
        any.add(clause);
        others.stream().limit(MOST_NAMES).forEach(any::add);
        return new Clause.Or(any);
    }

    /// The other names of what the words name.
    private List<Clause> others(@Nullable In in, String text) {
        if (in == null) return List.of();
        var others = new ArrayList<>(PlainNames.of(in, text));
        for (var name : synonyms.of(text)) others.add(new Clause.Phrase(in, name));
        return others;
    }

    /// Whether these hold names of the taxonomy rather than text.
    private static boolean names(In in) {
        return in == In.SKILL || in == In.REQUIRES || in == In.PREFERS || in == In.CERTIFICATE;
    }
}
