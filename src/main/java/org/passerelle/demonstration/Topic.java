package org.passerelle.demonstration;

import java.util.List;

/**
 * Something people of the company talk about, and what they say of it.
 *
 * @param unit id of the unit one would ask first
 * @param process business process it belongs to
 */
record Topic(String id, String unit, String process, Speech french, Speech english) {
    /** What is said in one language; the first term is the usual one, the others are synonyms. */
    record Speech(List<String> terms, List<String> problems, List<String> advices) {}

    Speech in(boolean inEnglish) {
        return inEnglish ? english : french;
    }
}
