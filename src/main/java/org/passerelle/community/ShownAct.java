package org.passerelle.community;

/**
 * A contribution that supports a part of somebody's score.
 *
 * @param key of the contribution; of a turn of speech, its first
 * @param count how much it counts for the part
 */
record ShownAct(String key, int count) {}
