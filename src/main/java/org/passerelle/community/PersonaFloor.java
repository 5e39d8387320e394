package org.passerelle.community;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Which counts of personas are withheld: those of fewer people than the floor but not of nobody, and, since the number of
 * contributors is known, so many of the smallest others that at least two are, and together stand for as many people as the
 * floor asks for.
 */
final class PersonaFloor {
    private PersonaFloor() {}

    /** The personas whose count is not shown. */
    static Set<Persona> hidden(Map<Persona, Integer> counts, int peopleMin) {
        Set<Persona> hidden = EnumSet.noneOf(Persona.class);
        counts.forEach((persona, people) -> {
            if (people > 0 && people < peopleMin) {
                hidden.add(persona);
            }
        });
        if (hidden.isEmpty()) {
            return hidden;
        }
        counts.entrySet().stream()
                .filter(entry -> !hidden.contains(entry.getKey()))
                .sorted(Map.Entry.<Persona, Integer>comparingByValue()
                        .thenComparing(Map.Entry::getKey, Comparator.naturalOrder()))
                .forEachOrdered(entry -> {
                    int together = hidden.stream()
                            .mapToInt(persona -> counts.getOrDefault(persona, 0))
                            .sum();
                    if (hidden.size() < 2 || together < peopleMin) {
                        hidden.add(entry.getKey());
                    }
                });
        return hidden;
    }
}
