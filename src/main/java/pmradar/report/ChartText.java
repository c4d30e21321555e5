package pmradar.report;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/// The letters of charts and of PDFs: Liberation Sans, shipped along, so that a chart is the same on every machine.
final class ChartText {
    static final String FAMILY = "Liberation Sans";
    /// Of the drawing's own units, which are about pixels.
    static final int SIZE = 13;

    private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);
    private static final Font PLAIN = read();

    private ChartText() {}

    static Font font() {
        return PLAIN;
    }

    static double width(String text) {
        return PLAIN.getStringBounds(text, MEASURE).getWidth();
    }

    /// As much of a text as fits.
    static String fitting(String text, double width) {
        if (width(text) <= width) return text;
        int end = text.length();
        while (end > 1 && width(text.substring(0, end) + "…") > width) end--;
        if (Character.isHighSurrogate(text.charAt(end - 1))) end--;
        return text.substring(0, end).strip() + "…";
    }

    static InputStream regular() {
        return open("LiberationSans-Regular.ttf");
    }

    static InputStream bold() {
        return open("LiberationSans-Bold.ttf");
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(ChartText.class.getResourceAsStream("/liberation/" + name), name);
    }

    private static Font read() {
        try (var file = regular()) {
            return Font.createFont(Font.TRUETYPE_FONT, file).deriveFont((float) SIZE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("The shipped font cannot be read.", e);
        }
    }
}
