package pmradar.alert.channel;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import pmradar.alert.AlertSettings;
import pmradar.alert.Channel;
import pmradar.alert.Digest;
import pmradar.alert.Letter;
import pmradar.alert.Unsubscribing;

/// Digests by mail, as text and as HTML, without tracking and without anything remote. One click ends them: RFC 8058.
@Component
class Mail implements Channel {
    private static final int LONGEST_SUBJECT = 150;

    private final ObjectProvider<JavaMailSender> sender;
    private final AlertSettings settings;

    Mail(ObjectProvider<JavaMailSender> sender, AlertSettings settings) {
        this.sender = sender;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public String address(String typed) {
        try {
            if (sender.getIfAvailable() == null || settings.mailFrom() == null)
                throw new IllegalArgumentException(
                        "PM Radar has no mail server yet: set spring.mail.host and pmradar.alert.mail-from.");
            var address = new InternetAddress(typed.strip(), true);
            if (typed.chars().anyMatch(Character::isISOControl)
                    || !address.getAddress().equals(typed.strip()))
                throw new AddressException("only the address itself, such as name@example.org");
            return address.getAddress();
        } catch (AddressException broken) {
            throw new IllegalArgumentException("This is no mail address: " + broken.getMessage() + ".", broken);
        }
    }

    @Override
    public Outcome send(Destination to, Digest digest, String key) {
        return send(mailer -> message(mailer, to, digest, key));
    }

    @Override
    public Outcome send(Destination to, Letter letter, String key) {
        return send(mailer -> message(mailer, to, letter, key));
    }

    private interface Writing {
        MimeMessage message(JavaMailSender mailer) throws MessagingException;
    }

    private Outcome send(Writing writing) {
        var mailer = sender.getIfAvailable();
        if (mailer == null || settings.mailFrom() == null)
            return new Outcome.Refused("PM Radar has no mail server any more.", false, null);
        try {
            mailer.send(writing.message(mailer));
            return new Outcome.Accepted();
        } catch (MailException | MessagingException failed) {
            return new Outcome.Refused("The mail server did not take it: " + cause(failed), false, null);
        }
    }

    private static String cause(Exception failed) {
        Throwable inner = failed;
        while (inner.getCause() != null) inner = inner.getCause();
        return calm(
                Objects.requireNonNullElse(inner.getMessage(), inner.getClass().getSimpleName()), 500);
    }

    private MimeMessage message(JavaMailSender mailer, Destination to, Digest digest, String key)
            throws MessagingException {
        var message = new Stable(mailer.createMimeMessage(), "<%s@pmradar.invalid>".formatted(key));
        var parts = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        var leave = settings.baseUrl().resolve(Unsubscribing.path(to)).toString();
        parts.setFrom(Objects.requireNonNull(settings.mailFrom()));
        parts.setTo(to.address());
        parts.setSubject(calm(PlainDigest.subject(digest), LONGEST_SUBJECT));
        parts.setSentDate(java.util.Date.from(digest.at()));
        parts.setText(
                PlainDigest.text(digest) + "\n\n--\nNo more of these: " + leave + "\n",
                HtmlDigest.of(digest, settings.baseUrl(), leave));
        message.setHeader("List-Unsubscribe", "<" + leave + ">");
        message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    /// Its text, and the document beside it.
    private MimeMessage message(JavaMailSender mailer, Destination to, Letter letter, String key)
            throws MessagingException {
        var message = new Stable(mailer.createMimeMessage(), "<%s@pmradar.invalid>".formatted(key));
        var parts = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        parts.setFrom(Objects.requireNonNull(settings.mailFrom()));
        parts.setTo(to.address());
        parts.setSubject(calm(letter.title(), LONGEST_SUBJECT));
        parts.setText("%s\n\n%s\n\n--\nNo more of these: %s\n".formatted(letter.text(), letter.link(), letter.leave()));
        var file = letter.enclosed();
        if (file != null) parts.addAttachment(file.name(), new ByteArrayResource(file.content()), file.type());
        message.setHeader("List-Unsubscribe", "<" + letter.leave() + ">");
        message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    /// What comes from a posting or a person never breaks a header.
    private static String calm(String words, int length) {
        var line = words.replaceAll("\\p{Cntrl}+", " ").strip();
        return PlainDigest.cut(line, length);
    }

    /// Keeps the Message-ID that it was given: a receiver that gets it twice can tell.
    private static final class Stable extends MimeMessage {
        private final String id;

        Stable(MimeMessage like, String id) throws MessagingException {
            super(like.getSession());
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
