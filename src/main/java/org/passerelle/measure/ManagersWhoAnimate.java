package org.passerelle.measure;

import java.util.ArrayList;
import java.util.List;

/**
 * How many of the managers animate a community, beside how many of the others do: whether an organisation leads by
 * drawing people in. Of everybody and of each group, as shares with Wilson's interval ({@link Proportion}).
 *
 * <p>Ours; no paper. Who animates is decided elsewhere, by a threshold that a null sets. O(n).
 */
public final class ManagersWhoAnimate {
    private ManagersWhoAnimate() {}

    /**
     * Who is what.
     *
     * @param managers whether each person has reports
     * @param animators whether each person animates a community
     * @param groups group of each person, -1 for none: counted in the whole only
     */
    public record Parameters(boolean[] managers, boolean[] animators, int[] groups) {
        /** Copies; refuses different lengths. */
        public Parameters {
            managers = managers.clone();
            animators = animators.clone();
            groups = groups.clone();
            if (managers.length != animators.length || managers.length != groups.length) {
                throw new IllegalArgumentException("Three arrays of one length, not " + managers.length + ", "
                        + animators.length + " and " + groups.length);
            }
        }
    }

    /**
     * Some people.
     *
     * @param managers the managers among them who animate
     * @param others the others who do
     */
    public record Share(Proportion managers, Proportion others) {}

    /** By group, and of everybody. */
    public record Result(List<Share> groups, Share whole) {}

    /** The shares. */
    public static Result compute(Parameters parameters) {
        int count = Groups.count(parameters.groups());
        long[][] people = new long[2][count + 1];
        long[][] animating = new long[2][count + 1];
        for (int person = 0; person < parameters.groups().length; person++) {
            int kind = parameters.managers()[person] ? 0 : 1;
            int animates = parameters.animators()[person] ? 1 : 0;
            people[kind][count]++;
            animating[kind][count] += animates;
            if (parameters.groups()[person] >= 0) {
                people[kind][parameters.groups()[person]]++;
                animating[kind][parameters.groups()[person]] += animates;
            }
        }
        List<Share> shares = new ArrayList<>();
        for (int group = 0; group <= count; group++) {
            shares.add(new Share(
                    Proportion.of(animating[0][group], people[0][group]),
                    Proportion.of(animating[1][group], people[1][group])));
        }
        Share whole = shares.removeLast();
        return new Result(List.copyOf(shares), whole);
    }
}
