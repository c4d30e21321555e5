package pmradar.feed;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Turns the bytes of an answer into text: byte order mark first, then the header's charset, then what the document
/// declares, then UTF-8 if the bytes are valid UTF-8, else windows-1252.
///
/// Source: RFC 7303 (the header wins over the XML declaration), WHATWG Encoding (latin1 means windows-1252).
public final class FeedText {
    private static final int HEAD = 2048;
    private static final Pattern IN_HEADER = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([\\w.:-]{1,40})");
    private static final Pattern IN_XML = Pattern.compile("<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([\\w.:-]{1,40})");
    private static final Pattern IN_HTML =
            Pattern.compile("(?i)<meta[^>]{0,200}?charset\\s*=\\s*[\"']?([\\w.:-]{1,40})");
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private FeedText() {}

    /// The whole text, without a byte order mark.
    public static String of(Answer answer) {
        var bytes = answer.bytes();
        var marked = mark(bytes);
        if (marked != null) {
            var text = new String(bytes, marked);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        }
        var text = new String(bytes, StandardCharsets.UTF_8);
        var charset = charset(answer, text.indexOf('\uFFFD') < 0 || isUtf8(bytes));
        return charset.equals(StandardCharsets.UTF_8) ? text : new String(bytes, charset);
    }

    /// The charset that [#of] reads an answer without a byte order mark in.
    static Charset charset(Answer answer) {
        return charset(answer, isUtf8(answer.bytes()));
    }

    private static Charset charset(Answer answer, boolean isUtf8) {
        var bytes = answer.bytes();
        var header = named(IN_HEADER, answer.header("content-type").orElse(""));
        if (header != null && !(header.equals(StandardCharsets.UTF_8) && !isUtf8)) {
            return header;
        }
        var head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        var declared = named(IN_XML, head);
        if (declared == null) {
            declared = named(IN_HTML, head);
        }
        if (declared != null && !(declared.equals(StandardCharsets.UTF_8) && !isUtf8)) {
            return declared;
        }
        return isUtf8 ? StandardCharsets.UTF_8 : WINDOWS;
    }

    /// Whether a document begins as a web page does.
    public static boolean looksLikeHtml(String text) {
        var head = text.substring(0, Math.min(text.length(), 600)).strip().toLowerCase(Locale.ROOT);
        return head.startsWith("<!doctype html")
                || head.startsWith("<html")
                || (head.startsWith("<") && !head.startsWith("<?xml") && head.contains("<html"))
                || (head.startsWith("<?xml") && head.contains("<html"));
    }

    private static @Nullable Charset mark(byte[] bytes) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        return starts(bytes, 0xFF, 0xFE) ? StandardCharsets.UTF_16LE : null;
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Charset named(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        if (!found.find()) {
            return null;
        }
        try {
            var charset = Charset.forName(found.group(1));
            return charset.equals(StandardCharsets.ISO_8859_1) || charset.equals(StandardCharsets.US_ASCII)
                    ? WINDOWS
                    : charset;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return null;
        }
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes));
            return true;
        } catch (java.nio.charset.CharacterCodingException notUtf8) {
            return false;
        }
    }
}
