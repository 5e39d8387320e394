package org.passerelle.demonstration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.passerelle.demonstration.Act.Room;
import org.passerelle.demonstration.Act.Use;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.Visibility;

/** What is said outside communities, where the whole company reads: forum, tickets, chatter and the leadership. */
final class OpenScenes {
    private static final Room FORUM = new Room("forum", Visibility.COMPANY, Company.NONE);
    private static final Room TICKETS = new Room("ticket", Visibility.COMPANY, Company.NONE);

    private final Stage stage;
    private final Plot plot;
    private final long seed;
    private final int[] everybody;
    private final double[] pace = new double[WorkingYear.DAYS];

    OpenScenes(Stage stage, long seed) {
        this.stage = stage;
        this.plot = stage.plot;
        this.seed = seed;
        List<Integer> writers = new ArrayList<>();
        for (int i = 0; i < stage.company.people().size(); i++) {
            if (i != plot.broadcaster().person()) {
                writers.add(i);
            }
        }
        this.everybody = writers.stream().mapToInt(Integer::intValue).toArray();
        for (int day = 0; day < pace.length; day++) {
            pace[day] = WorkingYear.pace(day);
        }
    }

    /** Questions to the whole company, some of them from customers. */
    void forum(double acts) {
        Dice dice = new Dice(seed, "forum");
        Conversation conversation = new Conversation(stage, dice);
        for (int i = 0; i < acts / 3.3; i++) {
            int day = dice.proportional(pace);
            int topic = dice.below(stage.bank.topics().size());
            boolean customer = dice.chance(0.2);
            int asker = somebody(
                    day, dice, person -> stage.person(person).own() != customer && plot.knows(person, topic) == 0);
            if (asker != Company.NONE) {
                conversation.ask(asker, day, FORUM, topic, everybody, 0.9);
            }
        }
    }

    private interface Fit {
        boolean test(int person);
    }

    private int somebody(int day, Dice dice, Fit fit) {
        int[] some = stage.sample(everybody, List.of(), dice);
        return stage.draw(
                some, day, person -> fit.test(person) ? stage.person(person).activity() : 0, dice);
    }

    /** Somebody in the unit one would ask talks of each topic all the time without knowing it. */
    void chatter(double acts) {
        Dice dice = new Dice(seed, "chatter");
        Conversation conversation = new Conversation(stage, dice);
        List<Topic> topics = stage.bank.topics();
        for (int topic = 0; topic < topics.size(); topic++) {
            for (int i = 0; i < acts / topics.size(); i++) {
                int day = dice.proportional(pace);
                int author = plot.has(Pattern.EXPERTS) ? plot.talkers().get(topic) : somebody(day, dice, _ -> true);
                if (author == Company.NONE || !stage.person(author).own()) {
                    continue;
                }
                Act post = conversation.tell(author, day, FORUM, Use.CHATTER, topic, everybody, 0.05);
                if (post != null) {
                    post.bySynonym = false;
                }
            }
        }
    }

    /** What is stuck between two units, and who settles it. */
    void tickets(double acts) {
        Dice dice = new Dice(seed, "tickets");
        double[] chances = new double[stage.bank.topics().size()];
        for (int i = 0; i < chances.length; i++) {
            boolean gap = plot.has(Pattern.RECURRENT_GAP)
                    && stage.bank.topics().get(i).process().equals(plot.gapProcess());
            chances[i] = gap ? 6 : 1;
        }
        double[] topicsOfProcess = new double[chances.length];
        for (int i = 0; i < chances.length; i++) {
            String process = stage.bank.topics().get(i).process();
            topicsOfProcess[i] = chances[i]
                    / stage.bank.topics().stream()
                            .filter(topic -> topic.process().equals(process))
                            .count();
        }
        for (int i = 0; i < acts / 2.4; i++) {
            ticket(dice.proportional(pace), dice.proportional(topicsOfProcess), dice);
        }
    }

