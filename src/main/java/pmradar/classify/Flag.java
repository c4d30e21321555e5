package pmradar.classify;

/// What a reader should know beside the label.
public enum Flag {
    TITLE_SAYS_TECHNICAL("title-says-technical"),
    INSUFFICIENT_TEXT("insufficient-text"),
    BORDERLINE("borderline"),
    LANGUAGE_NOT_SUPPORTED("language-not-supported");

    private final String tag;

    Flag(String tag) {
        this.tag = tag;
    }

    public String tag() {
        return tag;
    }
}
