package pmradar.posting;

/// What a draft is to a known posting.
sealed interface Kinship {

    /// The posting itself, seen elsewhere or again.
    ///
    /// @param why in words
    record Same(String why) implements Kinship {}

    /// Another posting with its text, as agencies publish them.
    record Copy(String why) implements Kinship {}

    record Stranger() implements Kinship {}
}
