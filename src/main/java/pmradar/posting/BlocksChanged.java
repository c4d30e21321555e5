package pmradar.posting;

/// A rule of the block list came or went; stored postings are to follow.
record BlocksChanged() {}
