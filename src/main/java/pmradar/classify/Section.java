package pmradar.classify;

/// A stretch of a posting that serves one purpose.
///
/// @param start @param end UTF-16 offsets into the posting's text, end exclusive
record Section(Kind kind, int start, int end) {

    enum Kind {
        SUMMARY,
        DUTIES,
        REQUIREMENTS,
        PREFERRED,
        EMPLOYER,
        BENEFITS,
        EQUAL_OPPORTUNITY,
        HOW_TO_APPLY,
        OTHER;

        /// Whether text of this kind may ask something of the person.
        boolean asks() {
            return switch (this) {
                case SUMMARY, DUTIES, REQUIREMENTS, PREFERRED, OTHER -> true;
                case EMPLOYER, BENEFITS, EQUAL_OPPORTUNITY, HOW_TO_APPLY -> false;
            };
        }
    }
}
