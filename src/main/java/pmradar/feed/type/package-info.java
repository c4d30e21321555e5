/// One class per feed type: where its first page is, and how its bytes read.
@org.jspecify.annotations.NullMarked
package pmradar.feed.type;
