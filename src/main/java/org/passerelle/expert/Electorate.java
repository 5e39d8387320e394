package org.passerelle.expert;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.passerelle.network.HitColumns;
import org.passerelle.network.NetworkSnapshot;

/** What is known of those whom hits may vote for, by their numbers among the hits. */
interface Electorate {
    /** Whether somebody may be named. */
    boolean has(int person);

    /** Share of the latest answers where the question belongs; 0 where that is unknown. */
    double answering(int person);

    /** Answers given so far by somebody who may be named. */
    Standing.Answers answers(int person);

    /** By ids: each thing known is looked up for each person. */
    static Electorate byId(HitColumns hits, Predicate<String> candidates, Standing standing) {
        return new Electorate() {
            @Override
            public boolean has(int person) {
                return candidates.test(hits.personId(person));
            }

            @Override
            public double answering(int person) {
                return standing.answering().getOrDefault(hits.personId(person), 0.0);
            }

            @Override
            public Standing.Answers answers(int person) {
                return standing.answers().apply(hits.personId(person));
            }
        };
    }

    /**
     * By vertices of the snapshot, for thousands of people.
     *
     * @param vertices that of each person
     * @param candidates who may be named, by vertex
     */
    static Electorate byVertex(int[] vertices, NetworkSnapshot snapshot, IntPredicate candidates, Standing standing) {
        Map<Integer, Double> shares = new HashMap<>();
        standing.answering().forEach((id, share) -> snapshot.vertex(id).ifPresent(vertex -> shares.put(vertex, share)));
        return new Electorate() {
            @Override
            public boolean has(int person) {
                return vertices[person] != Roster.NOBODY && candidates.test(vertices[person]);
            }

            @Override
            public double answering(int person) {
                return shares.getOrDefault(vertices[person], 0.0);
            }

            @Override
            public Standing.Answers answers(int person) {
                return standing.answers().at(vertices[person], snapshot);
            }
        };
    }
}
