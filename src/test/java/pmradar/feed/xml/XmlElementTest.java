package pmradar.feed.xml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What is read of XML that is sound, and of XML that is not.
class XmlElementTest {

    private static XmlElement root(String source) {
        return XmlElement.document(source).children().getFirst();
    }

    private static String text(String source) {
        return root(source).text();
    }

    @Test
    void anElementHasANameAttributesChildrenAndText() {
        var root =
                root("<r xmlns:d='urn:d'><d:Date zone=\"UTC\" day = 'a&amp;b' bare x=1>2026</d:Date><empty/> tail</r>");
        assertThat(root.children()).extracting(child -> child.name().written()).containsExactly("d:Date", "empty");
        var date = root.children().getFirst();
        assertThat(date.name()).isEqualTo(new XmlName("d:Date", "d:date", "date", "*:date"));
        assertThat(date.attributes())
                .containsExactly(
                        java.util.Map.entry("zone", "UTC"),
                        java.util.Map.entry("day", "a&b"),
                        java.util.Map.entry("bare", ""),
                        java.util.Map.entry("x", "1"));
        assertThat(date.attribute("zone")).isEqualTo("UTC");
        assertThat(date.attribute("Zone")).isNull();
        assertThat(root.text()).isEqualTo("2026 tail");
        assertThat(root.hasOwnText()).isTrue();
        assertThat(date.inner()).isEqualTo("2026");
        assertThat(root.children().get(1).isEmpty()).isTrue();
    }

    @Test
    void referencesAreResolvedOnceAndUnknownOnesStay() {
        assertThat(text("<r>A & B &lt;p&gt; &amp;lt; &#8211;&#x2013; caf&eacute; &unknown; R&D &quot;&apos;</r>"))
                .isEqualTo("A & B <p> &lt; –– café &unknown; R&D \"'");
        assertThat(text("<r>&nbsp;&copy &#150; &#0; &#99999999; &;&</r>")).startsWith("\u00a0© – ");
    }

    @Test
    void aCharacterDataSectionIsTextAsItStands() {
        assertThat(text("<r>1<![CDATA[<b>&amp;</b>]]>2<!-- 3 --><![CDATA[4]]></r>"))
                .isEqualTo("1<b>&amp;</b>24");
        assertThat(text("<r><![CDATA[never closed</r>")).isEqualTo("never closed</r>");
        assertThat(text("<r><![CDATA[]]></r>")).isEmpty();
    }

    @Test
    void whatIsNotClosedEndsWithWhatHoldsIt() {
        var root = root("<r><item><title>One<b>bold</title></item><item><title>Two</wrong></title><p>x");
        assertThat(root.children()).hasSize(2);
        assertThat(root.children().getFirst().children()).hasSize(1);
        assertThat(root.children().getFirst().text()).isEqualTo("Onebold");
        assertThat(root.children().getLast().children())
                .extracting(XmlElement::text)
                .containsExactly("Two", "x");
    }

    @Test
    void whatCannotBeMarkupIsText() {
        assertThat(text("<r>a < b, 3<4, <</r>")).isEqualTo("a < b, 3<4, <");
        assertThat(text("<r>a<?php echo ?>b<!whatever>c</></ d>e</r>")).isEqualTo("abce");
        assertThat(text("<r>gone<a href='x")).isEqualTo("gone");
    }

    @Test
    void entitiesAreNeitherDefinedNorFetched() {
        var laughs = "<!DOCTYPE r [<!ENTITY a \"ha\"><!ENTITY b \"<x>&a;&a;</x>\">"
                + "<!ENTITY f SYSTEM \"file:///etc/passwd\">]><r>&b;&f;</r>";
        assertThat(root(laughs).name().local()).isEqualTo("r");
        assertThat(text(laughs)).isEqualTo("&b;&f;");
        assertThat(text("<!DOCTYPE rss PUBLIC \"-//X//DTD\" \"http://x.example/a[1].dtd\"><r>[x]></r>"))
                .isEqualTo("[x]>");
    }

    @Test
    void depthAndCountAreBounded() {
        var deep = XmlElement.document("<a>".repeat(100_000));
        int depth = 0;
        for (var at = deep; !at.children().isEmpty(); at = at.children().getFirst()) depth++;
        assertThat(depth).isEqualTo(XmlTree.DEEPEST);
        assertThat(deep.text()).isEmpty();
        assertThat(root("<r>" + "<i/>".repeat(XmlTree.MOST + 10) + "</r>").children())
                .hasSize(XmlTree.MOST - 1);
    }

    @Test
    void nothingAtAllIsAnEmptyDocument() {
        assertThat(XmlElement.document("").children()).isEmpty();
        assertThat(XmlElement.document("<").children()).isEmpty();
        assertThat(XmlElement.document("words").text()).isEqualTo("words");
        assertThat(XmlElement.NONE.text()).isEmpty();
        assertThat(XmlElement.NONE.attribute("x")).isNull();
    }
}
