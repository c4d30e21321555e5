package pmradar.feed.xml;

import java.util.ArrayList;
import java.util.List;

/// Makes a tree of the pieces of a document. An end tag closes the innermost element of its name and what is still open
/// in it; one that closes nothing is passed over. What lies deeper than [#DEEPEST] becomes a sibling, and
/// what follows the [#MOST]th element is text of the element that is open then.
final class XmlTree {
    static final int DEEPEST = 128;
    static final int MOST = 2_000_000;

    private final String source;
    private final XmlScanner scanner;
    private final XmlName.Met names;
    private final List<XmlElement> open = new ArrayList<>();

    XmlTree(String source) {
        this.source = source;
        this.scanner = new XmlScanner(source, 0, source.length());
        this.names = new XmlName.Met(source);
    }

    XmlElement read() {
        open.add(new XmlElement(source, XmlName.of(""), 0, 0, 0));
        int count = 0;
        for (var piece = scanner.next(); piece != XmlScanner.Piece.END && count < MOST; piece = scanner.next()) {
            switch (piece) {
                case OPEN -> {
                    if (open.size() > DEEPEST) closeTo(open.size() - 1, scanner.start(), scanner.start());
                    open.add(add());
                    count++;
                }
                case EMPTY -> {
                    add();
                    count++;
                }
                case CLOSE -> close();
                case TEXT -> open.getLast().text(scanner.from(), scanner.to(), false);
                case CDATA -> open.getLast().text(scanner.from(), scanner.to(), true);
                case END -> {}
            }
        }
        var document = open.getFirst();
        closeTo(0, source.length(), source.length());
        return document;
    }

    private XmlElement add() {
        int to = scanner.to();
        var element = new XmlElement(source, names.at(scanner.from(), to), scanner.start(), to, scanner.after());
        open.getLast().add(element);
        return element;
    }

    private void close() {
        for (int i = open.size() - 1; i > 0; i--) {
            if (!open.get(i).isNamed(scanner.from(), scanner.to())) continue;
            closeTo(i + 1, scanner.start(), scanner.start());
            open.removeLast().close(scanner.start(), scanner.after());
            return;
        }
    }

    private void closeTo(int size, int to, int after) {
        while (open.size() > size) open.removeLast().close(to, after);
    }
}
