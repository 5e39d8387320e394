package org.passerelle.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.passerelle.network.TopicText;

/** What colleagues could read, all of it, for asking whether topics are found in it. */
public final class TopicTexts {
    private TopicTexts() {}

    /** Every text, in order of time. */
    public static List<TopicText> of(Store store) {
        List<TopicText> texts = new ArrayList<>();
        store.stream("read/topic-texts", Map.of(), row -> texts.add(TopicSettlement.text(row)));
        texts.sort(Comparator.comparing(TopicText::at).thenComparing(TopicText::key));
        return texts;
    }

    /** Names of everybody. */
    public static List<String> names(Store store) {
        return store.read("read/proper-names", Map.of(), row -> row.get("name").asString());
    }

    /** The topics there are, most people first, with how many: what a look at the store shows. */
    public static List<String> topics(Store store) {
        return store.read(
                "read/most-used-topics",
                Map.of(),
                row -> row.get("name").asString() + " (" + row.get("people").asInt() + ")");
    }
}
