package org.passerelle.demonstration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.passerelle.demonstration.Company.Community;
import org.passerelle.demonstration.Company.Player;
import org.passerelle.demonstration.Company.Rank;
import org.passerelle.network.CommunityKind;

/** Gives the parts of the {@link Plot} to people of the company, by lot. */
final class Casting {
    private static final int REORGANISATION_DAY = WorkingYear.day(java.time.LocalDate.of(2025, 7, 1));
    private static final int EXPERTS_PER_TOPIC = 3;

    private final Bank bank;
    private final Company company;
    private final Dice dice;
    private final Set<Integer> taken = new HashSet<>();
    private final Set<Integer> late = new HashSet<>();
    private final int[] expertLoad;
    private final int silentUnit;

    private Casting(Bank bank, Company company, long seed) {
        this.bank = bank;
        this.company = company;
        this.dice = new Dice(seed, "casting");
        this.expertLoad = new int[company.people().size()];
        this.silentUnit = company.unit("atelier");
    }

    /** Casts every part; {@code patterns} says which are played. */
    static Plot cast(Bank bank, Company company, Set<Pattern> patterns, long seed) {
        return new Casting(bank, company, seed).cast(patterns);
    }

    private Plot cast(Set<Pattern> patterns) {
        int leader = one(i -> rank(i) == Rank.DIVISION_HEAD || rank(i) == Rank.COMPANY_HEAD);
        List<Integer> units = speakingUnits();
        List<Plot.Silo> silos = new ArrayList<>();
        for (double[] force : new double[][] {{0.06, 0.06}, {0.12, 0.6}, {0.22, 0.22}}) {
            silos.add(silo(units.removeFirst(), units.removeFirst(), force));
        }
        List<Plot.Muffled> muffled = List.of(new Plot.Muffled(units.removeFirst(), units.removeFirst(), 0.08));
        List<Integer> animators = animators();
        List<Integer> closers = closers();
        List<Community> communities = company.communities();
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < communities.size(); i++) {
            if (communities.get(i).kind() != CommunityKind.TEAM && i != company.community("ameliorations")) {
                open.add(i);
            }
        }
        dice.shuffle(open);
        int broadcastCommunity = open.get(0);
        int drowned = open.get(1);
        Plot.Broadcaster broadcaster = new Plot.Broadcaster(
                one(i -> company.person(i).post().company()
                        == company.companies().size() - 1),
                broadcastCommunity,
                dice.between(15, 40),
                15);
        Plot.Drowning drowning =
                new Plot.Drowning(one(i -> free(i) && rank(i) == Rank.STAFF), drowned, dice.between(85, 110), 20);
        List<Plot.Appointed> appointed = appointed(animators, List.of(broadcastCommunity, drowned));
        Plot.Leader lead = leader(leader, patterns.contains(Pattern.LEADER));
        lead.starts().forEach(start -> late.add(start.person()));
        List<List<Integer>> experts = experts();
        List<Integer> talkers = talkers();
        List<Plot.Absence> absences = absences(animators, List.of(open.get(0), open.get(1), open.get(2), open.get(3)));
        return new Plot(
                patterns,
                silos,
                muffled,
                experts,
                talkers,
                animators,
                absences,
                broadcaster,
                drowning,
                appointed,
                open.get(2),
                open.get(3),
                lead,
                closers,
                reorganisation(silos, muffled),
                gapProcess(),
                silentUnit,
                new Gathering(bank, company, dice, silos)
                        .members(needed(experts, animators, appointed, broadcaster, drowning)),
                activeFrom(lead));
    }

    private Rank rank(int person) {
        return company.person(person).post().rank();
    }

    private int unit(int person) {
        return company.person(person).post().unit();
    }

    private boolean free(int person) {
        return !taken.contains(person)
                && company.person(person).own()
                && company.person(person).presentAllYear()
                && unit(person) != silentUnit
                && unit(person) != Company.NONE;
    }

    /** Somebody fit for a part, who then has no other; fit but busy people only where nobody else is left. */
    private int one(IntPredicate fit) {
        List<Integer> found = new ArrayList<>();
        List<Integer> busy = new ArrayList<>();
        for (int i = 0; i < company.people().size(); i++) {
            if (fit.test(i)) {
                (taken.contains(i) ? busy : found).add(i);
            }
        }
        if (found.isEmpty()) {
            found = busy;
        }
        if (found.isEmpty()) {
            for (int i = 0; i < company.people().size(); i++) {
                if (company.person(i).own() && company.person(i).presentAllYear() && unit(i) != silentUnit) {
                    found.add(i);
                }
            }
        }
        int person = dice.one(found);
        taken.add(person);
        return person;
    }

    private List<Integer> speakingUnits() {
        List<Integer> units = new ArrayList<>();
        for (int i = 0; i < company.units().size(); i++) {
            if (i != silentUnit) {
                units.add(i);
            }
        }
        dice.shuffle(units);
        return units;
    }

    private Plot.Silo silo(int unit, int otherUnit, double[] force) {
        long size = company.people().stream()
                .filter(person -> person.post().unit() == unit || person.post().unit() == otherUnit)
                .count();
        List<Integer> bridges = new ArrayList<>();
        for (int i = 0; i < Math.max(1, Math.round(size / 35.0)); i++) {
            int side = i % 2 == 0 ? unit : otherUnit;
            bridges.add(one(person -> free(person) && unit(person) == side && rank(person) == Rank.STAFF));
        }
        return new Plot.Silo(unit, otherUnit, force[0], force[1], List.copyOf(bridges));
    }

    private List<Integer> animators() {
        List<Integer> animators = new ArrayList<>();
        for (Community community : company.communities()) {
            animators.add(
                    switch (community.kind()) {
                        case TEAM -> one(i -> rank(i) == Rank.UNIT_HEAD && unit(i) == community.unit());
                        case PROJECT, WATCH, PRACTICE, OTHER ->
                            one(i ->
                                    free(i) && rank(i).compareTo(Rank.TEAM_LEAD) <= 0 && (unit(i) == community.unit()));
                    });
        }
        return animators;
    }

    private List<Integer> closers() {
        List<Integer> closers = new ArrayList<>();
        for (int i = 0; i < company.divisions().size(); i++) {
            int division = i;
            closers.add(one(person -> free(person)
                    && company.person(person).post().division() == division
                    && rank(person) == Rank.STAFF));
        }
        return closers;
    }

    private List<List<Integer>> experts() {
        List<List<Integer>> experts = new ArrayList<>();
        for (Topic topic : bank.topics()) {
            int obvious = company.unit(topic.unit());
            List<Integer> chosen = new ArrayList<>();
            int inside = dice.below(EXPERTS_PER_TOPIC);
            for (int i = 0; i < EXPERTS_PER_TOPIC; i++) {
                chosen.add(expert(obvious, i == inside, chosen));
            }
            experts.add(List.copyOf(chosen));
        }
        return experts;
    }

    private int expert(int obvious, boolean inside, List<Integer> chosen) {
        double[] chances = new double[company.people().size()];
        for (int i = 0; i < chances.length; i++) {
            Player person = company.person(i);
            boolean fit = person.own()
                    && person.presentAllYear()
                    && person.post().unit() != Company.NONE
                    && person.post().unit() != silentUnit
                    && person.post().rank().compareTo(Rank.UNIT_HEAD) < 0
                    && !chosen.contains(i)
                    && !late.contains(i)
                    && (person.post().unit() == obvious) == inside;
            chances[i] = fit ? 1 / StrictMath.pow(1 + 3 * expertLoad[i] + (taken.contains(i) ? 6 : 0), 2) : 0;
        }
        int found = dice.proportional(chances);
        if (found < 0) {
            return expert(obvious, !inside, chosen);
        }
        expertLoad[found]++;
        return found;
    }

    private List<Integer> talkers() {
        List<Integer> talkers = new ArrayList<>();
        for (Topic topic : bank.topics()) {
            int obvious = company.unit(topic.unit());
            double[] chances = new double[company.people().size()];
            for (int i = 0; i < chances.length; i++) {
                boolean fit = company.person(i).own()
                        && company.person(i).presentAllYear()
                        && unit(i) == obvious
                        && !late.contains(i)
                        && expertLoad[i] == 0;
                chances[i] = fit ? taken.contains(i) ? 0.01 : 1 : 0;
            }
            int found = dice.proportional(chances);
            talkers.add(found >= 0 ? found : one(i -> free(i) && !late.contains(i) && expertLoad[i] == 0));
        }
        return talkers;
    }

    private Plot.Leader leader(int leader, boolean played) {
        List<Integer> days = new ArrayList<>();
        for (int month : new int[] {2, 4, 6, 9, 11}) {
            int day = WorkingYear.day(java.time.LocalDate.of(2025, month, 3)) + dice.below(20);
            while (WorkingYear.pace(day) < 0.5) {
                day++;
            }
            days.add(day);
        }
        List<Plot.Start> starts = new ArrayList<>();
        for (int i = 0; i < company.people().size(); i++) {
            boolean waits = free(i) && rank(i) == Rank.STAFF && dice.chance(0.25);
            int afterPost = dice.one(days) + dice.between(0, 6);
            int anyDay = dice.between(25, 330);
            int day = dice.chance(0.85) && played ? afterPost : anyDay;
            if (waits) {
                starts.add(new Plot.Start(i, workingDay(day)));
            }
        }
        return new Plot.Leader(leader, List.copyOf(days), List.copyOf(starts));
    }

    private static int workingDay(int day) {
        int found = day;
        while (WorkingYear.pace(found) < 0.1) {
            found++;
        }
        return found;
    }

    private int[] activeFrom(Plot.Leader leader) {
        int[] activeFrom = new int[company.people().size()];
        for (int i = 0; i < activeFrom.length; i++) {
            if (unit(i) == silentUnit && dice.chance(0.95)) {
                activeFrom[i] = Company.NEVER;
            }
        }
        leader.starts().forEach(start -> activeFrom[start.person()] = start.day());
        return activeFrom;
    }

    /** The company appoints the right person in some communities and another in some others. */
    private List<Plot.Appointed> appointed(List<Integer> animators, List<Integer> special) {
        List<Plot.Appointed> appointed = new ArrayList<>();
        for (int i = 0; i < animators.size(); i++) {
            double roll = dice.fraction();
            if (!special.contains(i) && roll < 0.5) {
                int person = roll < 0.25 ? animators.get(i) : one(other -> free(other) && rank(other) == Rank.STAFF);
                appointed.add(new Plot.Appointed(person, i, dice.between(1, 4)));
            }
        }
        return appointed;
    }

    /** Animators of some communities are away for five weeks or more; so are as many others, for comparison. */
    private List<Plot.Absence> absences(List<Integer> animators, List<Integer> special) {
        List<Plot.Absence> absences = new ArrayList<>();
        for (int i = 0; i < animators.size(); i++) {
            if (!special.contains(i) && dice.chance(0.6)) {
                absences.add(absence(animators.get(i)));
                absences.add(absence(one(person -> free(person) && expertLoad[person] == 0)));
            }
        }
        return absences;
    }

    private Plot.Absence absence(int person) {
        int from = dice.chance(0.5) ? dice.between(60, 150) : dice.between(244, 290);
        return new Plot.Absence(person, from, from + dice.between(35, 55));
    }

    private Plot.Reorganisation reorganisation(List<Plot.Silo> silos, List<Plot.Muffled> muffled) {
        List<Integer> quiet = speakingUnits();
        silos.forEach(silo -> quiet.removeAll(List.of(silo.unit(), silo.otherUnit())));
        muffled.forEach(pair -> quiet.removeAll(List.of(pair.unit(), pair.otherUnit())));
        int from = quiet.get(0);
        int to = quiet.get(1);
        List<Integer> movers = new ArrayList<>();
        int manager = Company.NONE;
        for (int i = 0; i < company.people().size(); i++) {
            boolean stays = unit(i) != from || rank(i) != Rank.STAFF || taken.contains(i);
            if (!stays && company.person(i).presentAllYear() && (movers.isEmpty() || dice.chance(0.5))) {
                movers.add(i);
            }
            if (unit(i) == to && rank(i) == Rank.UNIT_HEAD) {
                manager = i;
            }
        }
        return new Plot.Reorganisation(from, to, REORGANISATION_DAY, List.copyOf(movers), manager);
    }

    private String gapProcess() {
        List<String> processes =
                bank.topics().stream().map(Topic::process).distinct().sorted().toList();
        return dice.one(processes);
    }

    /** For each community those without whom its story cannot be told. */
    private List<Set<Integer>> needed(
            List<List<Integer>> experts,
            List<Integer> animators,
            List<Plot.Appointed> appointed,
            Plot.Broadcaster broadcaster,
            Plot.Drowning drowning) {
        List<Set<Integer>> needed = new ArrayList<>();
        for (int c = 0; c < company.communities().size(); c++) {
            Set<Integer> sure = new HashSet<>(List.of(animators.get(c)));
            if (company.communities().get(c).kind() != CommunityKind.TEAM) {
                company.communities().get(c).topics().forEach(topic -> sure.addAll(experts.get(topic)));
            }
            needed.add(sure);
        }
        appointed.forEach(one -> needed.get(one.community()).add(one.person()));
        needed.get(broadcaster.community()).add(broadcaster.person());
        needed.get(drowning.community()).add(drowning.person());
        return needed;
    }
}
