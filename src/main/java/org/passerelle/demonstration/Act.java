package org.passerelle.demonstration;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.Visibility;

/** One contribution while the story is being told: who, when and to what; its words come when it is written. */
final class Act {
    /** What the words are for; the names are those of the bank's phrases. */
    enum Use {
        QUESTION,
        ANSWER,
        GUESS,
        THANKS,
        PRECISION,
        EXPERIENCE,
        SPARK,
        POST,
        WATCH,
        CHATTER,
        BANAL,
        BROADCAST,
        LEADER,
        JOINING,
        HELLO,
        WELCOME,
        STEER,
        CAMPAIGN,
        CUSTOMER,
        TICKET,
        SETTLED,
        RELAYED,
        CHAT,
        DOCUMENT,
        MAIL
    }

    /** Where it is said. */
    record Room(String channel, Visibility visibility, int community) {}

    /** A reaction by somebody. */
    record Applause(int person, String kind, long second) {}

    final int author;
    final long second;
    final ContributionKind kind;
    final Use use;
    final Room room;
    final int topic;
    final long words;
    final List<Applause> applause = new ArrayList<>();
    final List<Integer> mentions = new ArrayList<>();
    final List<Integer> recipients = new ArrayList<>();

    @Nullable
    Act parent;

    @Nullable
    Act resolves;

    Act root;
    boolean bySynonym;
    boolean english;
    boolean labelled;
    boolean aboutProcess;
    int anonymousReactions;
    /** How many came before it in its thread. */
    int place;

    private int followers;

    /** Position among all, in order of time; -1 until all is told. */
    int number = -1;

    /** Opens a thread; {@link #under} puts it into another's. */
    Act(int author, long second, ContributionKind kind, Use use, Room room, int topic, long words) {
        this.author = author;
        this.second = second;
        this.kind = kind;
        this.use = use;
        this.room = room;
        this.topic = topic;
        this.words = words;
        this.root = this;
    }

    /** Makes this an answer to that one. */
    Act under(Act answered) {
        this.parent = answered;
        return beside(answered);
    }

    /** Says it in the thread of that one without answering anybody. */
    Act beside(Act other) {
        this.root = other.root;
        this.place = ++root.followers;
        return this;
    }

    int day() {
        return WorkingYear.dayOf(second);
    }
}
