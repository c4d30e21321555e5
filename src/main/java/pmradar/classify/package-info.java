/// Reads a posting and answers: project management at all, technical or general, and because of which words.
/// Pure: no storage, no network.
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package pmradar.classify;
