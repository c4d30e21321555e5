package pmradar.classify;

/// A phrase of the lexicon found in a text.
///
/// @param first @param last words, both inclusive
record Mark(int first, int last, Cue cue) {

    int length() {
        return last - first + 1;
    }
}
