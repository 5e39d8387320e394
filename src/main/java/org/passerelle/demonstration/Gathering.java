package org.passerelle.demonstration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.passerelle.demonstration.Company.Community;
import org.passerelle.demonstration.Company.Player;
import org.passerelle.network.CommunityKind;

/** Fills the communities: people join those near their unit and their topics, and some others. */
final class Gathering {
    private final Bank bank;
    private final Company company;
    private final Dice dice;
    private final List<Plot.Silo> silos;

    Gathering(Bank bank, Company company, Dice dice, List<Plot.Silo> silos) {
        this.bank = bank;
        this.company = company;
        this.dice = dice;
        this.silos = silos;
    }

    /** The members of each community, those needed among them, in order of position. */
    List<List<Plot.Joining>> members(List<Set<Integer>> needed) {
        List<List<Plot.Joining>> members = new ArrayList<>();
        for (int community = 0; community < needed.size(); community++) {
            members.add(joinings(community, needed.get(community)));
        }
        return members;
    }

    private List<Plot.Joining> joinings(int community, Set<Integer> sure) {
        double[] chances = new double[company.people().size()];
        for (int i = 0; i < chances.length; i++) {
            chances[i] = chance(company.person(i), i, company.communities().get(community));
        }
        double expected = Arrays.stream(chances).sum();
        double lift = company.communities().get(community).kind() == CommunityKind.TEAM
                ? 1
                : Math.max(1, 14 / Math.max(1, expected));
        List<Plot.Joining> joinings = new ArrayList<>();
        for (int i = 0; i < chances.length; i++) {
            boolean member = dice.chance(Math.min(0.95, chances[i] * lift));
            int from = Math.max(0, company.person(i).joined() + 3);
            int during = dice.chance(0.15) ? dice.between(15, 300) : 0;
            if (sure.contains(i)) {
                joinings.add(new Plot.Joining(i, from));
            } else if (member
                    && Math.max(from, during) < Math.min(company.person(i).left(), 350)) {
                joinings.add(new Plot.Joining(i, Math.max(from, during)));
            }
        }
        joinings.sort(Comparator.comparingInt(Plot.Joining::person));
        return List.copyOf(joinings);
    }

    private double chance(Player person, int index, Community community) {
        if (!person.own()) {
            return community.id().equals("terrain-client") ? 0.5 : 0;
        }
        int unit = person.post().unit();
        if (community.kind() == CommunityKind.TEAM) {
            return unit == community.unit() ? 1 : 0.006;
        }
        if (unit == company.unit("atelier")) {
            return 0.02;
        }
        if (community.id().equals("ameliorations")) {
            return 0.6;
        }
        boolean bridge = silos.stream().anyMatch(silo -> silo.bridges().contains(index));
        double chance = unit == community.unit() ? 0.5 : unit == Company.NONE ? 0.03 : 0.1;
        for (int topic : community.topics()) {
            boolean near = unit != Company.NONE
                    && company.unit(bank.topics().get(topic).unit()) == unit;
            chance = near ? Math.max(chance, 0.35) : chance;
        }
        return bridge ? Math.max(chance, 0.4) : chance;
    }
}
