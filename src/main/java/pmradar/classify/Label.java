package pmradar.classify;

/// Whether a project-management posting asks for expertise in a technical field as well.
public enum Label {
    TECHNICAL,
    GENERAL
}
