/// Finds postings for criteria, and criteria for a posting, with one translation for both.
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"posting", "classify"})
@org.jspecify.annotations.NullMarked
package pmradar.search;
