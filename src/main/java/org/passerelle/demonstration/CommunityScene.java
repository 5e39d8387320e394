package org.passerelle.demonstration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.passerelle.demonstration.Act.Room;
import org.passerelle.demonstration.Act.Use;
import org.passerelle.demonstration.Company.Community;
import org.passerelle.network.CommunityKind;
import org.passerelle.network.ContributionKind;

/** A year of one community, told day by day. */
final class CommunityScene {
    private static final double ACTS_PER_THREAD = 2.9;

    private final Stage stage;
    private final Plot plot;
    private final Dice dice;
    private final Conversation conversation;
    private final int index;
    private final Community community;
    private final Room room;
    private final int[] members;
    private final int[] from;
    private final double[] returning;
    private final int[] position;

    CommunityScene(Stage stage, int index, long seed) {
        this.stage = stage;
        this.plot = stage.plot;
        this.index = index;
        this.community = stage.company.communities().get(index);
        this.dice = new Dice(seed, "community " + community.id());
        this.conversation = new Conversation(stage, dice);
        this.room = new Room(community.channel(), community.visibility(), index);
        List<Plot.Joining> joinings = plot.members().get(index);
        this.members = joinings.stream().mapToInt(Plot.Joining::person).toArray();
        this.from = joinings.stream().mapToInt(Plot.Joining::from).toArray();
        this.returning = new double[members.length];
        java.util.Arrays.fill(returning, 1);
        this.position = new int[stage.company.people().size()];
        java.util.Arrays.fill(position, -1);
        for (int i = 0; i < members.length; i++) {
            position[members[i]] = i;
        }
    }

    /** Something that happens on a day. */
    private record Event(int day, int kind, int detail) {
        static final int THREAD = 0;
        static final int SPARK = 1;
        static final int HELLO = 2;
        static final int CAMPAIGN = 3;
        static final int BROADCAST = 4;
    }

