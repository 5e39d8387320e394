package org.passerelle.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of a batch as one list a column: what Bolt carries fastest. */
final class Columns {
    private final String[] names;
    private final Map<String, List<@Nullable Object>> lists = new LinkedHashMap<>();
    private final Map<String, Object> constants = new HashMap<>();
    private int rows;

    private Columns(String... names) {
        this.names = names;
        for (String name : names) {
            lists.put(name, new ArrayList<>());
        }
    }

    /** Empty columns of these names. */
    static Columns of(String... names) {
        return new Columns(names);
    }

    /** Adds a parameter that is the same for every row. */
    Columns with(String name, Object value) {
        constants.put(name, value);
        return this;
    }

    /** Adds a row, its values in the order of the names. */
    void add(@Nullable Object... values) {
        if (values.length != names.length) {
            throw new IllegalArgumentException("A row needs " + names.length + " values, not " + values.length);
        }
        for (int column = 0; column < names.length; column++) {
            List<@Nullable Object> list = lists.get(names[column]);
            if (list != null) {
                list.add(values[column]);
            }
        }
        rows++;
    }

    /** Number of rows. */
    int rows() {
        return rows;
    }

    /** The parameters of a statement over these rows. */
    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>(constants);
        parameters.putAll(lists);
        return parameters;
    }
}
