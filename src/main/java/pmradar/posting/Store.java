package pmradar.posting;

import jakarta.persistence.EntityManager;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The tables of the room and what belongs to writing in them.
@Component
record Store(
        PostingTable postings,
        SightingTable sightings,
        Contents contents,
        Revisions revisions,
        Versions versions,
        EntityManager entities,
        ApplicationEventPublisher events,
        JdbcClient jdbc,
        PostingSettings settings) {}
