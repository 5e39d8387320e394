package org.passerelle.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.ContributionSearch.Hit;
import org.passerelle.network.ContributionSearch.Request;

/** What {@code read/search} answers: the database puts hits and all that hangs on them together, which takes longer. */
final class DatabaseMatches {
    private DatabaseMatches() {}

    /** Hits and all that hangs on them in one statement. */
    static List<Hit> hits(
            Store store, List<Map<String, Object>> searches, Request request, @Nullable List<String> audiences) {
        List<String> places = FullTextSearch.places(request);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("searches", horizonByHorizon(searches));
        parameters.put("limit", request.hitsMax());
        parameters.put("threadMax", FullTextSearch.THREAD_MAX);
        parameters.put("from", Contributions.day(request.window().from()));
        parameters.put("to", Contributions.day(request.window().to()));
        parameters.put("before", request.scope().before().toEpochMilli());
        parameters.put("past", request.scope().past());
        parameters.put("audiences", audiences);
        parameters.put("places", places.isEmpty() ? null : places);
        return store.read("read/search", parameters, DatabaseMatches::hits).getFirst();
    }

    /** The same with one query each. */
    private static List<Map<String, Object>> horizonByHorizon(List<Map<String, Object>> searches) {
        List<Map<String, Object>> each = new ArrayList<>();
        for (Map<String, Object> search : searches) {
            for (Object query : (List<?>) search.getOrDefault("queries", List.of())) {
                Map<String, Object> one = new HashMap<>(search);
                one.put("query", query);
                each.add(one);
            }
        }
        return each;
    }

    private static List<Hit> hits(Record row) {
        List<String> keys = row.get("keys").asList(Value::asString);
        List<Double> scores = row.get("scores").asList(Value::asDouble);
        List<String> people = row.get("people").asList(Value::asString);
        List<String> kinds = row.get("kinds").asList(Value::asString);
        List<Long> ats = row.get("ats").asList(Value::asLong);
        List<String> threads = row.get("threads").asList(Value::asString);
        List<String> subjects = row.get("subjects").asList(Value::asString);
        List<String> communities = row.get("communities").asList(Value::asString);
        List<Boolean> openings = row.get("openings").asList(Value::asBoolean);
        List<Integer> reactions = row.get("reactions").asList(Value::asInt);
        List<Boolean> resolvings = row.get("resolvings").asList(Value::asBoolean);
        List<List<String>> mentions = row.get("mentions").asList(each -> each.asList(Value::asString));
        List<Hit> hits = new ArrayList<>(keys.size());
        for (int at = 0; at < keys.size(); at++) {
            String subject = Text.withoutReply(subjects.get(at));
            String community = communities.get(at);
            String discussion = !threads.get(at).isEmpty()
                    ? threads.get(at)
                    : subject.isEmpty() ? keys.get(at) : community + "\n" + subject;
            hits.add(new Hit(
                    keys.get(at),
                    scores.get(at),
                    people.get(at),
                    ContributionKind.valueOf(kinds.get(at)),
                    Instant.ofEpochMilli(ats.get(at)),
                    discussion,
                    community.isEmpty() ? null : community,
                    openings.get(at) && !Text.saysReply(subjects.get(at)),
                    reactions.get(at),
                    resolvings.get(at),
                    mentions.get(at)));
        }
        return hits;
    }
}
