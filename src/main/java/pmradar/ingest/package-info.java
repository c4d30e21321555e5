/// The line from a listing to a posting, and the clock that drives it.
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"feed", "feed :: type", "classify", "posting"})
@org.jspecify.annotations.NullMarked
package pmradar.ingest;
