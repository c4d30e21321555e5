/// The same work from a terminal: the door for scripts.
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "feed",
            "feed :: type",
            "classify",
            "posting",
            "ingest",
            "search",
            "account",
            "pursuit",
            "alert",
            "trend",
            "report"
        })
@org.jspecify.annotations.NullMarked
package pmradar.cli;
