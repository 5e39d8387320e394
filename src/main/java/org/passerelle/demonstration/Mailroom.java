package org.passerelle.demonstration;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.demonstration.Act.Room;
import org.passerelle.demonstration.Act.Use;
import org.passerelle.demonstration.Company.Line;
import org.passerelle.demonstration.Company.Player;
import org.passerelle.demonstration.Company.Rank;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.Visibility;

/** The company's mail: who writes to whom, never what. */
final class Mailroom {
    private static final Room MAIL = new Room("mail", Visibility.PRIVATE, Company.NONE);
    private static final double AFFINITY_MAX = 8;

    private final Stage stage;
    private final Dice dice;
    private final List<Integer> writers = new ArrayList<>();
    private final List<List<Integer>> team = new ArrayList<>();
    private final List<List<Integer>> unit = new ArrayList<>();
    private final double[] reach;

    Mailroom(Stage stage, long seed) {
        this.stage = stage;
        this.dice = new Dice(seed, "mail");
        List<Player> people = stage.company.people();
        for (int i = 0; i < people.size(); i++) {
            team.add(new ArrayList<>());
            boolean silent = people.get(i).post().unit() == stage.plot.silentUnit();
            if (!silent || stage.plot.activeFrom()[i] == 0) {
                writers.add(i);
            }
        }
        for (int i = 0; i < stage.company.units().size(); i++) {
            unit.add(new ArrayList<>());
        }
        for (Line line : stage.company.lines()) {
            if (writers.contains(line.person()) && writers.contains(line.manager())) {
                team.get(line.person()).add(line.manager());
                team.get(line.manager()).add(line.person());
            }
        }
        for (int person : writers) {
            int own = people.get(person).post().unit();
            if (own != Company.NONE) {
                unit.get(own).add(person);
            }
        }
        this.reach = new double[writers.size()];
        for (int i = 0; i < reach.length; i++) {
            Player writer = people.get(writers.get(i));
            reach[i] =
                    StrictMath.sqrt(writer.activity()) * (writer.post().rank().compareTo(Rank.TEAM_LEAD) >= 0 ? 2 : 1);
        }
    }

    /** A year of about that many mails. */
    void play(int mails) {
        double[] pace = new double[WorkingYear.DAYS];
        for (int day = 0; day < pace.length; day++) {
            pace[day] = WorkingYear.pace(day);
        }
        Cumulated days = new Cumulated(pace);
        Cumulated senders = new Cumulated(reach);
        for (int i = 0; i < mails / 1.6; i++) {
            int day = days.draw(dice);
            int sender = writers.get(senders.draw(dice));
            if (stage.atWork(sender, day)) {
                exchange(sender, day);
            }
        }
    }

    private void exchange(int sender, int day) {
        List<Integer> recipients = recipients(sender, day);
        if (recipients.isEmpty()) {
            return;
        }
        Act mail = write(sender, WorkingYear.moment(day, dice));
        mail.recipients.addAll(recipients);
        Act last = mail;
        double chance = recipients.size() > 12 ? 0.1 : 0.5;
        for (int i = 0; i < 4 && dice.chance(chance); i++) {
            int answerer = last.author == sender ? dice.one(recipients) : sender;
            long second = WorkingYear.later(last.second, 4, dice);
            int later = WorkingYear.dayOf(second);
            if (later >= WorkingYear.DAYS || !stage.atWork(answerer, later)) {
                return;
            }
            Act answer = write(answerer, second).under(last);
            answer.recipients.add(last.author);
            last = answer;
        }
    }

    private Act write(int sender, long second) {
        Act mail = new Act(sender, second, ContributionKind.MESSAGE, Use.MAIL, MAIL, Company.NONE, dice.seed());
        stage.acts().add(mail);
        return mail;
    }

    private List<Integer> recipients(int sender, int day) {
        double roll = dice.fraction();
        int wanted = roll < 0.66 ? 1 : roll < 0.95 ? dice.between(2, 4) : roll < 0.992 ? dice.between(5, 12) : 30;
        List<Integer> recipients = new ArrayList<>();
        for (int tries = 0; recipients.size() < wanted && tries < wanted * 12; tries++) {
            int other = proposal(sender, day);
            if (other != sender
                    && !recipients.contains(other)
                    && stage.company.person(other).presentOn(day)) {
                recipients.add(other);
            }
        }
        return recipients;
    }

    /** Somebody to write to: of one's line, one's unit, or anybody as far as one turns to them. */
    private int proposal(int sender, int day) {
        double roll = dice.fraction();
        int own = stage.affinity.unitOn(sender, day);
        if (roll < 0.2 && !team.get(sender).isEmpty()) {
            return dice.one(team.get(sender));
        }
        if (roll < 0.45 && own != Company.NONE && !unit.get(own).isEmpty()) {
            return dice.one(unit.get(own));
        }
        for (int tries = 0; tries < 60; tries++) {
            int other = dice.one(writers);
            if (dice.chance(stage.affinity.mail(sender, other, day) / AFFINITY_MAX)) {
                return other;
            }
        }
        return sender;
    }

    /** Draws positions in proportion to fixed values, in logarithmic time. */
    private static final class Cumulated {
        private final double[] sums;

        Cumulated(double[] values) {
            sums = values.clone();
            for (int i = 1; i < sums.length; i++) {
                sums[i] += sums[i - 1];
            }
        }

        int draw(Dice dice) {
            double wanted = dice.fraction() * sums[sums.length - 1];
            int low = 0;
            int high = sums.length - 1;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (sums[middle] > wanted) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return low;
        }
    }
}
