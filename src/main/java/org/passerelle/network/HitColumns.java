package org.passerelle.network;

import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.passerelle.network.ContributionSearch.Hit;

/**
 * Contributions found, as columns of numbers: a popular word finds thousands, of which a question counts who, where and
 * when, and shows thirty. People, discussions and communities are numbered from 0 within one answer; names are looked up
 * for what is shown. It is a list of {@link Hit} too, each made when it is asked for. Immutable.
 */
public final class HitColumns extends AbstractList<Hit> implements RandomAccess {
    /** The community of what was said outside communities. */
    public static final int OUTSIDE = -1;
    /** The number in the register of somebody who is not there. */
    public static final int UNREGISTERED = -1;

    private final Builder rows;
    private final int[] reactions;
    private final HitNames names;

    private HitColumns(Builder rows, int[] reactions, HitNames names) {
        this.rows = rows;
        this.reactions = reactions;
        this.names = names;
    }

    /** The columns of a list, which are at hand where it is one of this kind. */
    public static HitColumns of(List<Hit> hits) {
        if (hits instanceof HitColumns columns) {
            return columns;
        }
        Ids people = new Ids();
        Ids discussions = new Ids();
        Ids communities = new Ids();
        Builder builder = new Builder(hits.size());
        for (Hit hit : hits) {
            hit.mentionedIds().forEach(person -> builder.mention(people.number(person)));
            builder.add(
                    hit.score(),
                    new Place(
                            people.number(hit.personId()),
                            discussions.number(hit.discussion()),
                            hit.communityId() == null ? OUTSIDE : communities.number(hit.communityId())),
                    new Act(hit.kind(), hit.at().toEpochMilli(), hit.opening(), hit.resolving(), hit.reactions()));
        }
        return builder.build(new HitNames(
                at -> hits.get(at).key(), people.people(), discussions.numbered(), communities.numbered()));
    }

    private static final class Ids {
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<String> ids = new ArrayList<>();

        int number(String id) {
            Integer known = numbers.putIfAbsent(id, ids.size());
            if (known == null) {
                ids.add(id);
                return ids.size() - 1;
            }
            return known;
        }

        HitNames.People people() {
            return new HitNames.People(
                    new HitNames.Register(ids), IntStream.range(0, ids.size()).toArray(), List.of());
        }

        HitNames.Numbered numbered() {
            return new HitNames.Numbered(ids.size(), ids::get);
        }
    }

    @Override
    public int size() {
        return rows.size;
    }

    @Override
    public Hit get(int at) {
        int community = rows.communities[at];
        List<String> mentioned = new ArrayList<>(mentionEnd(at) - mentionStart(at));
        for (int mention = mentionStart(at); mention < mentionEnd(at); mention++) {
            mentioned.add(personId(rows.mentions[mention]));
        }
        return new Hit(
                key(at),
                rows.scores[at],
                personId(rows.people[at]),
                kind(at),
                Instant.ofEpochMilli(rows.ats[at]),
                names.discussions().id().apply(rows.discussions[at]),
                community == OUTSIDE ? null : communityId(community),
                rows.openings[at],
                reactions[at],
                rows.resolvings[at],
                mentioned);
    }

    /** The key of a contribution. */
    public String key(int at) {
        return names.keys().apply(at);
    }

    /** The keys in order, each made when it is asked for. */
    public List<String> keys() {
        return new AbstractList<>() {
            @Override
            public String get(int at) {
                return key(at);
            }

            @Override
            public int size() {
                return rows.size;
            }
        };
    }

    /** Relevance, 1 for the best. */
    public double score(int at) {
        return rows.scores[at];
    }

    /** Who made it. */
    public int person(int at) {
        return rows.people[at];
    }

    /** How many people made these or are named in them. */
    public int people() {
        return names.people().count();
    }

    /** The id of a person by number. */
    public String personId(int person) {
        return names.people().id(person);
    }

    /** Where people have numbers that stay. */
    public HitNames.Register register() {
        return names.people().register();
    }

    /** The number of a person in the register; {@link #UNREGISTERED} of somebody who was added. */
    public int registered(int person) {
        int[] registered = names.people().registered();
        return person < registered.length ? registered[person] : UNREGISTERED;
    }

