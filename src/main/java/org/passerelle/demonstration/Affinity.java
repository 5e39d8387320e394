package org.passerelle.demonstration;

import org.passerelle.demonstration.Company.Post;

/** How readily one person turns to another on a day: 1 for two people who share nothing. */
final class Affinity {
    private static final double SAME_UNIT = 4;
    private static final double SAME_DIVISION = 1.7;
    private static final double SAME_SITE = 1.3;
    private static final double BRIDGE = 2.5;

    private final Company company;
    private final Plot plot;
    private final int units;
    private final double[] open;
    private final double[] mail;
    private final boolean[] holdsTogether;
    private final int[] movedTo;

    Affinity(Company company, Plot plot) {
        this.company = company;
        this.plot = plot;
        this.units = company.units().size();
        this.open = new double[units * units];
        this.mail = new double[units * units];
        this.holdsTogether = new boolean[company.people().size() * units];
        this.movedTo = new int[company.people().size()];
        fillUnits();
        fillPeople();
    }

    private void fillUnits() {
        for (int i = 0; i < units; i++) {
            for (int j = 0; j < units; j++) {
                boolean near = company.units().get(i).division()
                        == company.units().get(j).division();
                open[i * units + j] = i == j ? SAME_UNIT : near ? SAME_DIVISION : 1;
                mail[i * units + j] = open[i * units + j];
            }
        }
        if (plot.has(Pattern.SILOS)) {
            for (Plot.Silo silo : plot.silos()) {
                set(open, silo.unit(), silo.otherUnit(), silo.left());
                set(mail, silo.unit(), silo.otherUnit(), silo.leftInMail());
            }
            plot.muffled().forEach(pair -> set(mail, pair.unit(), pair.otherUnit(), pair.leftInMail()));
        }
    }

    private void set(double[] table, int unit, int otherUnit, double value) {
        table[unit * units + otherUnit] = value;
        table[otherUnit * units + unit] = value;
    }

    private void fillPeople() {
        for (int i = 0; i < movedTo.length; i++) {
            movedTo[i] = company.person(i).post().unit();
        }
        if (plot.has(Pattern.REORGANISATION)) {
            plot.reorganisation()
                    .people()
                    .forEach(person -> movedTo[person] = plot.reorganisation().toUnit());
        }
        if (plot.has(Pattern.BRIDGES)) {
            for (Plot.Silo silo : plot.silos()) {
                for (int bridge : silo.bridges()) {
                    int own = company.person(bridge).post().unit();
                    holdsTogether[bridge * units + (own == silo.unit() ? silo.otherUnit() : silo.unit())] = true;
                }
            }
        }
    }

    /** The person's unit on a day, {@link Company#NONE} in the executive office and outside. */
    int unitOn(int person, int day) {
        return day < plot.reorganisation().day() ? company.person(person).post().unit() : movedTo[person];
    }

    /** Between two people in public channels. */
    double open(int person, int other, int day) {
        return between(person, other, day, open);
    }

    /** Between two people by mail. */
    double mail(int person, int other, int day) {
        return between(person, other, day, mail);
    }

    private double between(int person, int other, int day, double[] table) {
        Post post = company.person(person).post();
        Post otherPost = company.person(other).post();
        double site = post.site() == otherPost.site() ? SAME_SITE : 1;
        int unit = unitOn(person, day);
        int otherUnit = unitOn(other, day);
        if (unit == Company.NONE || otherUnit == Company.NONE) {
            return site;
        }
        if (holdsTogether[person * units + otherUnit] || holdsTogether[other * units + unit]) {
            return BRIDGE;
        }
        return site * table[unit * units + otherUnit];
    }
}
