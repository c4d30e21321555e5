-- A page asks for its feed's listings by their ids. H2 looks an `in` list up only by the first column of an index.
create unique index posting_sighting_by_listing on posting_sighting (external_id, feed_id);
create index posting_sighting_by_feed on posting_sighting (feed_id);
drop index posting_sighting_by_external_id;
