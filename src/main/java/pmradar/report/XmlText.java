package pmradar.report;

/// Text from outside for documents that are XML, where some characters may not occur at all (XML 1.0, production 2).
final class XmlText {

    private XmlText() {}

    static String of(String text) {
        if (text.codePoints().allMatch(XmlText::allowed)) return text;
        return text.codePoints()
                .map(one -> allowed(one) ? one : ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean allowed(int one) {
        return one >= 0x20 && one <= 0xD7FF
                || one == '\t'
                || one == '\n'
                || one == '\r'
                || one >= 0xE000 && one <= 0xFFFD
                || one >= 0x10000;
    }
}
