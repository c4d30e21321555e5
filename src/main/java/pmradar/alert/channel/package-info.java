/// One class per way out: where a digest may go, and how it is written there.
@org.jspecify.annotations.NullMarked
package pmradar.alert.channel;
