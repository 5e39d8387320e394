package org.passerelle.wirearchy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every chain of managers that somebody ever had, each kept once: a chain is its last person and the chain of
 * that person's manager. Two people's chains of one day meet in the chain of their lowest common superior, so
 * steps up from both give their distance in that day's tree. A chain has a larger number than its manager's.
 */
final class ReportingTrie {
    /** The distance of people in different trees. */
    static final int APART = Integer.MAX_VALUE;
    /** The chain above the top. */
    static final int NOTHING = -1;
    /** A profile that is no longer needed; never written to. */
    private static final long[] RELEASED = {};

    private final Map<Long, Integer> numbers = new HashMap<>();
    private final List<Integer> above = new ArrayList<>();
    private final List<Integer> depths = new ArrayList<>();

    /** The chain that ends with the person, below the manager's chain or {@link #NOTHING}. */
    int chain(int managerChain, int person) {
        long key = ((long) managerChain + 1) << 32 | person;
        Integer known = numbers.get(key);
        if (known != null) {
            return known;
        }
        int number = above.size();
        numbers.put(key, number);
        above.add(managerChain);
        depths.add(managerChain == NOTHING ? 0 : depths.get(managerChain) + 1);
        return number;
    }

    /** Number of chains. */
    int size() {
        return above.size();
    }

    /** The chain of the manager, or {@link #NOTHING}. */
    int above(int chain) {
        return above.get(chain);
    }

    /** Steps from one chain's end over the lowest common superior to the other's; {@link #APART} without one. */
    int distance(int one, int other) {
        int steps = 0;
        int left = one;
        int right = other;
        while (left != right) {
            // The larger number cannot be above the smaller one.
            if (left > right) {
                left = above.get(left);
            } else {
                right = above.get(right);
            }
            if (left == NOTHING || right == NOTHING) {
                return APART;
            }
            steps++;
        }
        return steps;
    }

    /**
     * How many pairs are at every distance.
     *
     * @param people number of people at every chain
     */
    Map<Integer, Long> pairs(int[] people) {
        Map<Integer, Long> pairs = new HashMap<>();
        // By chain, how many people are so many steps below it; place 0 is filled when the chain is reached.
        long[][] profiles = new long[size()][1];
        long all = 0;
        long together = 0;
        for (int chain = size() - 1; chain >= 0; chain--) {
            all += people[chain];
            long[] below = profiles[chain];
            // Two people never share a chain, so a chain's own person pairs only with those below.
            for (int depth = 1; depth < below.length; depth++) {
                together += count(pairs, depth, people[chain] * below[depth]);
            }
            below[0] = people[chain];
            profiles[chain] = RELEASED;
            int parent = above(chain);
            if (parent != NOTHING) {
                together += merge(profiles, parent, below, pairs);
            }
        }
        pairs.merge(APART, all * (all - 1) / 2 - together, Long::sum);
        return pairs;
    }

    /** Adds a subtree to its parent's profile and counts the pairs that meet in the parent. */
    private static long merge(long[][] profiles, int parent, long[] below, Map<Integer, Long> pairs) {
        long[] before = profiles[parent];
        long[] after = Arrays.copyOf(before, Math.max(before.length, below.length + 1));
        long counted = 0;
        for (int depth = 0; depth < below.length; depth++) {
            for (int other = 1; other < before.length && below[depth] > 0; other++) {
                counted += count(pairs, depth + 1 + other, below[depth] * before[other]);
            }
            after[depth + 1] += below[depth];
        }
        profiles[parent] = after;
        return counted;
    }

    private static long count(Map<Integer, Long> pairs, int distance, long number) {
        if (number > 0) {
            pairs.merge(distance, number, Long::sum);
        }
        return number;
    }
}
