/// Pages and the HTTP API: the door for people and programs.
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "feed",
            "classify",
            "posting",
            "ingest",
            "search",
            "account",
            "pursuit",
            "alert",
            "alert :: channel",
            "trend",
            "report"
        })
@org.jspecify.annotations.NullMarked
package pmradar.web;
