package pmradar.alert.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import pmradar.alert.AlertSettings;
import pmradar.alert.Channel.Destination;
import pmradar.alert.Channel.Outcome;
import pmradar.alert.Digest;
import pmradar.alert.Letter;
import pmradar.alert.Unsubscribing;

/// Digests by mail, against a real SMTP server.
class MailTest {
    private static final Destination TO = new Destination(5, "mail", "anna@example.org", "00ff".repeat(16));
    private static final AlertSettings SETTINGS =
            new AlertSettings(URI.create("https://radar.example"), "radar@example.org");

    private GreenMail server;
    private Mail mail;

    @BeforeEach
    void start() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.getSmtp().getPort());
        var beans = new StaticListableBeanFactory();
        beans.addBean("sender", sender);
        mail = new Mail(beans.getBeanProvider(JavaMailSender.class), SETTINGS);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private MimeMessage sent(Digest digest) {
        assertThat(mail.send(TO, digest, "key-7-5")).isEqualTo(new Outcome.Accepted());
        return server.getReceivedMessages()[server.getReceivedMessages().length - 1];
    }

    /// The content of the first part of a kind, however deep.
    private static String part(Part part, String type) throws Exception {
        if (part.isMimeType(type)) return (String) part.getContent();
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                var found = part(inner, type);
                if (!found.isEmpty()) return found;
            }
        }
        return "";
    }

    @Test
    void saysTheSameAsTextAndAsHtml() throws Exception {
        var message = sent(Digests.of("Mine", "Project Manager <Grid>", "Second"));
        assertThat(message.getSubject()).isEqualTo("Mine: 2 postings");
        assertThat(message.getSentDate()).isEqualTo(Digests.AT);
        var text = part(message, "text/plain");
        var html = part(message, "text/html");
        assertThat(text)
                .contains("Project Manager <Grid>")
                .contains("Because: requires Kubernetes")
                .contains("https://invented.example/jobs/42");
        var page = Jsoup.parse(html);
        assertThat(page.select("h2").eachText()).containsExactly("Project Manager <Grid>", "Second");
        assertThat(page.select("h2 a").attr("href")).isEqualTo("https://radar.example/postings/42");
        assertThat(page.text()).contains("Because: requires Kubernetes", "+ 2 more of Invented Works");
    }

    @Test
    void holdsNothingRemoteAndNothingThatTracks() throws Exception {
        var page = Jsoup.parse(part(sent(Digests.of("<img src=//evil.example>", "<script>x</script>")), "text/html"));
        assertThat(page.select("img, script, link, iframe, object, video, [src], [background], form"))
                .isEmpty();
        assertThat(page.select("[style]").eachAttr("style")).noneMatch(style -> style.contains("url"));
        assertThat(page.select("a").eachAttr("href")).allMatch(link -> link.startsWith("https://radar.example/"));
    }

    @Test
    void endsByOneClick() throws Exception {
        var message = sent(Digests.of("Mine", "One"));
        var link = "https://radar.example" + Unsubscribing.path(TO);
        assertThat(message.getHeader("List-Unsubscribe")).containsExactly("<" + link + ">");
        assertThat(message.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(part(message, "text/plain")).contains(link);
        assertThat(Jsoup.parse(part(message, "text/html")).select("a").last().attr("href"))
                .isEqualTo(link);
    }

    @Test
    void hasTheSameIdWhenItIsSentAgain() throws Exception {
        var first = sent(Digests.of("Mine", "One")).getMessageID();
        assertThat(first).isEqualTo("<key-7-5@pmradar.invalid>");
        assertThat(sent(Digests.of("Mine", "One")).getMessageID()).isEqualTo(first);
        assertThat(server.getReceivedMessages()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nBcc: evil@example.org", "b\nX-Evil: yes", "c\u0000\u001B[31m", "d\u2028e\u0085f"})
    void neverLetsATitleOrANameBreakAHeader(String hostile) throws Exception {
        var message = sent(Digests.of("Search " + hostile, "Title " + hostile));
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getHeader("X-Evil")).isNull();
        assertThat(message.getAllRecipients()).hasSize(1);
        assertThat(message.getSubject()).startsWith("Search ").doesNotContainPattern("\\p{Cntrl}");
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void cutsALongSubject() throws Exception {
        assertThat(sent(Digests.of("Mine", "x".repeat(5000))).getSubject()).hasSize(150);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "anna", "a@b@c", "Anna <anna@example.org>", "a@example.org,b@example.org", "a@x\r\nBcc:b@y"})
    void takesOnePlainAddressOnly(String typed) {
        assertThat(mail.address(" anna@example.org ")).isEqualTo("anna@example.org");
        assertThatThrownBy(() -> mail.address(typed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mail address");
    }

    @Test
    void saysWhatTheServerSaid() {
        server.stop();
        assertThat(mail.send(TO, Digests.of("Mine", "One"), "key"))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
                    assertThat(refused.why()).startsWith("The mail server did not take it: ");
                    assertThat(refused.ended()).isFalse();
                });
    }

    @Test
    void saysThatThereIsNoMailServer() {
        var none = new Mail(new StaticListableBeanFactory().getBeanProvider(JavaMailSender.class), SETTINGS);
        assertThatThrownBy(() -> none.address("anna@example.org")).hasMessageContaining("spring.mail.host");
        assertThat(none.send(TO, Digests.of("Mine", "One"), "key")).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void carriesADocumentOfAnotherRoom() throws Exception {
        var letter = new Letter(
                "Market trends\r\nBcc: x@example.org",
                "- It rose.",
                "https://radar.example/trends?q=x",
                "https://radar.example/unsubscribe/report-1/abc",
                new Letter.Enclosed("report.pdf", "application/pdf", new byte[] {1, 2, 3}));
        assertThat(mail.send(TO, letter, "report-1-2026-11-01")).isEqualTo(new Outcome.Accepted());
        var message = server.getReceivedMessages()[0];
        assertThat(message.getSubject()).isEqualTo("Market trends Bcc: x@example.org");
        assertThat(message.getHeader("List-Unsubscribe"))
                .containsExactly("<https://radar.example/unsubscribe/report-1/abc>");
        assertThat(part(message, "text/plain"))
                .contains(
                        "- It rose.",
                        "https://radar.example/trends?q=x",
                        "No more of these: https://radar.example/uns");
        var file = ((Multipart) message.getContent()).getBodyPart(1);
        assertThat(file.getFileName()).isEqualTo("report.pdf");
        assertThat(file.getContentType()).startsWith("application/pdf");
        assertThat(file.getInputStream().readAllBytes()).containsExactly(1, 2, 3);
    }
}
