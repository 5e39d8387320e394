package org.passerelle.bridge;

import org.jspecify.annotations.Nullable;
import org.passerelle.measure.Brokerage;

/**
 * How often somebody plays a role, beside what chance gives.
 *
 * @param groupsDealt network and own group stay, the groups of everybody else are dealt anew; null for somebody
 *     without group, and where fewer than three people have one
 * @param randomGraph groups stay, every ordered pair has a tie with the same chance; null for somebody without group,
 *     and where that is not defined
 */
public record RoleScore(
        BrokerageRole role,
        int count,
        @Nullable Chance groupsDealt,
        @Nullable Chance randomGraph) {
    /**
     * What a null gives.
     *
     * @param deviation standard deviation
     * @param z count minus expected, in deviations; null where nothing varies
     */
    public record Chance(
            double expected, double deviation, @Nullable Double z) {
        static @Nullable Chance of(double count, Brokerage.Moments moments) {
            if (Double.isNaN(moments.expected()) || Double.isNaN(moments.deviation())) {
                return null;
            }
            double z = moments.z(count);
            return new Chance(moments.expected(), moments.deviation(), Double.isNaN(z) ? null : z);
        }
    }
}
