package org.passerelle.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.passerelle.api.BadUserInput;

/**
 * What an address says about an export: the arguments of the API's question under their own names. A window is written
 * as its two days, {@code from} and {@code to}; those of {@code compare} as {@code beforeFrom}, {@code beforeTo},
 * {@code afterFrom} and {@code afterTo}; a list repeats its name.
 *
 * @param values by name; each name has at least one
 */
record ExportArguments(Map<String, List<String>> values) {
    private static final Set<String> NUMBERS = Set.of("unitDepth", "first");
    private static final Set<String> LISTS = Set.of("channels", "between");
    private static final Map<String, List<String>> DAYS = Map.of(
            "from", List.of("window", "from"),
            "to", List.of("window", "to"),
            "beforeFrom", List.of("before", "from"),
            "beforeTo", List.of("before", "to"),
            "afterFrom", List.of("after", "from"),
            "afterTo", List.of("after", "to"));

    /** Copies the map. */
    ExportArguments {
        values = Map.copyOf(values);
    }

    /** What an address says; refuses a name that the export does not have. */
    static ExportArguments of(Exported exported, Map<String, List<String>> given) {
        Set<String> known = known(exported);
        for (Map.Entry<String, List<String>> entry : given.entrySet()) {
            if (!known.contains(entry.getKey())) {
                throw new BadUserInput("'" + exported.title() + "' has no argument `" + entry.getKey() + "`; it has "
                        + String.join(", ", new TreeSet<>(known)) + ".");
            }
            if (entry.getValue().size() != 1 && !LISTS.contains(entry.getKey())) {
                throw new BadUserInput("`" + entry.getKey() + "` is given once.");
            }
        }
        return new ExportArguments(given);
    }

    private static Set<String> known(Exported exported) {
        Set<String> window = Set.of("from", "to", "snapshot");
        Set<String> cut = Set.of("dimension", "unitDepth");
        Set<String> further =
                switch (exported) {
                    case SILOS, GROUPS, CLUSTERS -> Set.of("channels");
                    case BRIDGES -> Set.of("between", "by", "first");
                    case BRIDGE_TIES -> Set.of("kind", "first");
                    case NETWORK, NODES -> Set.of("granularity", "first");
                    case INTRODUCTIONS -> Set.of("between", "first");
                    case TRANSVERSE_TOPICS, TOPICS_APART -> Set.of("first");
                    case SHORTCUTS, SHORTCUT_TIES -> Set.of("unitDepth");
                    case COMPARE, COMPARE_GROUPS ->
                        Set.of("snapshot", "beforeFrom", "beforeTo", "afterFrom", "afterTo", "initiative");
                    case WIREARCHY -> Set.of();
                };
        Set<String> known = new TreeSet<>(further);
        if (!exported.field().equals("compare")) {
            known.addAll(window);
        }
        if (!exported.field().equals("wirearchy")) {
            known.addAll(cut);
        }
        return known;
    }

    /** The same with one argument more, or another one of that name. */
    ExportArguments with(String name, String value) {
        Map<String, List<String>> more = new LinkedHashMap<>(values);
        more.put(name, List.of(value));
        return new ExportArguments(more);
    }

    /** As variables of the question; without those that this half of a network does not take. */
    Map<String, Object> variables(Exported exported) {
        Set<String> known = known(exported);
        Map<String, Object> variables = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> entry : new TreeMap<>(values).entrySet()) {
            String name = entry.getKey();
            List<String> given = entry.getValue();
            if (DAYS.containsKey(name)) {
                List<String> place = DAYS.getOrDefault(name, List.of());
                // The window as a whole, with the other day if it was there before.
                Map<String, Object> window = new LinkedHashMap<>();
                if (variables.get(place.getFirst()) instanceof Map<?, ?> before) {
                    before.forEach((day, value) -> window.put(String.valueOf(day), value));
                }
                window.put(place.getLast(), given.getFirst());
                variables.put(place.getFirst(), window);
            } else if (known.contains(name)) {
                variables.put(name, value(name, given));
            }
        }
        return variables;
    }

    private static Object value(String name, List<String> given) {
        if (LISTS.contains(name)) {
            return new ArrayList<>(given);
        }
        if (!NUMBERS.contains(name)) {
            return given.getFirst();
        }
        try {
            return Integer.valueOf(given.getFirst());
        } catch (NumberFormatException _) {
            throw new BadUserInput("`" + name + "` is a whole number, not '" + given.getFirst() + "'.");
        }
    }
}
