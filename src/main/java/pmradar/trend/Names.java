package pmradar.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Numbers all marks that postings have, so that they are counted in arrays. Only grows; who holds a number may look it
/// up at any time, from any thread.
final class Names {

    private record Mark(Kind kind, String value) {}

    private final Map<Mark, Integer> numbers = new HashMap<>();
    private final Map<Kind, List<Integer>> byKind = new EnumMap<>(Kind.class);
    private final Map<String, Integer> employers = new HashMap<>();
    private volatile Mark[] marks = new Mark[1024];
    private volatile int[] alike = new int[1024];
    private volatile int size;

    /// The number of the mark, a new one if it was never met.
    synchronized int of(Kind kind, String value) {
        return numbers.computeIfAbsent(new Mark(kind, value), this::add);
    }

    /// The number of a mark, -1 for one that was never met.
    synchronized int known(Kind kind, String value) {
        return numbers.getOrDefault(new Mark(kind, value), -1);
    }

    private int add(Mark mark) {
        int number = size;
        if (number == marks.length) {
            marks = Arrays.copyOf(marks, 2 * number);
            alike = Arrays.copyOf(alike, 2 * number);
        }
        marks[number] = mark;
        alike[number] = mark.kind() == Kind.COMPANY ? first(mark.value(), number) : number;
        size = number + 1;
        byKind.computeIfAbsent(mark.kind(), _ -> new ArrayList<>()).add(number);
        return number;
    }

    private int first(String employer, int number) {
        return employers.computeIfAbsent(employer.toLowerCase(Locale.ROOT), _ -> number);
    }

    int size() {
        return size;
    }

    /// The number of the first mark that is the same thing: of employers, the one that is written alike but for small
    /// and capital letters.
    int alike(int number) {
        return alike[number];
    }

    Kind kind(int number) {
        return marks[number].kind();
    }

    String value(int number) {
        return marks[number].value();
    }

    /// All numbers of a kind below `end`, lowest first.
    synchronized List<Integer> all(Kind kind, int end) {
        return byKind.getOrDefault(kind, List.of()).stream()
                .takeWhile(number -> number < end)
                .toList();
    }

    /// Which numbers are of a kind.
    boolean[] are(Kind kind) {
        var marks = new boolean[size];
        for (int number : all(kind, marks.length)) marks[number] = true;
        return marks;
    }
}
