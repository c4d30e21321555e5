package pmradar.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// The words of one language: rules with alternatives, `{rule}` inside them, `<a|b>` for a choice on the spot.
final class Grammar {
    private final Map<String, List<String>> rules = new HashMap<>();

    /// @param language file `sample/LANGUAGE.grammar` on the class path
    Grammar(String language) {
        try (var in = Grammar.class.getResourceAsStream("/sample/" + language + ".grammar")) {
            List<String> rule = new ArrayList<>();
            for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (line.startsWith("== ")) {
                    rule = rules.computeIfAbsent(line.substring(3).strip(), name -> new ArrayList<>());
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    rule.add(line.strip());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(String rule) {
        return rules.containsKey(rule);
    }

    /// Names of rules that begin so, in order.
    List<String> under(String prefix) {
        return rules.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .sorted()
                .toList();
    }

    /// One alternative of a rule, written out.
    ///
    /// @param known values for `{names}` that are decided already
    String one(String rule, SplittableRandom random, Map<String, String> known) {
        var alternatives = rules.get(rule);
        if (alternatives == null) throw new IllegalArgumentException("no rule '%s'".formatted(rule));
        return expand(alternatives.get(random.nextInt(alternatives.size())), random, known);
    }

    /// Different alternatives of a rule, in random order; all of them where it has fewer than `count`.
    List<String> some(String rule, int count, SplittableRandom random, Map<String, String> known) {
        var alternatives = new ArrayList<>(rules.getOrDefault(rule, List.of()));
        var chosen = new ArrayList<String>();
        while (chosen.size() < count && !alternatives.isEmpty()) {
            chosen.add(expand(alternatives.remove(random.nextInt(alternatives.size())), random, known));
        }
        return chosen;
    }

    private String expand(String pattern, SplittableRandom random, Map<String, String> known) {
        var text = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            var c = pattern.charAt(i);
            if (c == '{') {
                int end = pattern.indexOf('}', i);
                var name = pattern.substring(i + 1, end);
                text.append(known.containsKey(name) ? known.get(name) : one(name, random, known));
                i = end;
            } else if (c == '<') {
                int end = pattern.indexOf('>', i);
                var choices =
                        Stream.of(pattern.substring(i + 1, end).split("\\|")).toList();
                text.append(choices.get(random.nextInt(choices.size())));
                i = end;
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
