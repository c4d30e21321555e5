/// Trend report → document: figures drawn and put into words, as a page shows them, as a file, and as a report that is
/// sent each week or month.
@ApplicationModule(allowedDependencies = {"trend", "search", "posting", "alert", "alert :: channel", "account"})
@NullMarked
package pmradar.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
