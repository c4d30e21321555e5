package pmradar.classify;

/// The field of a technical requirement.
public enum Domain {
    SOFTWARE("software", true),
    INFRASTRUCTURE("infrastructure", true),
    DATA_AI("data-ai", true),
    SECURITY("security", true),
    ENTERPRISE_APPS("enterprise-apps", true),
    ENGINEERING("engineering", false),
    OTHER("other", false);

    private final String tag;
    private final boolean it;

    Domain(String tag, boolean it) {
        this.tag = tag;
        this.it = it;
    }

    /// The name in files, URLs and answers.
    public String tag() {
        return tag;
    }

    /// Whether the field is information technology.
    public boolean it() {
        return it;
    }

    /// @throws IllegalArgumentException for a tag that is none of the seven
    public static Domain ofTag(String tag) {
        for (var domain : values()) {
            if (domain.tag.equals(tag)) return domain;
        }
        throw new IllegalArgumentException("'%s' is no domain".formatted(tag));
    }
}
