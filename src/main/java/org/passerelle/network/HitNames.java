package org.passerelle.network;

import java.util.List;
import java.util.function.IntFunction;

/**
 * What the numbers of {@link HitColumns} stand for.
 *
 * @param keys key of the contribution at each position
 * @param people who made them or is named in them
 * @param discussions what they belong to
 * @param communities where they were made
 */
public record HitNames(IntFunction<String> keys, People people, Numbered discussions, Numbered communities) {
    /**
     * People of one answer.
     *
     * @param register where they have numbers that stay
     * @param registered each one's number there
     * @param added ids of those who come after them and are in no register
     */
    public record People(Register register, int[] registered, List<String> added) {
        /** Copies the list, not the numbers. */
        public People {
            added = List.copyOf(added);
        }

        /** How many. */
        public int count() {
            return registered.length + added.size();
        }

        /** The id of one by number. */
        public String id(int person) {
            return person < registered.length
                    ? register.ids().get(registered[person])
                    : added.get(person - registered.length);
        }
    }

    /**
     * People by a number that is the same in many answers, so that whatever else is known of them can be looked up once for
     * all; equal to itself only.
     */
    public static final class Register {
        private final List<String> ids;

        /** Numbers people by their places in this list. */
        public Register(List<String> ids) {
            this.ids = List.copyOf(ids);
        }

        /** Everybody, by number. */
        public List<String> ids() {
            return ids;
        }
    }

    /** Things numbered from 0 to before {@code count}, and the id of each. */
    public record Numbered(int count, IntFunction<String> id) {}
}
