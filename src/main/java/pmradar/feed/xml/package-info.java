/// Reads XML as it comes from outside.
@org.jspecify.annotations.NullMarked
package pmradar.feed.xml;
