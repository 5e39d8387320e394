package org.passerelle.network;

import java.util.List;

/**
 * Something contributions are about: one concept, whatever language or spelling it is written in.
 *
 * @param id stable over loads: it follows from the concept's words
 * @param name as most people write it
 * @param otherNames other spellings and other languages, at most 8
 * @param people how many people contributed on it
 * @param contributions how many contributions are about it
 */
public record Topic(String id, String name, List<String> otherNames, int people, int contributions) {
    /** Most other names. */
    public static final int OTHER_NAMES_MAX = 8;

    /** Copies the list. */
    public Topic {
        otherNames = List.copyOf(otherNames);
        if (id.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("A topic needs an id and a name");
        }
    }
}
