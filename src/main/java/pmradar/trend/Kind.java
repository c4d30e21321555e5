package pmradar.trend;

/// What a mark of a posting says. The ordinal is stored: new kinds come last.
enum Kind {
    FEED,
    LABEL,
    DOMAIN,
    COUNTRY,
    PLACE,
    COMPANY,
    REMOTE,
    MUST,
    PREFERRED,
    CERTIFICATE,
    YEARS,
    DEGREE,
    RELISTED,
    TITLE,
    TITLE_WORD,
    RULES,
    /// The currency of pay that a field states.
    PAID_IN,
    /// The currency of pay that was read from the text.
    PAID_IN_BY_TEXT
}
