package pmradar.classify;

/// The kind of project-management role.
public enum Family {
    PROJECT,
    PROGRAM,
    DELIVERY,
    SCRUM_MASTER,
    COORDINATOR,
    PMO
}
