package pmradar.cli;

import pmradar.classify.Verdict;
import pmradar.posting.Pay;
import pmradar.posting.Place;
import pmradar.posting.Posting;
import tools.jackson.databind.node.ObjectNode;

/// A posting as a JSON object.
final class PostingJson {
    private PostingJson() {}

    static ObjectNode of(Posting posting) {
        var json = Json.MAPPER.createObjectNode();
        json.put("id", posting.id().toString());
        json.put("title", posting.title());
        json.put("company", posting.company());
        posting.places().stream().map(Place::raw).forEach(json.putArray("locations")::add);
        json.put("remote", VerdictJson.word(posting.remote()));
        if (posting.pay() != null) write(posting.pay(), json.putObject("pay"));
        posting.workFrom().stream().sorted().forEach(json.putArray("work_from")::add);
        posting.contradictions().forEach(json.putArray("contradictions")::add);
        if (posting.seniority() != null) json.put("seniority", VerdictJson.word(posting.seniority()));
        json.put("url", posting.url());
        json.put("first_seen", posting.life().firstSeen().toString());
        if (posting.life().claimedPosted() != null)
            json.put("posted_at", posting.life().claimedPosted().toString());
        if (posting.life().claimedAs() != null)
            json.put("posted_as", posting.life().claimedAs());
        posting.sightings().forEach(sighting -> json.withArray("feeds").add(sighting.feedId()));
        json.put("sample", posting.sample());
        VerdictJson.write(new Verdict.Tagged(posting.classification()), json);
        return json;
    }

    private static void write(Pay pay, ObjectNode to) {
        to.put("min", pay.min());
        to.put("max", pay.max());
        to.put("currency", pay.currency());
        to.put("period", VerdictJson.word(pay.period()));
        to.put("stated", pay.stated());
    }
}
