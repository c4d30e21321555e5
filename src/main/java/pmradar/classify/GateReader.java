package pmradar.classify;

import java.util.ArrayList;
import java.util.List;

/// Reads title and body for the gate: which of the four responsibilities, over what, and which other occupations.
final class GateReader {

    /// Longer texts repeat themselves; the end of them decides nothing.
    private static final int LONGEST_TEXT = 40_000;

    private static final List<String> DUTIES = List.of("plan", "schedule", "budget", "risk", "report");

    private final PhraseTable title = PhraseTable.read("title-lexicon.txt");
    private final PhraseTable body = PhraseTable.read("gate-lexicon.txt");
    private final int object = body.bit("project") | body.bit("pmrole");
    private final int program = body.bit("program");
    private final int lead = body.bit("lead");
    private final List<String> names = named();

    private List<String> named() {
        var all = new ArrayList<String>();
        all.add("base");
        for (var concept : title.concepts()) all.add("title." + concept);
        all.add("title.none");
        for (var concept : body.concepts()) all.add("count." + concept);
        for (var concept : body.concepts()) all.add("share." + concept);
        for (var duty : DUTIES) {
            all.add("project." + duty);
            all.add("program." + duty);
            all.add("lead." + duty);
        }
        for (int least = 1; least <= 5; least++) all.add("duties." + least);
        for (int least = 1; least <= 5; least++) all.add("projectduties." + least);
        all.add("length");
        return List.copyOf(all);
    }

    List<String> names() {
        return names;
    }

    List<String> concepts() {
        return body.concepts();
    }

    GateReading read(String postingTitle, Cut cut) {
        int titled = titled(postingTitle);
        var masks = masks(cut);
        var counts = new int[body.concepts().size()];
        for (int mask : masks) {
            for (int concept = 0; concept < counts.length; concept++) counts[concept] += mask >>> concept & 1;
        }
        return new GateReading(names(titled, title.concepts()), masks.length, counts, values(titled, masks, counts));
    }

    private int titled(String postingTitle) {
        var words = FoldedWords.of(postingTitle, 400);
        int found = 0;
        for (int word = 0; word < words.count(); word++) found |= title.at(words, word);
        return found;
    }

    /// The concepts of each clause that asks something of the person.
    private int[] masks(Cut cut) {
        var words = FoldedWords.of(cut.text(), LONGEST_TEXT);
        var masks = new int[words.count() + 1];
        int used = 0;
        int at = 0;
        int current = -1;
        var clauses = cut.clauses();
        for (int word = 0; word < words.count(); word++) {
            while (at < clauses.size() && clauses.get(at).end() <= words.start(word)) {
                at++;
                current = -1;
            }
            if (at == clauses.size()) break;
            if (clauses.get(at).start() > words.start(word)
                    || !clauses.get(at).section().asks()) continue;
            if (current < 0 || words.first(word)) current = used++;
            masks[current] |= body.at(words, word);
        }
        return java.util.Arrays.copyOf(masks, used);
    }

    private double[] values(int titled, int[] masks, int[] counts) {
        var values = new Values(names.size());
        values.add(1);
        for (int concept = 0; concept < title.concepts().size(); concept++) values.add(titled >>> concept & 1);
        values.add(titled == 0 ? 1 : 0);
        for (int count : counts) values.add(Math.log1p(count));
        for (int count : counts) values.add(3.0 * count / (masks.length + 4));
        int duties = 0;
        int projectDuties = 0;
        for (var duty : DUTIES) {
            int bit = body.bit(duty);
            int onProject = with(masks, bit, object);
            values.add(Math.log1p(onProject));
            values.add(Math.log1p(with(masks, bit, program)));
            values.add(Math.log1p(with(masks, bit, lead)));
            if (with(masks, bit, lead | object) > 0) duties++;
            if (onProject > 0) projectDuties++;
        }
        for (int least = 1; least <= 5; least++) values.add(duties >= least ? 1 : 0);
        for (int least = 1; least <= 5; least++) values.add(projectDuties >= least ? 1 : 0);
        values.add(Math.log1p(masks.length));
        return values.all;
    }

    private static int with(int[] masks, int bit, int any) {
        int count = 0;
        for (int mask : masks) if ((mask & bit) != 0 && (mask & any) != 0) count++;
        return count;
    }

    private static List<String> names(int bits, List<String> concepts) {
        var names = new ArrayList<String>();
        for (int concept = 0; concept < concepts.size(); concept++) {
            if ((bits >>> concept & 1) != 0) names.add(concepts.get(concept));
        }
        return names;
    }

    /// Figures in the order in which they are named.
    private static final class Values {
        private final double[] all;
        private int next;

        Values(int count) {
            all = new double[count];
        }

        void add(double value) {
            all[next++] = value;
        }
    }
}
