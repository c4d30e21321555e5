package pmradar.search;

/// Names postings for criteria, closed ones too: for what counts rather than shows.
public interface PostingSelection {

    /// All that meet the criteria, those included that are closed or hidden; a closed one counts for each feed that
    /// showed it.
    ///
    /// @return ids, lowest first, each once
    long[] select(Criteria criteria);
}
