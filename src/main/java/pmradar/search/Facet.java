package pmradar.search;

/// What postings can be narrowed by, each value wanted or unwanted.
public enum Facet {
    LABEL("label"),
    DOMAIN("domain"),
    BAND("band"),
    FAMILY("family"),
    REMOTE("remote"),
    COUNTRY("country"),
    PLACE("place"),
    PAY("pay"),
    COMPANY("company"),
    REQUIRES("requires"),
    PREFERS("prefers"),
    CERTIFICATE("cert"),
    YEARS("years"),
    EMPLOYMENT("employment"),
    LANGUAGE("language"),
    FEED("feed"),
    AGE("age");

    private final String key;

    Facet(String key) {
        this.key = key;
    }

    /// The name in URLs, the query language and the API.
    public String key() {
        return key;
    }
}
