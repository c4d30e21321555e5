/// From outside to listings: fetching politely, parsing what each feed type speaks, and knowing how each feed fares.
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package pmradar.feed;
