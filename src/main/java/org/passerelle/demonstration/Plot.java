package org.passerelle.demonstration;

import java.util.List;
import java.util.Set;

/**
 * What is planted: who plays which part, by position. Parts are cast also where their pattern is
 * switched off; then they are played as everybody plays.
 */
record Plot(
        Set<Pattern> patterns,
        List<Silo> silos,
        List<Muffled> muffled,
        List<List<Integer>> experts,
        List<Integer> talkers,
        List<Integer> animators,
        List<Absence> absences,
        Broadcaster broadcaster,
        Drowning drowning,
        List<Appointed> appointed,
        int dyingCommunity,
        int quietCommunity,
        Leader leader,
        List<Integer> closers,
        Reorganisation reorganisation,
        String gapProcess,
        int silentUnit,
        List<List<Joining>> members,
        int[] activeFrom) {
    /** A pair of units with few ties: the share of the usual exchange left in public channels and in mail. */
    record Silo(int unit, int otherUnit, double left, double leftInMail, List<Integer> bridges) {}

    /** A pair of units that speak as others do, but not by mail. */
    record Muffled(int unit, int otherUnit, double leftInMail) {}

    /** Somebody is away, both days included. */
    record Absence(int person, int from, int until) {}

    /** An outsider, appointed, and where. */
    record Broadcaster(int person, int community, int from, double hoursPerWeek) {}

    /** Somebody who is paid to start threads, where and from when. */
    record Drowning(int person, int community, int from, double hoursPerWeek) {}

    /** Somebody the company named animator without any consequence. */
    record Appointed(int person, int community, double hoursPerWeek) {}

    /** Whose posts make others begin, on which days, and who waits for them (person, day). */
    record Leader(int person, List<Integer> days, List<Start> starts) {}

    /** First public act of somebody who waited until then. */
    record Start(int person, int day) {}

    /** Who changes unit, from where to where and when. */
    record Reorganisation(int fromUnit, int toUnit, int day, List<Integer> people, int newManager) {}

    /** Somebody is in a community from a day on. */
    record Joining(int person, int from) {}

    boolean has(Pattern pattern) {
        return patterns.contains(pattern);
    }

    /** How well a person knows a topic: 1 for the best expert; nobody is one of a topic of two units. */
    double knows(int person, int topic) {
        int place = topic < experts.size() ? experts.get(topic).indexOf(person) : -1;
        if (!has(Pattern.EXPERTS) || place < 0) {
            return 0;
        }
        return 1 - 0.22 * place;
    }

    boolean absent(int person, int day) {
        for (Absence absence : absences) {
            if (absence.person() == person && absence.from() <= day && day <= absence.until()) {
                return true;
            }
        }
        return false;
    }
}
