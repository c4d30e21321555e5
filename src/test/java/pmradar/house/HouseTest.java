package pmradar.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.modulith.core.ApplicationModules;
import pmradar.PmRadar;

/// The rules of the house: arrows between rooms, names, sizes, and where each library lives.
@Execution(ExecutionMode.CONCURRENT)
class HouseTest {
    private static final int MAX_LINES = 300;
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("pmradar");

    @Test
    void roomsUseOnlyWhatTheirDoorsAllow() {
        ApplicationModules.of(PmRadar.class).verify();
    }

    @Test
    void classesHaveNamesOfTheirOwn() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Base|Abstract\\w*|Common)")
                .check(MAIN);
    }

    @Test
    void noFileOutgrowsItsIdea() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")).filter(HouseTest::tooLong))
                    .isEmpty();
        }
    }

    private static boolean tooLong(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.count() > MAX_LINES;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void eachLibraryHasItsPlace() {
        livesIn("org.apache.lucene..", "pmradar.search.lucene..");
        livesIn("org.jsoup..", "pmradar.feed..", "pmradar.ingest..");
        livesIn("crawlercommons..", "pmradar.feed..");
        livesIn("picocli..", "pmradar.cli..");
        livesIn("org.springframework.web..", "pmradar.web..", "pmradar.account..", "pmradar.alert.channel..");
        livesIn("jakarta.mail..", "pmradar.alert.channel..");
        livesIn("org.jfree..", "pmradar.report..");
        livesIn("org.apache.batik..", "pmradar.report..");
        livesIn("com.openhtmltopdf..", "pmradar.report..");
        livesIn(
                "jakarta.persistence..",
                "pmradar.feed..",
                "pmradar.posting..",
                "pmradar.ingest..",
                "pmradar.account..");
    }

    private static void livesIn(String library, String... rooms) {
        noClasses()
                .that()
                .resideOutsideOfPackages(rooms)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(MAIN);
    }

    @Test
    void onlyJobsKnowTheJobRunner() {
        noClasses()
                .that()
                .haveSimpleNameNotContaining("Job")
                .and()
                .doNotHaveSimpleName("ReadFeed")
                .and()
                .resideOutsideOfPackage("pmradar.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jobrunr..")
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void timeComesFromTheClock() {
        for (var type : new Class<?>[] {Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class}) {
            noClasses()
                    .that()
                    .haveSimpleNameNotEndingWith("Job")
                    .should()
                    .callMethod(type, "now")
                    .check(MAIN);
        }
    }
}
