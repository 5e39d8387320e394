package org.passerelle.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A column of texts of which few differ, kept as numbers; a row without a text has a negative number.
 *
 * @param numbers for each row which text
 * @param texts the texts, each once
 * @param byText and back
 */
record IntColumn(int[] numbers, List<String> texts, Map<String, Integer> byText) {
    IntColumn {
        texts = List.copyOf(texts);
    }

    int number(int row) {
        return numbers[row];
    }

    /** The text of a row; empty where it has none. */
    String name(int row) {
        return numbers[row] < 0 ? "" : texts.get(numbers[row]);
    }

    String text(int number) {
        return texts.get(number);
    }

    /** The number of a text; negative where no row has it. */
    int numberOf(String text) {
        return byText.getOrDefault(text, ReadableColumns.NONE);
    }

    int names() {
        return texts.size();
    }

    /** A column while it is read. */
    static final class Builder {
        private final Map<String, Integer> byText = new HashMap<>();
        private final List<String> texts = new ArrayList<>();
        private int[] numbers = new int[1_024];
        private int rows;

        /** The number of a text, which may be new. */
        int number(String text) {
            Integer known = byText.get(text);
            if (known != null) {
                return known;
            }
            byText.put(text, texts.size());
            texts.add(text);
            return texts.size() - 1;
        }

        /** How many texts differ. */
        int size() {
            return texts.size();
        }

        /** The next row; an empty text is none. */
        void add(String text) {
            if (rows == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * rows);
            }
            numbers[rows++] = text.isEmpty() ? ReadableColumns.NONE : number(text);
        }

        IntColumn build() {
            return new IntColumn(Arrays.copyOf(numbers, rows), texts, byText);
        }
    }
}
