package pmradar.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownBoardsTest {

    @ParameterizedTest
    @CsvSource({
        "https://boards.greenhouse.io/acme/jobs/123, greenhouse, acme",
        "https://job-boards.greenhouse.io/acme, greenhouse, acme",
        "https://boards.greenhouse.io/embed/job_board/js?for=acme, greenhouse, acme",
        "https://boards.greenhouse.io/embed/job_app?t=1&for=acme, greenhouse, acme",
        "https://jobs.lever.co/acme-labs/0a1b, lever, acme-labs",
        "https://jobs.ashbyhq.com/Acme%20Labs/x, ashby, Acme Labs",
        "https://apply.workable.com/acme/, workable, acme",
        "https://careers.smartrecruiters.com/AcmeInc, smartrecruiters, AcmeInc",
        "https://ats.rippling.com/en-GB/acme/jobs, rippling, acme",
        "https://acme.recruitee.com/o/planner, recruitee, acme",
        "https://acme.jobs.personio.de/job/1, personio, acme",
        "https://acme.teamtailor.com/jobs, teamtailor, acme",
        "https://acme.bamboohr.com/careers, bamboohr, acme",
        "https://acme.breezy.hr/p/1, breezy, acme",
        "https://acme.pinpointhq.com/en/jobs, pinpoint, acme",
        "https://acme.wd5.myworkdayjobs.com/en-US/Careers/job/1, workday, https://acme.wd5.myworkdayjobs.com/Careers"
    })
    void knowsABoardByItsAddress(String address, String type, String at) {
        assertThat(KnownBoards.of(URI.create(address)))
                .extracting(BoardFinder.Found::type, BoardFinder.Found::at)
                .containsExactly(org.assertj.core.api.Assertions.tuple(type, at));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.greenhouse.io/",
                "https://example.org/?u=https://jobs.lever.co/acme",
                "https://jobs.lever.co.evil.example/acme",
                "https://www.recruitee.com/",
                "https://api.teamtailor.com/v1",
                "mailto:jobs@acme.example"
            })
    void isNotMisled(String address) {
        assertThat(KnownBoards.of(URI.create(address))).isEmpty();
    }

    @Test
    void boundsWhatAHostilePageNames() {
        var page = new StringBuilder();
        for (int i = 0; i < 20_000; i++)
            page.append("<a href='https://jobs.lever.co/board").append(i).append("'>x</a>");
        page.append("<a href='https://jobs.lever.co/").append("a".repeat(5000)).append("'>x</a>");
        page.append("<a href='https://jobs.lever.co/%zz%'>x</a>");
        assertThat(KnownBoards.in(Jsoup.parse(page.toString(), "https://acme.example/")))
                .hasSize(5);
    }
}
