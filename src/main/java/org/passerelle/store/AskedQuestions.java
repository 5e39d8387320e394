package org.passerelle.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.passerelle.network.AskedQuestion;
import org.passerelle.network.ContributionKind;

/** The questions that were asked so far, with who answered them. */
public final class AskedQuestions {
    private static final List<String> OPENING = List.of(
            ContributionKind.QUESTION.name(),
            ContributionKind.POST.name(),
            ContributionKind.TICKET.name(),
            ContributionKind.DOCUMENT.name());

    private AskedQuestions() {}

    /** All of them, in time order, then in order of key. */
    public static List<AskedQuestion> of(Store store) {
        return store.read("read/asked-questions", Map.of("kinds", OPENING), AskedQuestions::question).stream()
                .sorted(Comparator.comparing(AskedQuestion::at).thenComparing(AskedQuestion::key))
                .toList();
    }

    private static AskedQuestion question(Record row) {
        return new AskedQuestion(
                row.get("key").asString(),
                Instant.ofEpochMilli(row.get("at").asLong()),
                row.get("asker").asString(),
                row.get("about").asString(),
                row.get("text").asString(),
                row.get("community").asString(null),
                row.get("answers").asList(AskedQuestions::answer));
    }

    private static AskedQuestion.Answer answer(Value row) {
        return new AskedQuestion.Answer(
                row.get(0).asString(),
                Instant.ofEpochMilli(row.get(1).asLong()),
                row.get(2).asBoolean(),
                row.get(3).asString());
    }
}
