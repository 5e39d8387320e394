package org.passerelle.demonstration;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.passerelle.demonstration.Act.Room;
import org.passerelle.demonstration.Act.Use;
import org.passerelle.demonstration.CommunityYear.Event;
import org.passerelle.demonstration.Company.Community;
import org.passerelle.network.CommunityKind;
import org.passerelle.network.ContributionKind;

/** A year of one community, told day by day. */
final class CommunityScene {
    private final Stage stage;
    private final Plot plot;
    private final Dice dice;
    private final Conversation conversation;
    private final int index;
    private final Community community;
    private final Room room;
    private final int[] members;
    private final int[] from;
    private final CommunityYear year;
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
        this.year = new CommunityYear(plot, index, from, dice);
        this.returning = new double[members.length];
        Arrays.fill(returning, 1);
        this.position = new int[stage.company.people().size()];
        Arrays.fill(position, -1);
        for (int i = 0; i < members.length; i++) {
            position[members[i]] = i;
        }
    }

    /** Plays the year; {@code acts} is about how many contributions an ordinary year would have. */
    void play(double acts) {
        for (Event event : year.events(acts)) {
            play(event);
        }
    }

    private int animator() {
        return plot.animators().get(index);
    }

    private boolean drownedOn(int day) {
        return year.drownedOn(day);
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
        return Arrays.copyOf(present, count);
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
        int[] others = Arrays.stream(present)
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
