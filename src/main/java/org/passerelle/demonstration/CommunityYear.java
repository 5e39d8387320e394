package org.passerelle.demonstration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What happens in a community on which day of the year, before anybody speaks. */
final class CommunityYear {
    private static final double ACTS_PER_THREAD = 2.9;

    private final Plot plot;
    private final int index;
    private final int[] from;
    private final Dice dice;

    /** The days on which the members joined are in {@code from}. */
    CommunityYear(Plot plot, int index, int[] from, Dice dice) {
        this.plot = plot;
        this.index = index;
        this.from = from;
        this.dice = dice;
    }

    /** Something that happens on a day. */
    record Event(int day, int kind, int detail) {
        static final int THREAD = 0;
        static final int SPARK = 1;
        static final int HELLO = 2;
        static final int CAMPAIGN = 3;
        static final int BROADCAST = 4;
    }

    /** The events of the year in their order; {@code acts} as in {@link CommunityScene#play}. */
    List<Event> events(double acts) {
        List<Event> events = new ArrayList<>();
        addThreads(events, (int) Math.round(acts * liveliness() / ACTS_PER_THREAD));
        addSparks(events, acts);
        addHellos(events);
        addRegular(events);
        events.sort(Comparator.comparingInt(Event::day)
                .thenComparingInt(Event::kind)
                .thenComparingInt(Event::detail));
        return events;
    }

    private double liveliness() {
        double own = 0.7 + 0.6 * dice.fraction();
        return index == plot.quietCommunity() && plot.has(Pattern.QUIET) ? 0.22 : own;
    }

    private void addThreads(List<Event> events, int threads) {
        double[] pace = new double[WorkingYear.DAYS];
        double usual = 0;
        double told = 0;
        for (int day = 0; day < pace.length; day++) {
            usual += WorkingYear.pace(day);
            pace[day] = WorkingYear.pace(day) * mood(day);
            told += pace[day];
        }
        for (int i = 0; i < Math.round(threads * told / usual); i++) {
            events.add(new Event(dice.proportional(pace), Event.THREAD, i));
        }
    }

    /** How many threads begin on a day, 1 in an ordinary community. */
    private double mood(int day) {
        double mood = 1;
        if (index == plot.dyingCommunity() && plot.has(Pattern.DYING)) {
            mood *= Math.max(0.04, 1.5 * (1 - day / 330.0));
        }
        if (drownedOn(day)) {
            mood *= Math.max(0.22, 1 - (day - plot.drowning().from()) / 150.0);
        }
        if (plot.has(Pattern.ANIMATORS) && plot.absent(animator(), day)) {
            mood *= 0.3;
        }
        return mood;
    }

    /** Whether somebody is paid to start the threads on that day. */
    boolean drownedOn(int day) {
        return index == plot.drowning().community()
                && plot.has(Pattern.DROWNED)
                && day >= plot.drowning().from();
    }

    private int animator() {
        return plot.animators().get(index);
    }

    private void addSparks(List<Event> events, double acts) {
        int sparks = (int) Math.round(Math.clamp(acts / 45, 8, 60) * Math.min(1, liveliness() + 0.3));
        for (int i = 0; i < sparks; i++) {
            int day = (int) ((i + dice.fraction()) * WorkingYear.DAYS / sparks);
            while (day < WorkingYear.DAYS && WorkingYear.pace(day) < 0.5) {
                day++;
            }
            boolean alive = day < WorkingYear.DAYS && (index != plot.dyingCommunity() || dice.chance(mood(day)));
            if (alive) {
                events.add(new Event(day, Event.SPARK, i));
            }
        }
    }

    private void addHellos(List<Event> events) {
        for (int i = 0; i < from.length; i++) {
            int day = from[i] + dice.between(1, 15);
            if (from[i] > 10 && dice.chance(0.7)) {
                while (day < WorkingYear.DAYS && WorkingYear.pace(day) < 0.1) {
                    day++;
                }
                events.add(new Event(day, Event.HELLO, i));
            }
        }
    }

    private void addRegular(List<Event> events) {
        for (int day = 0; day < WorkingYear.DAYS; day++) {
            if (WorkingYear.pace(day) < 0.25) {
                continue;
            }
            boolean airs = index == plot.broadcaster().community()
                    && plot.has(Pattern.BROADCASTER)
                    && day >= plot.broadcaster().from();
            if (airs && dice.chance(0.6)) {
                events.add(new Event(day, Event.BROADCAST, 0));
            }
            if (drownedOn(day) && dice.chance(0.7)) {
                events.add(new Event(day, Event.CAMPAIGN, 0));
            }
        }
    }
}
