package org.passerelle.demonstration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.passerelle.demonstration.Act.Room;
import org.passerelle.demonstration.Act.Use;
import org.passerelle.demonstration.Company.Player;
import org.passerelle.network.ContributionKind;

/** Where the scenes are played: knows who may speak on a day, and keeps what was said. */
final class Stage {
    /** Enough to choose from, and few enough for companies of any size. */
    private static final int CANDIDATES_MAX = 90;

    final Bank bank;
    final Company company;
    final Plot plot;
    final Affinity affinity;
    private final boolean[] everAway;
    private final List<Act> acts = new ArrayList<>();

    Stage(Bank bank, Company company, Plot plot) {
        this.bank = bank;
        this.company = company;
        this.plot = plot;
        this.affinity = new Affinity(company, plot);
        this.everAway = new boolean[company.people().size()];
        plot.absences().forEach(absence -> everAway[absence.person()] = true);
    }

    List<Act> acts() {
        return acts;
    }

    /** Whether the person is in the company and at work that day. */
    boolean atWork(int person, int day) {
        return company.person(person).presentOn(day) && (!everAway[person] || !plot.absent(person, day));
    }

    /** Whether the person takes part in public on that day. */
    boolean mayWrite(int person, int day) {
        return plot.activeFrom()[person] <= day && atWork(person, day);
    }

    /** Says something, unless the year is over or the person is not there. */
    @Nullable
    Act say(int author, long second, ContributionKind kind, Use use, Room room, int topic, Dice dice) {
        int day = WorkingYear.dayOf(second);
        if (day >= WorkingYear.DAYS || !mayWrite(author, day)) {
            return null;
        }
        Act act = new Act(author, second, kind, use, room, topic, dice.seed());
        act.english = company.person(author).identity().english();
        act.bySynonym = dice.chance(plot.knows(author, Math.max(0, topic)) > 0 && topic >= 0 ? 0.5 : 0.3);
        act.labelled = topic >= 0 && dice.chance(0.3);
        acts.add(act);
        return act;
    }

    /** Says something in reply, mostly in the language of the thread. */
    @Nullable
    Act reply(int author, Act answered, Use use, double medianHours, Dice dice) {
        long second = WorkingYear.later(answered.second, medianHours, dice);
        ContributionKind kind = use == Use.ANSWER || use == Use.GUESS || use == Use.SETTLED
                ? ContributionKind.ANSWER
                : ContributionKind.REPLY;
        Act act = say(author, second, kind, use, answered.room, answered.topic, dice);
        if (act != null) {
            act.under(answered);
            act.aboutProcess = answered.root.aboutProcess;
            act.english = speaksAlong(author, answered.root) ? answered.root.english : act.english;
        }
        return act;
    }

    /** Four in five write in the language of the thread, and the same person always in the same. */
    private static boolean speaksAlong(int author, Act root) {
        return Math.floorMod(root.words + 7919L * author, 5L) != 0;
    }

    /** Draws somebody of the pool who may write that day; {@link Company#NONE} if nobody may. */
    int draw(int[] pool, int day, IntToDoubleFunction strength, Dice dice) {
        double[] strengths = new double[pool.length];
        for (int i = 0; i < pool.length; i++) {
            strengths[i] = mayWrite(pool[i], day) ? strength.applyAsDouble(pool[i]) : 0;
        }
        int drawn = dice.proportional(strengths);
        return drawn < 0 ? Company.NONE : pool[drawn];
    }

    /**
     * At most {@link #CANDIDATES_MAX} of the pool by lot, with those of {@code sure} who belong to it. The
     * pool is in order of position.
     */
    int[] sample(int[] pool, List<Integer> sure, Dice dice) {
        if (pool.length <= CANDIDATES_MAX) {
            return pool;
        }
        boolean[] in = new boolean[company.people().size()];
        List<Integer> chosen = new ArrayList<>();
        for (int person : sure) {
            if (!in[person] && Arrays.binarySearch(pool, person) >= 0) {
                in[person] = true;
                chosen.add(person);
            }
        }
        for (int tries = 0; chosen.size() < CANDIDATES_MAX && tries < 3 * CANDIDATES_MAX; tries++) {
            int person = pool[dice.below(pool.length)];
            if (!in[person]) {
                in[person] = true;
                chosen.add(person);
            }
        }
        return chosen.stream().mapToInt(Integer::intValue).toArray();
    }

    /** People of the pool applaud, those near the author first. */
    void applaud(Act act, int[] pool, double mean, Dice dice) {
        int count = Math.min(dice.poisson(mean), pool.length / 2);
        int[] candidates = count == 0 ? pool : sample(pool, List.of(), dice);
        for (int i = 0; i < count; i++) {
            long second = WorkingYear.later(act.second, 5, dice);
            int day = WorkingYear.dayOf(second);
            if (day >= WorkingYear.DAYS) {
                continue;
            }
            int person = draw(candidates, day, other -> applauseStrength(act, other, day), dice);
            if (person != Company.NONE) {
                String kind = dice.chance(0.6) ? "like" : dice.chance(0.6) ? "thanks" : "insightful";
                act.applause.add(new Act.Applause(person, kind, second));
            }
        }
    }

    private double applauseStrength(Act act, int other, int day) {
        boolean already = other == act.author || act.applause.stream().anyMatch(applause -> applause.person() == other);
        return already ? 0 : company.person(other).activity() * affinity.open(act.author, other, day);
    }

    Player person(int index) {
        return company.person(index);
    }
}