    private void ticket(int day, int topic, Dice dice) {
        boolean customer = dice.chance(0.15);
        int asker = somebody(day, dice, person -> stage.person(person).own() != customer);
        if (asker == Company.NONE) {
            return;
        }
        Act need = stage.say(
                asker, WorkingYear.moment(day, dice), ContributionKind.TICKET, Use.TICKET, TICKETS, topic, dice);
        if (need == null) {
            return;
        }
        need.aboutProcess = true;
        Act last = need;
        Set<Integer> spoken = new HashSet<>(Set.of(asker));
        int relays = dice.poisson(0.6);
        for (int i = 0; i < relays; i++) {
            int relay = handler(need, spoken, dice);
            Act said = relay == Company.NONE ? null : stage.reply(relay, last, Use.RELAYED, 20, dice);
            if (said != null) {
                spoken.add(relay);
                last = said;
            }
        }
        settle(need, last, spoken, dice);
    }

    private void settle(Act need, Act last, Set<Integer> spoken, Dice dice) {
        boolean byCloser = plot.has(Pattern.CLOSERS) && dice.chance(0.55);
        int closer =
                byCloser ? closer(need, spoken, dice) : dice.chance(0.45) ? handler(need, spoken, dice) : Company.NONE;
        if (closer == Company.NONE) {
            return;
        }
        Act settled = stage.reply(closer, last, Use.SETTLED, byCloser ? 8 : 60, dice);
        if (settled != null) {
            settled.parent = need;
            settled.resolves = need;
            stage.applaud(settled, new int[] {need.author}, 0.4, dice);
        }
    }

    private int closer(Act need, Set<Integer> spoken, Dice dice) {
        int[] closers = plot.closers().stream().mapToInt(Integer::intValue).toArray();
        int unit = stage.affinity.unitOn(need.author, need.day());
        return stage.draw(
                closers,
                need.day(),
                person -> spoken.contains(person) || stage.affinity.unitOn(person, need.day()) == unit ? 0 : 1,
                dice);
    }

    private int handler(Act need, Set<Integer> spoken, Dice dice) {
        int obvious = stage.company.unit(stage.bank.topics().get(need.topic).unit());
        int[] some = stage.sample(everybody, List.of(), dice);
        return stage.draw(
                some,
                need.day(),
                person -> spoken.contains(person) || !stage.person(person).own()
                        ? 0
                        : stage.person(person).activity()
                                * (stage.affinity.unitOn(person, need.day()) == obvious ? 4 : 1)
                                * stage.affinity.open(need.author, person, need.day()),
                dice);
    }

    /** The leadership speaks, and some who never wrote begin. */
    void leadership() {
        Dice dice = new Dice(seed, "leadership");
        int square = stage.company.community("ameliorations");
        Room room = new Room("network", Visibility.COMPANY, square);
        int[] members = plot.members().get(square).stream()
                .mapToInt(Plot.Joining::person)
                .toArray();
        Conversation conversation = new Conversation(stage, dice);
        List<Act> posts = new ArrayList<>();
        for (int day : plot.leader().days()) {
            int topic = dice.one(stage.company.communities().get(square).topics());
            Act post = stage.say(
                    plot.leader().person(),
                    (long) day * WorkingYear.DAY_SECONDS + 7 * 3600L + dice.below(3600),
                    ContributionKind.POST,
                    Use.LEADER,
                    room,
                    topic,
                    dice);
            if (post != null) {
                posts.add(post);
                stage.applaud(post, members, Math.min(25, members.length / 12.0), dice);
                conversation.discuss(post, members, 3 + dice.poisson(3), List.of());
            }
        }
        for (Plot.Start start : plot.leader().starts()) {
            begin(start, posts, room, members, dice);
        }
    }

    private void begin(Plot.Start start, List<Act> posts, Room room, int[] members, Dice dice) {
        int topic = dice.one(stage.company.communities().get(room.community()).topics());
        boolean joins = plot.has(Pattern.LEADER)
                && posts.stream().anyMatch(post -> post.day() <= start.day() && start.day() <= post.day() + 8);
        long morning = (long) start.day() * WorkingYear.DAY_SECONDS + 8 * 3600L;
        Act first = stage.say(
                start.person(),
                morning + dice.below(1800),
                ContributionKind.POST,
                joins ? Use.JOINING : Use.POST,
                room,
                topic,
                dice);
        if (first != null) {
            stage.applaud(first, members, 0.8, dice);
        }
    }
}