    /** Plays the year; {@code acts} is about how many contributions an ordinary year would have. */
    void play(double acts) {
        List<Event> events = new ArrayList<>();
        addThreads(events, (int) Math.round(acts * liveliness() / ACTS_PER_THREAD));
        addSparks(events, acts);
        addHellos(events);
        addRegular(events);
        events.sort(Comparator.comparingInt(Event::day)
                .thenComparingInt(Event::kind)
                .thenComparingInt(Event::detail));
        for (Event event : events) {
            play(event);
        }
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
            events.add(new Event(dice.weighted(pace), Event.THREAD, i));
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

    private boolean drownedOn(int day) {
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
        for (int i = 0; i < members.length; i++) {
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

    private void play(Event event) {
        if (event.day() >= WorkingYear.DAYS) {
            return;
        }
        switch (event.kind()) {
            case Event.SPARK -> spark(event.day());
            case Event.HELLO -> hello(event.day(), members[event.detail()]);
            case Event.CAMPAIGN -> campaign(event.day());
            case Event.BROADCAST -> broadcast(event.day());
            default -> thread(event.day());
        }
    }

    private int[] present(int day) {
        int count = 0;
        int[] present = new int[members.length];
        for (int i = 0; i < members.length; i++) {
            if (from[i] <= day && !airing(members[i])) {
                present[count++] = members[i];
            }
        }
        return java.util.Arrays.copyOf(present, count);
    }

    /** The broadcaster only broadcasts. */
    private boolean airing(int person) {
        return person == plot.broadcaster().person();
    }

    private int topic() {
        return dice.one(community.topics());
    }

    /** Who begins an ordinary thread: the active ones; the animator hardly ever does. */
    private int starter(int[] present, int day, ToIntFunction<Integer> favour) {
        return stage.draw(
                present,
                day,
                person -> stage.person(person).activity()
                        * returning[position[person]]
                        * favour.applyAsInt(person)
                        * (person == animator() ? 0.1 : 1),
                dice);
    }

    private void thread(int day) {
        int[] present = present(day);
        if (community.kind() == CommunityKind.TEAM) {
            chat(day, present);
            return;
        }
        double roll = dice.fraction();
        boolean watch = community.kind() == CommunityKind.WATCH;
        int topic = topic();
        int starter = starter(present, day, person -> plot.knows(person, topic) > 0 && roll < 0.45 ? 0 : 1);
        if (starter == Company.NONE) {
            return;
        }
        if (roll < (watch ? 0.25 : 0.5)) {
            ask(starter, day, topic, present);
        } else if (roll < 0.55 && watch) {
            conversation.tell(starter, day, room, Use.WATCH, topic, present, 0.6);
        } else if (roll < 0.85) {
            double comments = dice.chance(0.12) ? 3.5 : 0.7;
            steered(conversation.tell(starter, day, room, Use.POST, topic, present, comments * openness(day)), day);
        } else if (roll < 0.92) {
            document(day, present, topic);
        } else {
            conversation.tell(starter, day, room, Use.BANAL, -1, present, 0.5);
        }
    }

    private void ask(int starter, int day, int topic, int[] present) {
        double answers = 0.88;
        if (index == plot.dyingCommunity() && plot.has(Pattern.DYING)) {
            answers = Math.max(0.1, 1 - day / 260.0);
        } else if (index == plot.quietCommunity() && plot.has(Pattern.QUIET)) {
            answers = 1.2;
        }
        conversation.ask(starter, day, room, topic, present, answers * openness(day));
    }

    /** How much room the others are left. */
    private double openness(int day) {
        return drownedOn(day) ? 0.5 : 1;
    }

    private void steered(@Nullable Act post, int day) {
        if (post != null && drownedOn(day) && dice.chance(0.7)) {
            stage.reply(plot.drowning().person(), post, Use.STEER, 0.5, dice);
        }
    }

    private void document(int day, int[] present, int topic) {
        int author = stage.draw(present, day, person -> 0.3 + 2 * plot.knows(person, topic), dice);
        if (author != Company.NONE) {
            Room shelf = new Room("document", community.visibility(), index);
            conversation.tell(author, day, shelf, Use.DOCUMENT, topic, present, 0.7);
        }
    }

    /** A team talks in short messages that answer nobody in particular. */
    private void chat(int day, int[] present) {
        int topic = topic();
        int starter = starter(present, day, _ -> 1);
        if (starter == Company.NONE) {
            return;
        }
        Act first = stage.say(
                starter, WorkingYear.moment(day, dice), ContributionKind.MESSAGE, Use.QUESTION, room, topic, dice);
        Act last = first;
        int count = 1 + dice.poisson(1.6);
        for (int i = 0; i < count && first != null && last != null; i++) {
            Act before = last;
            int speaker = stage.draw(
                    present,
                    before.day(),
                    other -> other == before.author
                            ? 0
                            : stage.person(other).activity()
                                    * (other == animator() ? 0.2 : 1)
                                    * stage.affinity.open(before.author, other, before.day()),
                    dice);
            long second = WorkingYear.later(before.second, 0.3, dice);
            last = speaker == Company.NONE
                    ? null
                    : stage.say(speaker, second, ContributionKind.MESSAGE, Use.CHAT, room, topic, dice);
            if (last != null) {
                last.beside(first);
                last.english = dice.chance(0.85) ? first.english : last.english;
            }
        }
    }

    /** An open question after which the others talk among themselves. */
    private void spark(int day) {
        int[] present = present(day);
        int author = plot.has(Pattern.ANIMATORS) ? animator() : starter(present, day, _ -> 1);
        if (author == Company.NONE) {
            return;
        }
        boolean team = community.kind() == CommunityKind.TEAM;
        int topic = topic();
        Act spark = stage.say(
                author,
                WorkingYear.moment(day, dice),
                team ? ContributionKind.MESSAGE : ContributionKind.POST,
                Use.SPARK,
                room,
                topic,
                dice);
        if (spark == null) {
            return;
        }
        List<Integer> invited = invited(spark, present);
        spark.mentions.addAll(invited);
        stage.applaud(spark, present, 1.5, dice);
        conversation.discuss(spark, present, invited.size() + 2 + dice.poisson(1.8), invited);
    }

    /** Two members of different units whom the author names. */
    private List<Integer> invited(Act spark, int[] present) {
        int one = stage.draw(present, spark.day(), other -> near(spark, other), dice);
        int two = one == Company.NONE
                ? Company.NONE
                : stage.draw(
                        present,
                        spark.day(),
                        other -> other == one
                                        || stage.affinity.unitOn(other, spark.day())
                                                == stage.affinity.unitOn(one, spark.day())
                                ? 0
                                : near(spark, other) * stage.affinity.open(one, other, spark.day()),
                        dice);
        return two == Company.NONE ? List.of() : List.of(one, two);
    }

    private double near(Act act, int other) {
        return other == act.author ? 0 : stage.affinity.open(act.author, other, act.day());
    }

    private void hello(int day, int newcomer) {
        int topic = topic();
        Act hello =
                stage.say(newcomer, WorkingYear.moment(day, dice), ContributionKind.POST, Use.HELLO, room, topic, dice);
        if (hello == null) {
            return;
        }
        int[] present = present(day);
        int[] others = java.util.Arrays.stream(present)
                .filter(person -> person != newcomer && person != animator())
                .toArray();
        boolean animated = plot.has(Pattern.ANIMATORS) && stage.mayWrite(animator(), day) && dice.chance(0.85);
        int host = animated ? animator() : dice.chance(0.35) ? starter(others, day, _ -> 1) : Company.NONE;
        int third = stage.draw(others, day, other -> near(hello, other), dice);
        returning[position[newcomer]] = animated ? 1.6 : 0.3;
        if (host == Company.NONE || third == Company.NONE || host == third) {
            return;
        }
        Act welcome = stage.reply(host, hello, Use.WELCOME, 2, dice);
        if (welcome != null) {
            welcome.mentions.add(third);
            Act answer = stage.reply(third, welcome, Use.EXPERIENCE, 4, dice);
            if (answer != null) {
                answer.parent = hello;
            }
        }
    }

    private void campaign(int day) {
        Act post = conversation.tell(plot.drowning().person(), day, room, Use.CAMPAIGN, topic(), present(day), 0.2);
        if (post != null) {
            post.labelled = true;
        }
    }

    private void broadcast(int day) {
        Act post = stage.say(
                plot.broadcaster().person(),
                WorkingYear.moment(day, dice),
                ContributionKind.POST,
                Use.BROADCAST,
                room,
                -1,
                dice);
        if (post != null) {
            stage.applaud(post, present(day), 0.08, dice);
        }
    }
}
