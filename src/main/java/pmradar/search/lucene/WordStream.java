package pmradar.search.lucene;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// The words of a text as Lucene reads them.
final class WordStream extends TokenStream {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);
    private final CharSequence text;
    private Words words;

    private WordStream(CharSequence text) {
        this.text = text;
        words = new Words(text);
    }

    /// The words exactly.
    static TokenStream exact(CharSequence text) {
        return new WordStream(text);
    }

    /// What all forms of a word have in common in this language, marked with the language: a German word never meets
    /// an English one whose stem happens to look alike.
    static TokenStream stems(CharSequence text, Language language) {
        return new Marked(language.stemming(new WordStream(text)), language);
    }

    @Override
    public boolean incrementToken() {
        if (!words.next()) return false;
        clearAttributes();
        term.copyBuffer(words.buffer(), 0, words.length());
        offset.setOffset(words.start(), words.end());
        step.setPositionIncrement(words.beside() ? 0 : 1);
        keyword.setKeyword(words.special());
        return true;
    }

    @Override
    public void reset() {
        words = new Words(text);
    }

    @Override
    public void end() throws IOException {
        super.end();
        offset.setOffset(text.length(), text.length());
    }

    /// A language whose words are known by their stems.
    enum Language {
        ENGLISH('e'),
        GERMAN('d'),
        FRENCH('f'),
        SPANISH('s'),
        OTHER('o');

        private final char mark;

        Language(char mark) {
            this.mark = mark;
        }

        static Language of(String iso) {
            return switch (iso) {
                case "en", "und" -> ENGLISH;
                case "de" -> GERMAN;
                case "fr" -> FRENCH;
                case "es" -> SPANISH;
                default -> OTHER;
            };
        }

        private TokenStream stemming(TokenStream words) {
            return switch (this) {
                case ENGLISH -> new KStemFilter(words);
                case GERMAN -> new GermanLightStemFilter(words);
                case FRENCH -> new FrenchLightStemFilter(words);
                case SPANISH -> new SpanishLightStemFilter(words);
                case OTHER -> words;
            };
        }
    }

    private static final class Marked extends TokenFilter {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final char mark;

        Marked(TokenStream input, Language language) {
            super(input);
            mark = language.mark;
        }

        @Override
        public boolean incrementToken() throws IOException {
            if (!input.incrementToken()) return false;
            int length = term.length();
            var buffer = term.resizeBuffer(length + 1);
            System.arraycopy(buffer, 0, buffer, 1, length);
            buffer[0] = mark;
            term.setLength(length + 1);
            return true;
        }
    }
}
