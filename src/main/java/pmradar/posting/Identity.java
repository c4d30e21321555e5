package pmradar.posting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// By what a posting is found again: its page, employer with title, and its text. Keys only find candidates;
/// [SamePosting]
/// decides. All but the hash is worked out when it is asked for: most drafts are known and unchanged.
final class Identity {
    private static final Pattern GENDER = Pattern.compile(
            "[(\\[|]?\\s*\\b[mwfdxhi](?:\\s?[/|*,]\\s?[mwfdxhi]){1,3}\\b\\s*[)\\]|]?|\\(all genders?\\)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}+#]+");
    private static final Pattern LEGAL_FORM = Pattern.compile(
            " (?:inc|incorporated|llc|llp|ltd|limited|plc|corp|corporation|co|company|gmbh|ag|se|kg|kgaa|mbh|sa|sas|sarl|bv|nv|ab|as|aps|oy|spa|srl|pty|pvt|group|holding|holdings)$");

    /// Two of the sixteen parts of a fingerprint's brief form.
    private static final long FEW_BITS = 0xFF;

    private final Draft draft;
    private final String contentHash;
    private @Nullable Keys keys;

    private record Keys(@Nullable Long url, long same, Shingles shingles, Fingerprint fingerprint) {
        static Keys of(Draft draft) {
            var shingles = Shingles.of(draft.text());
            var fingerprint = shingles.fingerprint();
            var company = companyKey(draft.company());
            // Without an employer a title alone would be that of thousands.
            var whose = company.isEmpty() ? "\n" + (fingerprint.brief() & FEW_BITS) : company;
            return new Keys(
                    draft.url() == null ? null : key(draft.url()),
                    key(whose + '\n' + titleKey(draft.title())),
                    shingles,
                    fingerprint);
        }
    }

    private Identity(Draft draft) {
        this.draft = draft;
        this.contentHash = contentHash(draft);
    }

    static Identity of(Draft draft) {
        return new Identity(draft);
    }

    /// Of all that a person would notice if it changed; dates that feeds refresh are not.
    String contentHash() {
        return contentHash;
    }

    @Nullable
    Long urlKey() {
        return keys().url();
    }

    long sameKey() {
        return keys().same();
    }

    Fingerprint fingerprint() {
        return keys().fingerprint();
    }

    Shingles shingles() {
        return keys().shingles();
    }

    private Keys keys() {
        var known = keys;
        if (known == null) {
            known = Keys.of(draft);
            keys = known;
        }
        return known;
    }

    static String titleKey(String title) {
        return words(GENDER.matcher(title).replaceAll(" "));
    }

    static String companyKey(@Nullable String company) {
        if (company == null) return "";
        var key = words(company);
        for (var shorter = key; ; key = shorter) {
            shorter = LEGAL_FORM.matcher(key).replaceFirst("");
            if (shorter.equals(key)) return key;
        }
    }

    private static String words(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return NO_WORD.matcher(plain).replaceAll(" ").strip();
    }

    static String contentHash(Draft draft) {
        var all = String.join(
                "\u0001",
                draft.title(),
                String.valueOf(draft.company()),
                draft.places().toString(),
                draft.remote().name(),
                draft.eligible().toString(),
                draft.workFrom().stream().sorted().toList().toString(),
                draft.contradictions().toString(),
                String.valueOf(draft.seniority()),
                String.valueOf(draft.pay()),
                Notation.names(draft.employment()),
                String.valueOf(draft.department()),
                String.valueOf(draft.requisition()),
                String.valueOf(draft.closesAt()),
                String.valueOf(draft.url()),
                String.valueOf(draft.applyUrl()),
                draft.text());
        return HexFormat.of().formatHex(digest(all), 0, 16);
    }

    private static long key(String text) {
        return java.nio.ByteBuffer.wrap(digest(text)).getLong();
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
