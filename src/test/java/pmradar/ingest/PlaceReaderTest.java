package pmradar.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pmradar.feed.Listing;
import pmradar.feed.Workplace;
import pmradar.posting.Place;
import pmradar.posting.Remote;

class PlaceReaderTest {
    private static final PlaceReader READER = new PlaceReader();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Kirkland, WA, United States | Kirkland | Washington | US",
                "New York, NY | New York | New York | US",
                "NYC | New York | New York | US",
                "Berlin, DE | Berlin | - | DE",
                "Berlin | Berlin | - | DE",
                "Wilmington, DE | Wilmington | Delaware | US",
                "München, Deutschland | Munich | - | DE",
                "Toronto, ON, CA | Toronto | Ontario | CA",
                "San Jose, CA | San Jose | California | US",
                "San José, Costa Rica | San José | - | CR",
                "Cambridge, MA | Cambridge | Massachusetts | US",
                "Cambridge, UK | Cambridge | - | GB",
                "London, United Kingdom | London | - | GB",
                "London, Ontario | London | Ontario | CA",
                "Atlanta, Georgia | Atlanta | Georgia | US",
                "Tbilisi, Georgia | Tbilisi | - | GE",
                "Georgia | - | - | GE",
                "California | - | California | US",
                "Remote - US | - | - | US",
                "Remote (Germany) | - | - | DE",
                "Skaneateles, NY | Skaneateles | New York | US",
                "Bangalore, IN | Bangalore | - | IN",
                "Bloomington, IN | Bloomington | Indiana | US",
                "Genève, Suisse | Geneva | - | CH",
                "Tokyo, Japan | Tokyo | - | JP",
                "Washington, DC | Washington | District of Columbia | US",
                "United States | - | - | US",
                "80331 München | Munich | - | DE",
                "Hybrid - Sydney, NSW | Sydney | New South Wales | AU",
                "France | - | - | FR",
                "Paris, France (Hybrid) | Paris | - | FR",
                "Luxembourg | - | - | LU",
                "Singapore | - | - | SG",
            })
    void readsCityRegionAndCountry(String raw, String city, String region, String country) {
        assertThat(read(raw).places()).containsExactly(new Place(raw, city, region, country));
    }

    @Test
    void readsSeveralPlacesOfOneField() {
        assertThat(read("London, UK; Berlin | Paris or Madrid").places())
                .extracting(Place::city)
                .containsExactly("London", "Berlin", "Paris", "Madrid");
    }

    @Test
    void namesNoPlaceWhereThereIsNone() {
        assertThat(read("Remote").places()).isEmpty();
        assertThat(read("Anywhere").remote()).isEqualTo(Remote.REMOTE);
    }

    @Test
    void readsRemoteFromFieldLocationTitleAndText() {
        assertThat(remote(Workplace.HYBRID, "Remote", "Remote PM", "")).isEqualTo(Remote.HYBRID);
        assertThat(remote(null, "Remote, Germany", "PM", "")).isEqualTo(Remote.REMOTE);
        assertThat(remote(null, "Graz (hybrid)", "PM", "")).isEqualTo(Remote.HYBRID);
        assertThat(remote(null, "Graz", "Project Manager (Remote)", "")).isEqualTo(Remote.REMOTE);
        assertThat(remote(null, "Graz", "Project Manager, Remote Sensing", "")).isEqualTo(Remote.UNKNOWN);
        assertThat(remote(null, "Graz", "PM", "This role is fully remote.")).isEqualTo(Remote.REMOTE);
        assertThat(remote(null, "Graz", "PM", "This is not a remote position.")).isEqualTo(Remote.ON_SITE);
        assertThat(remote(null, "Graz", "PM", "You lead remote teams.")).isEqualTo(Remote.UNKNOWN);
        assertThat(remote(null, "Graz", "PM", "Our hybrid working model gives you room."))
                .isEqualTo(Remote.HYBRID);
    }

    private static PlaceReader.Where read(String raw) {
        return READER.read(new Listing.Where(List.of(raw), null, List.of()), "Project Manager", "");
    }

    private static Remote remote(Workplace stated, String location, String title, String text) {
        return READER.read(new Listing.Where(List.of(location), stated, List.of()), title, text)
                .remote();
    }

    private static Listing.Where where(String location) {
        return new Listing.Where(List.of(location), null, List.of());
    }

    @Test
    void aListOfStatesOrCountriesIsSoManyPlaces() {
        var states = READER.read(where("Alabama, Georgia, Texas, Florida, US"), "Project Manager", "");
        assertThat(states.places()).extracting(Place::region).containsExactly("Alabama", "Georgia", "Texas", "Florida");
        assertThat(states.places()).extracting(Place::country).containsOnly("US");
        var countries = READER.read(where("Argentina, Brazil, Chile"), "Project Manager", "");
        assertThat(countries.places()).extracting(Place::country).containsExactly("AR", "BR", "CL");
        assertThat(READER.read(where("New York, New York, United States"), "x", "")
                        .places())
                .singleElement()
                .satisfies(place -> assertThat(place.city()).isEqualTo("New York"));
    }

    @Test
    void readsCodesBeforeTheCity() {
        assertThat(READER.read(where("US-WA-Seattle"), "x", "").places())
                .singleElement()
                .satisfies(place -> {
                    assertThat(place.city()).isEqualTo("Seattle");
                    assertThat(place.country()).isEqualTo("US");
                });
        assertThat(READER.read(where("Anywhere in the World"), "x", "").places())
                .isEmpty();
    }

    @Test
    void saysFromWhereRemoteWorkMayBeDone() {
        assertThat(READER.read(where("Remote - US"), "x", "").eligible()).containsExactly("US");
        assertThat(READER.read(where("Remote, EMEA; Remote, Canada"), "x", "").eligible())
                .containsExactly("EMEA", "Canada");
        assertThat(READER.read(where("Remote"), "Project Manager (Remote - UK)", "")
                        .eligible())
                .containsExactly("UK");
        assertThat(READER.read(where("Graz, Austria"), "x", "").eligible()).isEmpty();
        assertThat(READER.read(where("Hybrid - Germany"), "x", "").eligible()).isEmpty();
    }

    @Test
    void partlyRemoteIsHybridAndAFieldInTheTextBeatsItsProse() {
        assertThat(remote(null, "40% remote, 60% vor Ort", "x", "")).isEqualTo(Remote.HYBRID);
        assertThat(remote(null, "Graz", "85% Remote: Projektleiter", "")).isEqualTo(Remote.HYBRID);
        assertThat(remote(null, "Graz", "Projektleiter", "Rahmen\n40 % vor Ort\n60 % Remote"))
                .isEqualTo(Remote.HYBRID);
        assertThat(remote(null, "Graz", "x", "We offer hybrid work options.\nWork Location Model: On-Site"))
                .isEqualTo(Remote.ON_SITE);
        assertThat(remote(null, "Graz", "x", "This is not a remote role (hybrid work may be agreed)."))
                .isEqualTo(Remote.ON_SITE);
        assertThat(remote(null, "Graz", "Account Lead", "Account Lead (US - Remote)\nYou plan."))
                .isEqualTo(Remote.REMOTE);
        assertThat(remote(null, "Graz", "x", "Einsatzort: 100% remote")).isEqualTo(Remote.REMOTE);
    }
}
