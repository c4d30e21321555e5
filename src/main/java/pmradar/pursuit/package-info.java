/// What a person does about postings: saves, hides, applies, waits; and how that person likes the pages.
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"posting", "account"})
@org.jspecify.annotations.NullMarked
package pmradar.pursuit;
