package pmradar.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pmradar.feed.Listing;
import pmradar.feed.Workplace;
import pmradar.posting.Place;

/// Where no field names a place, title and text do.
class SpokenPlacesTest {
    private static final PlaceReader READER = new PlaceReader();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Site Lead - Fort Collins, CO | - | US",
                "Planner (Graz) | - | AT",
                "Programme Lead - Remote US | - | US",
                "Project Manager - Mobile | - | -",
                "Project Manager | Location: Gothenburg, Sweden | SE",
                "Project Manager | The role is based in Milan, with some travel. | IT",
                "Project Manager | Einsatzort: Hamburg und Bremen | DE",
                "Project Manager | Position LocationLos Angeles, CAJob Description | US",
                "Project Manager | Headquarters: US-Remote Who we are | US",
                "Project Manager | We give a 401(k) plan with a match. | US",
                "Project Manager | We serve customers in Japan, Brazil and Kenya. | -",
                "Project Manager | Our offices are in Vienna and Graz; you visit Austria's hospitals. | AT",
            })
    void readsTheCountryFromTitleAndText(String title, String text, String country) {
        var where = READER.read(Listing.Where.UNKNOWN, title, text == null ? "" : text);
        assertThat(where.country()).isEqualTo(country);
    }

    @Test
    void anAdForAllTheWorldIsNotInTheCountryItsTextNames() {
        var where = new Listing.Where(List.of("Anywhere in the World"), null, List.of());
        assertThat(READER.read(where, "Project Manager", "Our customers are in Austria.")
                        .places())
                .isEmpty();
    }

    @Test
    void keepsTheCityAndAddsTheCountryThatTheTextSpeaksOf() {
        var where = new Listing.Where(List.of("Kleinmünchau, Nordhang"), null, List.of());
        assertThat(READER.read(where, "Project Manager", "You work for hospitals in Austria.")
                        .places())
                .extracting(Place::raw, Place::country)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Kleinmünchau, Nordhang", "AT"));
    }

    @Test
    void showsWhereTheFieldAndTheTextDoNotAgree() {
        var remote = READER.read(
                new Listing.Where(List.of("Graz, Austria"), Workplace.REMOTE, List.of()),
                "Project Manager",
                "You are 3 days a week in our Graz office.");
        assertThat(remote.contradictions())
                .containsExactly(
                        "A field says remote; the text says hybrid: “You are 3 days a week in our Graz office.”.");
        var elsewhere = READER.read(
                new Listing.Where(List.of("Graz, Austria"), null, List.of()),
                "Project Manager",
                "The position is based in Milan.");
        assertThat(elsewhere.contradictions()).containsExactly("A field says Graz, Austria; the text says Milan.");
    }

    @Test
    void whatAnEmployerOffersInGeneralContradictsNothing() {
        var where = READER.read(
                new Listing.Where(List.of("Graz, Austria"), Workplace.ON_SITE, List.of()),
                "Project Manager",
                "We have a hybrid working policy where the work allows it.");
        assertThat(where.contradictions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "You must be based in Germany or Austria. | AT,DE",
                "Open to candidates in the EU and the United Kingdom. | EU,GB",
                "Work from anywhere in Europe. | EUROPE",
                "We work between UTC-5 and UTC+2. | UTC-5 to UTC+2",
                "Your day overlaps with CET ± 3 hours. | UTC-2 to UTC+4",
                "You keep Eastern Time working hours. | UTC-5",
                "You may work remotely from within Europe for up to 40 days per year. | ''",
                "You report to our office in Japan. | ''",
            })
    void readsFromWhereOneMayWork(String text, String codes) {
        var where = new Listing.Where(List.of("Remote"), Workplace.REMOTE, List.of());
        assertThat(String.join(",", READER.read(where, "Project Manager", text).workFrom()))
                .isEqualTo(codes);
    }

    @Test
    void readsFromWhereOneMayWorkFromFields() {
        var where = new Listing.Where(List.of(), Workplace.REMOTE, List.of("USA", "EMEA", "UTC-5 to UTC+1"));
        assertThat(READER.read(where, "Project Manager", "").workFrom())
                .containsExactlyInAnyOrder("US", "EMEA", "UTC-5 to UTC+1");
    }

    @Test
    void georgiaAmongStatesIsAState() {
        var where = new Listing.Where(List.of("Remote, Georgia, Texas, US"), null, List.of());
        assertThat(READER.read(where, "Project Manager", "").workFrom()).containsExactly("US");
    }
}
