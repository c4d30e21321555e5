/// The record of every posting: identity, sightings, life cycle, corrections and the events that tell of them.
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"classify"})
@org.jspecify.annotations.NullMarked
package pmradar.posting;
