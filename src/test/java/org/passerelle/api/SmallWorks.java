package org.passerelle.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.ingest.Format;
import org.passerelle.ingest.Load;
import org.passerelle.ingest.LoadRequest;
import org.passerelle.store.GraphWriter;
import org.passerelle.store.Store;
import tools.jackson.databind.json.JsonMapper;

/**
 * A works of nine people, loaded from files. Cid, dan, fay and eve have answered on cavitation; eve has left since. Ann
 * and cid both know bob well, dan less, and gus, who is written to by everybody. Ann has asked openly about bearings.
 */
final class SmallWorks {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant START = Instant.parse("2025-01-06T09:00:00Z");

    private final Path folder;
    private final List<String> lines = new ArrayList<>();

    SmallWorks(Path folder) {
        this.folder = folder;
    }

    void load(Store store) throws IOException {
        organisation();
        contributions();
        Path file = Files.write(folder.resolve("works.jsonl"), lines);
        Path mapping = Files.writeString(folder.resolve("works.yml"), "source: works\naccounts: PERSON\n");
        Load.run(
                LoadRequest.of(Format.ORGANISATION, List.of(folder.resolve("organisation")), folder.resolve("aside")),
                new GraphWriter(store));
        Load.run(
                LoadRequest.of(Format.JSONL, List.of(file), folder.resolve("aside"))
                        .withMapping(mapping),
                new GraphWriter(store));
    }

    private void organisation() throws IOException {
        Path to = Files.createDirectories(folder.resolve("organisation"));
        Files.writeString(to.resolve("people.csv"), """
                id,name,left
                ann,Ann,
                bob,Bob,
                cid,Cid,
                dan,Dan,
                eve,Eve,2025-06-30
                fay,Fay,
                gus,Gus,
                hal,Hal,
                ida,Ida,
                """);
        Files.writeString(to.resolve("groups.csv"), """
                id,name,dimension
                unit:pumps,Pumps,UNIT
                unit:sales,Sales,UNIT
                site:lyon,Lyon,SITE
                community:flow,Flow,COMMUNITY
                community:bearings,Bearings,COMMUNITY
                """);
        Files.writeString(to.resolve("memberships.csv"), """
                person,group,primary
                ann,unit:sales,yes
                bob,unit:sales,yes
                cid,unit:pumps,yes
                cid,site:lyon,no
                dan,unit:pumps,yes
                fay,unit:pumps,yes
                gus,unit:pumps,yes
                hal,unit:sales,yes
                hal,community:bearings,no
                ida,unit:sales,yes
                """);
    }

    private void contributions() {
        // The days with data begin with the first exchange.
        message("first", -1, "ida", "hal");
        said(
                "q1",
                0,
                "QUESTION",
                "hal",
                "community:flow",
                "Cavitation in the feed pump",
                "How do we stop it?",
                Map.of());
        answered("a-cid", 1, "cid", "q1", "Against cavitation lower the speed. 😀 The pump of the café ran dry.", "en");
        said("q4", 3, "QUESTION", "ida", "community:flow", "Bruit de pompe", "D'où vient-il ?", Map.of());
        answered("a-cid-fr", 4, "cid", "q4", "La cavitation vient d'une pression trop basse à l'entrée.", "fr");
        answered("a-dan", 2, "dan", "q1", "Cavitation also eats the impeller.", "en");
        answered("a-fay", 2, "fay", "q1", "Cavitation is heard first.", "en");
        answered("a-eve", 2, "eve", "q1", "Cavitation needs a bigger pipe.", "en");
        said(
                "q2",
                200,
                "QUESTION",
                "ann",
                "community:bearings",
                "Bearings run hot",
                "Grease or oil for bearings?",
                Map.of());
        said("q3", 20, "QUESTION", "ida", "community:bearings", "Which grease", "For bearings of the mill?", Map.of());
        answered("a3", 21, "hal", "q3", "For bearings take lithium grease.", "en");
        answered("a2", 201, "bob", "q2", "Bearings like oil, I was told.", "en");
        said("zh", 30, "POST", "dan", "community:flow", "泵的维护", "如何防止泵气蚀", Map.of("language", "zh"));
        said("ar", 31, "POST", "dan", "community:flow", "مضخة", "صيانة المضخة في المصنع", Map.of("language", "ar"));
        said(
                "el",
                32,
                "POST",
                "dan",
                "community:flow",
                "Αντλία",
                "Συντήρηση της αντλίας στο εργοστάσιο",
                Map.of("language", "el"));
        said(
                "secret",
                33,
                "POST",
                "ida",
                "community:bearings",
                "Talc",
                "Talcum in the mill",
                Map.of("visibility", "COMMUNITY"));
        for (int time = 0; time < 6; time++) {
            wrote("ann", "bob", 40 + 50 * time);
            wrote("bob", "cid", 41 + 50 * time);
            wrote("ann", "gus", 42 + 50 * time);
            wrote("gus", "cid", 43 + 50 * time);
        }
        for (int time = 0; time < 3; time++) {
            wrote("ann", "dan", 44 + 50 * time);
            wrote("dan", "cid", 45 + 50 * time);
        }
        // Everybody writes to gus in the last days.
        for (int time = 0; time < 15; time++) {
            for (String each : List.of("ann", "hal", "ida")) {
                message(each + " asks gus " + time, 291 + time, each, "gus");
            }
        }
    }

    private void wrote(String one, String other, int day) {
        message(one + " to " + other + day, day, one, other);
        message(other + " to " + one + day, day, other, one);
    }

    private void message(String id, int day, String by, String to) {
        add(id, day, by, Map.of("kind", "MESSAGE", "channel", "mail", "text", "Lunch?", "recipients", List.of(to)));
    }

    private void said(
            String id,
            int day,
            String kind,
            String by,
            String community,
            String subject,
            String text,
            Map<String, Object> more) {
        Map<String, Object> fields = new LinkedHashMap<>(Map.of(
                "kind",
                kind,
                "channel",
                "forum",
                "community",
                community,
                "thread",
                id,
                "subject",
                subject,
                "text",
                text));
        fields.putAll(more);
        add(id, day, by, fields);
    }

    private void answered(String id, int day, String by, String question, String text, String language) {
        add(
                id,
                day,
                by,
                Map.of(
                        "kind",
                        "ANSWER",
                        "channel",
                        "forum",
                        "community",
                        List.of("q1", "q4").contains(question) ? "community:flow" : "community:bearings",
                        "thread",
                        question,
                        "replies_to",
                        question,
                        "text",
                        text,
                        "language",
                        language,
                        "link",
                        "https://forum.example.org/" + id));
    }

    private void add(String id, int day, String by, Map<String, Object> fields) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("id", id);
        all.put("at", START.plus(day, ChronoUnit.DAYS).toString());
        all.put("by", by);
        all.put("visibility", "COMPANY");
        all.putAll(fields);
        lines.add(JSON.writeValueAsString(all));
    }
}
