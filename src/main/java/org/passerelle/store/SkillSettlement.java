package org.passerelle.store;

import java.util.List;
import java.util.Map;
import org.neo4j.driver.Value;
import org.passerelle.topic.TopicName;
import org.passerelle.topic.TopicNames;

/**
 * Brings the skills that the organisation declares in line with the topics there are: each skill names one topic, that of
 * its words in any inflection, else that of a line of the company's glossary, else that of the same Greek or Latin roots in
 * the other language, else one made for it. Skills are kept as they were written, so that they find their topic anew
 * whenever topics are found anew.
 */
final class SkillSettlement {
    private final Store store;
    private final Glossary glossary;

    SkillSettlement(Store store, Glossary glossary) {
        this.store = store;
        this.glossary = glossary;
    }

    /** What makes two spellings one skill. */
    static String key(String name) {
        return TopicName.key(name);
    }

    /** Whether a skill has no topic yet. */
    boolean isDue() {
        return store.read("read/skills-without-topic", Map.of(), row -> row.get("due")
                        .asBoolean())
                .getFirst();
    }

    private record Skill(String key, String name) {}

    /** Gives each skill its topic; topics that only skills named before and none names now go. */
    void settle() {
        List<Skill> skills = store.read(
                "read/skills",
                Map.of(),
                row -> new Skill(row.get("key").asString(), row.get("name").asString()));
        if (skills.isEmpty()) {
            return;
        }
        TopicNames names = new TopicNames(glossary.lines());
        // Topics that were made for skills only take no part: they make way for those that texts or people name.
        store.read("read/topics-to-name", Map.of(), row -> {
            String id = row.get("id").asString();
            names.add(id, row.get("names").asList(Value::asString));
            return id;
        });
        Columns named = Columns.of("skills", "topics", "names");
        for (Skill skill : skills) {
            String topic = names.find(skill.name()).orElseGet(() -> {
                String made = TopicSettlement.id(skill.key());
                names.add(made, List.of(skill.name()));
                return made;
            });
            named.add(skill.key(), topic, skill.name());
        }
        store.write(transaction -> {
            transaction.run("load/delete-skill-topics", Map.of());
            transaction.run("load/skill-topics", named);
            transaction.run("load/delete-unnamed-topics", Map.of());
            transaction.run("load/topic-changed", Map.of());
            return true;
        });
    }
}
