package pmradar.ingest;

/// Takes back in what was set aside as off topic, because a person says so. The listing itself was not kept: its feed
/// is read anew.
public interface SecondLook {

    /// @param reason in the person's words @param by who says so
    /// @return the correction's number; `Corrections.undo` takes it back
    /// @throws IllegalArgumentException if there is no reason, or no such listing was set aside as off topic
    long readmit(String feedId, String externalId, String reason, String by);
}
