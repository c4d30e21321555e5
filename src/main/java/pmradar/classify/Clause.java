package pmradar.classify;

/// One statement of a posting: a bullet, a sentence, or a part of either.
///
/// @param start @param end UTF-16 offsets into the posting's text, end exclusive
/// @param section the purpose of the text around it
/// @param bullet whether it is an item of a list
record Clause(int start, int end, Section.Kind section, boolean bullet) {}
