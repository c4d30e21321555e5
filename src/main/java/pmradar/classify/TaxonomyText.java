package pmradar.classify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The text of a `taxonomy.yml`, to which terms can be added, and from which those added so can be taken again.
public record TaxonomyText(String yaml) {

    private static final String NAME = "taxonomy.yml";
    private static final String MARK = "# added on the page of rules, where it can be undone";
    private static final Pattern ADDED = Pattern.compile("(?m)^( *)" + Pattern.quote(MARK)
            + "\\R\\1- kind: (\\S+)\\R\\1  domains: \\[([^]\\r\\n]*)]\\R\\1  terms: \\|\\R((?:\\1    .+(?:\\R|\\z))+)");
    private static final Pattern LIST =
            Pattern.compile("(?m)^groups:[^\\S\\r\\n]*\\R(?:[^\\S\\r\\n]*(?:#.*)?\\R)*( *)- ");

    /// Terms of one kind that came together.
    ///
    /// @param lines as the file writes them: `Kubernetes | k8s`
    public record Addition(Term.Kind kind, List<Domain> domains, List<String> lines) {
        private static final int MOST_LINES = 20;
        private static final int LONGEST = 500;

        public Addition {
            domains = List.copyOf(domains);
            lines = List.copyOf(lines);
        }

        /// @throws UnreadableTaxonomy whose line counts within `text`
        public static Addition of(Term.Kind kind, List<Domain> domains, String text) {
            var lines = text.strip().lines().map(String::strip).toList();
            if (lines.size() > MOST_LINES) throw new UnreadableTaxonomy(NAME, MOST_LINES + 1, "20 lines at most");
            for (int i = 0; i < lines.size(); i++) check(lines.get(i), i + 1);
            if (lines.isEmpty() || lines.stream().allMatch(String::isEmpty)) {
                throw new UnreadableTaxonomy(NAME, 1, "no term stands here; write its name, like: Kubernetes | k8s");
            }
            var addition = new Addition(kind, domains, lines);
            addition.terms();
            return addition;
        }

        private static void check(String line, int number) {
            if (line.length() > LONGEST) throw new UnreadableTaxonomy(NAME, number, "longer than 500 characters");
            if (line.isEmpty() || line.startsWith("#"))
                throw new UnreadableTaxonomy(NAME, number, "no term stands here");
            if (line.chars().anyMatch(Character::isISOControl)) {
                throw new UnreadableTaxonomy(NAME, number, "a character that cannot be shown stands here");
            }
        }

        /// What the lines say, read for themselves.
        public List<Term> terms() {
            var header = "groups:\n";
            try {
                return Taxonomy.read(header + group(""), NAME).terms();
            } catch (UnreadableTaxonomy wrong) {
                throw new UnreadableTaxonomy(NAME, Math.max(1, wrong.line() - 5), wrong.problem());
            }
        }

        private String group(String indent) {
            var tags = domains.stream().map(Domain::tag).collect(Collectors.joining(", "));
            var group = new StringBuilder(
                    "%s\n- kind: %s\n  domains: [%s]\n  terms: |\n".formatted(MARK, kind.tag(), tags));
            lines.forEach(line -> group.append("    ").append(line).append('\n'));
            return group.toString().indent(indent.length());
        }
    }

    /// The one that ships with the program.
    public static TaxonomyText builtIn() {
        return new TaxonomyText(Taxonomy.builtInText());
    }

    /// @param config the folder of `taxonomy.yml`; without that file, the built-in one
    public static TaxonomyText load(Path config) {
        var file = config.resolve(NAME);
        if (!Files.isRegularFile(file)) return builtIn();
        try {
            return new TaxonomyText(Files.readString(file));
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read the taxonomy " + file, broken);
        }
    }

    /// @throws UnreadableTaxonomy naming the line that is wrong
    public Taxonomy read() {
        return Taxonomy.read(yaml, NAME);
    }

    /// @throws UnreadableTaxonomy when the file is written in another form than a list of groups
    public TaxonomyText with(Addition addition) {
        var list = LIST.matcher(yaml);
        if (!list.find()) {
            throw new UnreadableTaxonomy(
                    NAME,
                    1,
                    "its groups are not written as a list, so that nothing can be added here; write it by hand");
        }
        var whole = yaml.endsWith("\n") ? yaml : yaml + "\n";
        return new TaxonomyText(whole + addition.group(list.group(1)));
    }

    /// Takes back what was added here; nothing if it is gone already.
    public TaxonomyText without(Addition addition) {
        return new TaxonomyText(ADDED.matcher(yaml)
                .replaceAll(match -> addition.equals(addition(match)) ? "" : Matcher.quoteReplacement(match.group())));
    }

    /// What was added so, oldest first.
    public List<Addition> added() {
        return ADDED.matcher(yaml).results().map(TaxonomyText::addition).toList();
    }

    /// The line of the file, counted from 1, or an empty text.
    public String line(int number) {
        return yaml.lines().skip(Math.max(0, number - 1)).findFirst().orElse("").strip();
    }

    private static Addition addition(MatchResult match) {
        var kind = Arrays.stream(Term.Kind.values())
                .filter(one -> one.tag().equals(match.group(2)))
                .findFirst()
                .orElse(Term.Kind.TECHNOLOGY);
        var domains = new ArrayList<Domain>();
        for (var tag : match.group(3).split(",")) if (!tag.isBlank()) domains.add(Domain.ofTag(tag.strip()));
        return new Addition(
                kind, domains, match.group(4).lines().map(String::strip).toList());
    }
}
