package pmradar.posting;

/// How far up a posting stands, as its title or a field says it.
public enum Seniority {
    INTERN,
    JUNIOR,
    MID,
    SENIOR,
    LEAD,
    DIRECTOR,
    EXECUTIVE
}
