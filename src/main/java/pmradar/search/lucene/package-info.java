/// The embedded search engine. Lucene's names stay behind this door.
@org.jspecify.annotations.NullMarked
package pmradar.search.lucene;
