/// Saved searches: who wants which postings, what was found for them, and how they hear of it.
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"posting", "search", "classify", "account", "feed :: outbound"})
@org.jspecify.annotations.NullMarked
package pmradar.alert;
