package pmradar.search;

/// What postings can be narrowed by, each value wanted or unwanted.
public enum Facet {
    LABEL("label"),
    DOMAIN("domain"),
    BAND("band"),
    FAMILY("family"),
    REMOTE("remote"),
    /// From where one may work.
    FROM("from"),
    COUNTRY("country"),
    PLACE("place"),
    PAY("pay"),
    COMPANY("company"),
    REQUIRES("requires"),
    PREFERS("prefers"),
    CERTIFICATE("cert"),
    YEARS("years"),
    EMPLOYMENT("employment"),
    SENIORITY("seniority"),
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
