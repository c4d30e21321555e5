package pmradar.pursuit;

/// How people like the pages.
public interface Preferences {

    /// As the person set them, else as usual.
    Preference of(long account);

    void set(long account, Preference preference);

    /// Makes everything as usual again.
    void forget(long account);
}
