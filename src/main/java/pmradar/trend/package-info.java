/// Postings → daily counts → report: what the market asks for, over time, with the method beside every figure.
@ApplicationModule(allowedDependencies = {"posting", "classify", "search"})
@NullMarked
package pmradar.trend;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
