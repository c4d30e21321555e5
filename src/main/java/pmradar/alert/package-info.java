/// Saved searches: who wants which postings, what was found for them, and how they hear of it. Also what
/// became of a person's own postings, and, for owners, of feeds.
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"posting", "search", "classify", "account", "pursuit", "feed", "feed :: outbound"})
@org.jspecify.annotations.NullMarked
package pmradar.alert;