    /** The same hits among more people, who made none of them. */
    public HitColumns withPeople(Set<String> ids) {
        if (ids.isEmpty()) {
            return this;
        }
        Set<String> others = new TreeSet<>(ids);
        for (int person = 0; person < people(); person++) {
            others.remove(personId(person));
        }
        HitNames.People before = names.people();
        List<String> added =
                Stream.concat(before.added().stream(), others.stream()).toList();
        HitNames.People people = new HitNames.People(before.register(), before.registered(), added);
        return new HitColumns(
                rows, reactions, new HitNames(names.keys(), people, names.discussions(), names.communities()));
    }

    /** What it belongs to. */
    public int discussion(int at) {
        return rows.discussions[at];
    }

    /** How many discussions these belong to. */
    public int discussions() {
        return names.discussions().count();
    }

    /** Where it was made; {@link #OUTSIDE} outside communities. */
    public int community(int at) {
        return rows.communities[at];
    }

    /** How many communities these were made in. */
    public int communities() {
        return names.communities().count();
    }

    /** The id of a community by number. */
    public String communityId(int community) {
        return names.communities().id().apply(community);
    }

    /** What sort of act it is. */
    public ContributionKind kind(int at) {
        return rows.kinds[at];
    }

    /** When it was made, in milliseconds since 1970. */
    public long at(int at) {
        return rows.ats[at];
    }

    /** Whether it is the first of its discussion. */
    public boolean opening(int at) {
        return rows.openings[at];
    }

    /** Whether it was accepted or resolved a need. */
    public boolean resolving(int at) {
        return rows.resolvings[at];
    }

    /** Reactions to it. */
    public int reactions(int at) {
        return reactions[at];
    }

    /** The first of {@link #mentioned} that it names. */
    public int mentionStart(int at) {
        return at == 0 ? 0 : rows.mentionEnds[at - 1];
    }

    /** After the last of {@link #mentioned} that it names. */
    public int mentionEnd(int at) {
        return rows.mentionEnds[at];
    }

    /** Somebody whom a contribution names. */
    public int mentioned(int mention) {
        return rows.mentions[mention];
    }

    /** The same with so many reactions more, by key. */
    public HitColumns withMoreReactions(Map<String, Integer> more) {
        if (more.isEmpty()) {
            return this;
        }
        int[] raised = Arrays.copyOf(reactions, rows.size);
        for (int at = 0; at < rows.size; at++) {
            raised[at] += more.getOrDefault(key(at), 0);
        }
        return new HitColumns(rows, raised, names);
    }

    /** Who, in which discussion and community, by number. */
    public record Place(int person, int discussion, int community) {}

    /** What sort of act, when, and how it was received. */
    public record Act(ContributionKind kind, long atMillis, boolean opening, boolean resolving, int reactions) {}

    /** Columns as they are filled, in order. */
    public static final class Builder {
        private final double[] scores;
        private final int[] people;
        private final ContributionKind[] kinds;
        private final long[] ats;
        private final int[] discussions;
        private final int[] communities;
        private final boolean[] openings;
        private final int[] reactions;
        private final boolean[] resolvings;
        private final int[] mentionEnds;
        private int[] mentions = new int[64];
        private int mentioned;
        private int size;

        /** For at most so many. */
        public Builder(int sizeMax) {
            scores = new double[sizeMax];
            people = new int[sizeMax];
            kinds = new ContributionKind[sizeMax];
            ats = new long[sizeMax];
            discussions = new int[sizeMax];
            communities = new int[sizeMax];
            openings = new boolean[sizeMax];
            reactions = new int[sizeMax];
            resolvings = new boolean[sizeMax];
            mentionEnds = new int[sizeMax];
        }

        /** Somebody whom the next contribution names. */
        public void mention(int person) {
            if (mentioned == mentions.length) {
                mentions = Arrays.copyOf(mentions, 2 * mentioned);
            }
            mentions[mentioned++] = person;
        }

        /** The next contribution. */
        public void add(double score, Place place, Act act) {
            scores[size] = score;
            people[size] = place.person();
            discussions[size] = place.discussion();
            communities[size] = place.community();
            kinds[size] = act.kind();
            ats[size] = act.atMillis();
            openings[size] = act.opening();
            resolvings[size] = act.resolving();
            reactions[size] = act.reactions();
            mentionEnds[size++] = mentioned;
        }

        /** The columns; nothing may be added afterwards. */
        public HitColumns build(HitNames names) {
            return new HitColumns(this, reactions, names);
        }
    }
}
