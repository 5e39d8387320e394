package org.passerelle.adoption;

import java.util.Arrays;
import java.util.BitSet;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.DatedContributions;

/**
 * Which contributions begin something, and after which of them others talk to one another. Thread by thread, over
 * contributions in order of time.
 *
 * <p>A contribution begins something unless it is an answer or a reply, or a message in a thread that is there already.
 * Others talk to one another in a thread when one of them answers another; where the source does not say who is
 * answered, it is who spoke last. Only the {@value #DAYS} days after the beginning count, because some threads of a chat
 * never end.
 */
final class Threads {
    /** Others who talk to one another after somebody who animates. */
    static final int OTHERS_MIN = 3;

    static final int DAYS = 30;

    private final BitSet beginning;
    private final BitSet animating;

    private Threads(BitSet beginning, BitSet animating) {
        this.beginning = beginning;
        this.animating = animating;
    }

    /** Of all contributions up to a day. */
    static Threads of(DatedContributions said, int lastDay) {
        BitSet beginning = new BitSet();
        BitSet animating = new BitSet();
        int[] first = new int[said.threads()];
        int[] lastSpeaker = new int[said.threads()];
        Others[] others = new Others[said.threads()];
        Arrays.fill(first, DatedContributions.NONE);
        for (int row = 0; row < said.size() && said.day(row) <= lastDay; row++) {
            int thread = said.thread(row);
            boolean opens = first[thread] == DatedContributions.NONE;
            if (begins(said.kind(row), opens)) {
                beginning.set(row);
            }
            if (opens) {
                first[thread] = row;
                others[thread] = new Others();
            } else if (said.day(row) <= said.day(first[thread]) + DAYS) {
                int opener = said.person(first[thread]);
                int to = said.answered(row) == DatedContributions.NONE ? lastSpeaker[thread] : said.answered(row);
                int who = said.person(row);
                if (who != opener && to != opener && who != to) {
                    others[thread].add(who);
                    others[thread].add(to);
                    if (others[thread].size >= OTHERS_MIN && beginning.get(first[thread])) {
                        animating.set(first[thread]);
                    }
                }
            }
            lastSpeaker[thread] = said.person(row);
        }
        return new Threads(beginning, animating);
    }

    private static boolean begins(ContributionKind kind, boolean opens) {
        return switch (kind) {
            case ANSWER, REPLY -> false;
            case MESSAGE -> opens;
            case POST, QUESTION, DOCUMENT, TICKET -> true;
        };
    }

    /** Whether a contribution begins something. */
    boolean begins(int row) {
        return beginning.get(row);
    }

    /** Whether enough others talked to one another after it. */
    boolean animates(int row) {
        return animating.get(row);
    }

    /** The first few distinct people; more are not asked about. */
    private static final class Others {
        private final int[] people = new int[OTHERS_MIN];
        private int size;

        void add(int person) {
            for (int place = 0; place < size; place++) {
                if (people[place] == person) {
                    return;
                }
            }
            if (size < people.length) {
                people[size++] = person;
            }
        }
    }
}
