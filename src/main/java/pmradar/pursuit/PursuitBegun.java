package pmradar.pursuit;

/// A person began to pursue a posting. Says only that there is something to look at.
public record PursuitBegun(long account) {}
