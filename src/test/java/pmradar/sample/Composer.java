package pmradar.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import pmradar.sample.GeneratedPosting.Kind;
import pmradar.sample.GeneratedPosting.Section;

/// Writes the body of one posting: what is in it, in which order, how long.
///
/// @param asks filled with the domains in which the body asks for something technical as a must
record Composer(
        Grammar grammar,
        SplittableRandom random,
        Map<String, String> words,
        String industry,
        Kind kind,
        Set<String> asks) {
    private static final List<String> DUTIES =
            List.of("duty.plan", "duty.schedule", "duty.budget", "duty.risk", "duty.people");

    List<Section> sections() {
        double length = Math.exp(random.nextGaussian() * 0.55);
        var sections = new ArrayList<Section>();
        sections.add(about(length));
        sections.add(
                kind == Kind.OFF_TOPIC
                        ? list("heading.duties", grammar.some("off.duty", scaled(5, length), random, words))
                        : duties(length));
        sections.add(requirements(length));
        if (random.nextInt(2) == 0 && kind != Kind.OFF_TOPIC) sections.add(preferred());
        if (random.nextInt(3) > 0) sections.add(list("heading.benefits", some("benefit", scaled(4, length))));
        if (random.nextInt(2) == 0) sections.add(prose("", some("eeo", 1)));
        if (random.nextInt(2) == 0) sections.add(prose(heading("heading.apply"), some("apply", 1)));
        return sections;
    }

    private Section about(double length) {
        var lines = new ArrayList<String>();
        lines.add(grammar.one(grammar.has("about") ? "about" : "about." + industry, random, words));
        if (kind != Kind.OFF_TOPIC) lines.add(grammar.one("intro", random, words));
        lines.addAll(some("context", scaled(6, length)));
        var paragraphs = new ArrayList<String>();
        for (int i = 0; i < lines.size(); i += 3) {
            paragraphs.add(String.join(" ", lines.subList(i, Math.min(i + 3, lines.size()))));
        }
        return prose(random.nextInt(3) == 0 ? "" : heading("heading.about"), paragraphs);
    }

    private Section duties(double length) {
        var lines = new ArrayList<String>();
        for (var rule : DUTIES) lines.addAll(some(rule, scaled(2, length)));
        return list("heading.duties", shuffled(lines));
    }

    private Section requirements(double length) {
        if (kind == Kind.OFF_TOPIC) return list("heading.require", some("off.require", scaled(3, length)));
        var lines = new ArrayList<>(some("require.general", scaled(6, length)));
        if (kind == Kind.TECHNICAL) lines.addAll(technical());
        return list("heading.require", shuffled(lines));
    }

    private List<String> technical() {
        var rules = grammar.under("tech.").stream()
                .filter(rule -> rule.endsWith(".must"))
                .toList();
        var lines = new ArrayList<String>();
        var wanted = 1 + random.nextInt(2);
        for (int i = 0; i < wanted; i++) {
            var rule = rules.get(random.nextInt(rules.size()));
            if (asks.add(rule.substring("tech.".length(), rule.length() - ".must".length()))) {
                lines.addAll(some(rule, 1 + random.nextInt(3)));
            }
        }
        return lines;
    }

    private Section preferred() {
        var lines = new ArrayList<>(some("prefer.general", 2));
        if (kind == Kind.TECHNICAL && random.nextInt(2) == 0) {
            var rules = grammar.under("tech.").stream()
                    .filter(rule -> rule.endsWith(".prefer"))
                    .toList();
            lines.addAll(some(rules.get(random.nextInt(rules.size())), 1));
        }
        return list("heading.prefer", lines);
    }

    private Section list(String heading, List<String> lines) {
        return new Section(heading(heading), lines, true);
    }

    private static Section prose(String heading, List<String> lines) {
        return new Section(heading, lines, false);
    }

    private String heading(String rule) {
        return grammar.one(rule, random, words);
    }

    private List<String> some(String rule, int count) {
        return grammar.some(rule, count, random, words);
    }

    private List<String> shuffled(List<String> lines) {
        Collections.shuffle(lines, Random.from(random));
        return lines;
    }

    private static int scaled(int count, double length) {
        return Math.max(1, (int) Math.round(count * length));
    }
}
