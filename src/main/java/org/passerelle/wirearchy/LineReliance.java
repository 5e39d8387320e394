package org.passerelle.wirearchy;

import org.jspecify.annotations.Nullable;

/**
 * How much of the exchange between units rests on managers. Shares are of {@code across}, null where that is 0.
 *
 * @param snapshot version of the data
 * @param question what was asked
 * @param told whether enough people stand behind all of it ({@link BehindLines}); where not, only {@code managers} is there
 * @param across interactions between units, both ends with a unit and a place in the reporting tree on the day
 * @param betweenManagers share whose two ends are both managers
 * @param expected the same, had managers and others kept their interactions across and met by chance
 * @param oneManager share with one manager
 * @param direct share without any manager
 * @param alongTheLine share in which one end is above the other in the reporting tree
 * @param managers share of the people with a unit and a place who were managers on some day; null without people
 */
public record LineReliance(
        String snapshot,
        LineQuestion question,
        boolean told,
        @Nullable Double across,
        @Nullable Double betweenManagers,
        @Nullable Double expected,
        @Nullable Double oneManager,
        @Nullable Double direct,
        @Nullable Double alongTheLine,
        @Nullable Double managers) {}
