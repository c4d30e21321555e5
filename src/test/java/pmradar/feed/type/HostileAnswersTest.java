package pmradar.feed.type;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pmradar.feed.FeedType;
import pmradar.feed.LineFeed;
import pmradar.feed.Listing;
import pmradar.feed.Page;
import pmradar.feed.UnreadableFeed;

/// What comes from outside may be anything: each type reads what is good in it, or says in words what came instead.
@Execution(ExecutionMode.CONCURRENT)
class HostileAnswersTest {
    private static final String PAGE =
            "<!DOCTYPE html><html><head><title>Sign in</title></head><body>Please sign in</body></html>";

    static Stream<FeedType> types() {
        return KnownTypes.byName().values().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void saysWhatCameInsteadOfAFeed(FeedType type) {
        // A file is read line by line, and each line says for itself what is wrong with it.
        Assumptions.assumeFalse(type instanceof LineFeed);
        for (String answer :
                List.of(PAGE, "", "Not Found", "null", "\"text\"", "42", "{\"error\":\"no such board\"}")) {
            assertThatThrownBy(() -> read(type, answer.getBytes(UTF_8)))
                    .as("%s reads %s", type.name(), answer)
                    .isInstanceOf(UnreadableFeed.class)
                    .hasMessageMatching("(?s).{20,}");
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void readsBombsWithinASecondOrTwo(FeedType type) {
        String entities =
                "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><rss><channel><item><title>&b;</title></item></channel></rss>";
        String deepXml = "<rss>" + "<a>".repeat(100_000);
        String deepJson = "{\"jobs\":" + "[".repeat(100_000);
        String manyItems = "{\"jobs\":[" + "{},".repeat(1_000_000) + "{}]}";
        String manyXml = "<rss><channel>" + "<item/>".repeat(300_000) + "</channel></rss>";
        String hugeNumber =
                "{\"jobs\":[{\"id\":1e999999999,\"title\":\"x\"}],\"data\":[{\"id\":" + "9".repeat(50_000) + "}]}";
        for (String bomb : List.of(entities, deepXml, deepJson, manyItems, manyXml, hugeNumber)) {
            long start = System.nanoTime();
            try {
                read(type, bomb.getBytes(UTF_8));
            } catch (UnreadableFeed expected) {
                assertThat(expected).hasMessageMatching("(?s).{20,2000}");
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void survivesNoise(FeedType type) {
        Random random = new Random(7);
        for (int i = 0; i < 50; i++) {
            byte[] noise = new byte[random.nextInt(2_000)];
            random.nextBytes(noise);
            assertThatCode(() -> quietly(type, noise)).doesNotThrowAnyException();
        }
    }

    /// Cuts each recorded answer at many places: the listings before the cut are read as they are in the whole answer.
    @ParameterizedTest
    @MethodSource("answers")
    void keepsTheGoodListingsOfHalfAnAnswer(Path answer) throws IOException {
        TriedFeed tried = TriedFeed.of(answer);
        FeedType type = KnownTypes.named(tried.type());
        byte[] whole = Files.readAllBytes(answer);
        Page all = quietly(type, whole);
        for (int part = 1; part < 40; part++) {
            Page some = quietly(type, Arrays.copyOf(whole, whole.length * part / 40));
            assertThat(some.listings().size() + some.pending().size())
                    .isLessThanOrEqualTo(all.listings().size() + all.pending().size());
        }
    }

    @ParameterizedTest
    @MethodSource("answers")
    void survivesFlippedBytes(Path answer) throws IOException {
        FeedType type = KnownTypes.named(TriedFeed.of(answer).type());
        byte[] whole = Files.readAllBytes(answer);
        Random random = new Random(11);
        for (int i = 0; i < 60; i++) {
            byte[] flipped = whole.clone();
            for (int j = 0; j < 1 + i / 10; j++) flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
            assertThatCode(() -> quietly(type, flipped)).doesNotThrowAnyException();
        }
    }

    /// Half an answer gives the same listings as the whole one, as far as it goes: only the last may be cut itself.
    @ParameterizedTest
    @MethodSource("answers")
    void theListingsBeforeACutAreTheSame(Path answer) throws IOException {
        FeedType type = KnownTypes.named(TriedFeed.of(answer).type());
        byte[] whole = Files.readAllBytes(answer);
        Map<String, Listing> all = byId(quietly(type, whole));
        for (int part = 1; part < 12; part++) {
            List<Listing> some = all(quietly(type, Arrays.copyOf(whole, whole.length * part / 12)));
            for (Listing each : some.subList(0, Math.max(0, some.size() - 1))) {
                Listing same = all.get(each.externalId());
                assertThat(same).as("%s in %s", each.externalId(), answer).isNotNull();
                assertThat(each.title()).isEqualTo(same.title());
                assertThat(each.links()).isEqualTo(same.links());
            }
        }
    }

    /// The bytes are Latin-1 and nothing says so.
    @ParameterizedTest
    @MethodSource("answers")
    void anotherCharsetCostsLettersAndNoListings(Path answer) throws IOException {
        FeedType type = KnownTypes.named(TriedFeed.of(answer).type());
        String text = Files.readString(answer).replaceAll("(?i)encoding=[\"'][\\w-]+[\"']", "encoding=\"UTF-8\"");
        Page right = quietly(type, text.getBytes(UTF_8));
        Page wrong = quietly(type, text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        assertThat(all(wrong)).extracting(Listing::externalId).hasSameSizeAs(all(right));
    }

    /// Dates from before the web and from far ahead are no dates, and cost no listing.
    @ParameterizedTest
    @MethodSource("answers")
    void datesThatCannotBeCostNoListing(Path answer) throws IOException {
        FeedType type = KnownTypes.named(TriedFeed.of(answer).type());
        String text = Files.readString(answer);
        int listings = all(quietly(type, text.getBytes(UTF_8))).size();
        for (String year : List.of("1970", "2999")) {
            Page page = quietly(
                    type, text.replaceAll("\\b20[12]\\d(?=-\\d\\d)", year).getBytes(UTF_8));
            assertThat(all(page)).hasSize(listings);
            assertThat(all(page))
                    .flatExtracting(each -> Arrays.asList(
                            each.dates().posted(),
                            each.dates().updated(),
                            each.dates().closes()))
                    .filteredOn(Objects::nonNull)
                    .allSatisfy(date -> assertThat(String.valueOf(date)).doesNotContain(year + "-"));
        }
    }

    /// An item that has lost its id is read by its address, or set aside with a reason: no other is lost with it.
    @ParameterizedTest
    @MethodSource("answers")
    void itemsWithoutAnIdAreKeptOrNamed(Path answer) throws IOException {
        FeedType type = KnownTypes.named(TriedFeed.of(answer).type());
        String text = Files.readString(answer);
        int listings = all(quietly(type, text.getBytes(UTF_8))).size();
        Matcher id = Pattern.compile("(?i)\"(?:id|uuid|guid|slug|shortcode|jobId|refnr|hashId)\"\\s*:")
                .matcher(text);
        if (!id.find()) return;
        String without = text.substring(0, id.start()) + "\"was\":" + text.substring(id.end());
        Page page = quietly(type, without.getBytes(UTF_8));
        assertThat(all(page).size() + page.unreadable().size()).isGreaterThanOrEqualTo(listings);
        assertThat(all(page))
                .extracting(Listing::externalId)
                .doesNotContainNull()
                .noneMatch(String::isBlank);
    }

    private static List<Listing> all(Page page) {
        return Stream.concat(page.listings().stream(), page.pending().stream().map(Page.Pending::stub))
                .toList();
    }

    private static Map<String, Listing> byId(Page page) {
        return all(page).stream()
                .collect(java.util.stream.Collectors.toMap(Listing::externalId, each -> each, (one, other) -> one));
    }

    @Test
    void readsAnAnswerInAnotherCharset() {
        String rss =
                "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><rss><channel><item><title>Chef de projet confirmé</title><guid>1</guid></item></channel></rss>";
        Page page = read(KnownTypes.named("rss"), rss.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        assertThat(page.listings().getFirst().title()).isEqualTo("Chef de projet confirmé");
    }

    static List<Path> answers() throws IOException {
        try (var files = Files.walk(Path.of("src/test/resources/feeds"))) {
            return files.filter(file -> file.toString().contains(".answer."))
                    .sorted()
                    .toList();
        }
    }

    private static Page quietly(FeedType type, byte[] bytes) {
        try {
            return read(type, bytes);
        } catch (UnreadableFeed words) {
            return Page.window(List.of(), List.of());
        }
    }

    private static Page read(FeedType type, byte[] bytes) {
        return type.parse(
                KnownTypes.feed(type.name(), "https://jobs.example.org/", null, Map.of()), KnownTypes.answer(bytes));
    }
}
