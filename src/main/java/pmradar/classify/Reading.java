package pmradar.classify;

import java.util.List;

/// A posting read once: its words, the phrases found in them, and how it was cut.
///

record Reading(Words words, Marks marks, List<TermMatch> terms, Cut cut) {}
