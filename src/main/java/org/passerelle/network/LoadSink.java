package org.passerelle.network;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Where checked records of a source go, batch by batch; the store implements it. */
public interface LoadSink {
    /**
     * Writes one batch and its ledger row in one transaction. A batch whose digest the ledger already
     * holds is skipped and counted as already there.
     */
    Written write(Batch batch);

    /** Whether the graph already holds this person; lets a corrected row be loaded without its neighbours. */
    default boolean knowsPerson(String personId) {
        return false;
    }

    /** Whether the graph already holds this group; lets a corrected row be loaded without its neighbours. */
    default boolean knowsGroup(String groupId) {
        return false;
    }

    /** Whether a skill's name has a word that says something, so that it can be a topic. */
    default boolean isTopic(String skill) {
        return true;
    }

    /** After the last batch: settles identities, recomputes the ties of changed days, moves the version. */
    void finish(String source);

    /**
     * Records of one source that are written together. A contribution may name a community that no fact
     * describes yet: the sink creates it, with the part of the id after the colon as its name.
     *
     * @param digest of the records' content and order in the file, hexadecimal: the ledger's key with {@code source}
     * @param number position of the batch in its file, from 0
     * @param rows rows of the file it was made from
     * @param ties of a survey, or sums over this batch of a source that keeps ties only: the sink adds them up.
     *     Their {@code fromId} and {@code toId} are {@linkplain Account#key() keys of accounts}, which the
     *     sink resolves to people
     */
    record Batch(
            String source,
            String digest,
            int number,
            int rows,
            Combine combine,
            List<Contribution> contributions,
            List<Tie> ties,
            Facts facts) {}

    /** What to do when the graph already holds a contribution of the same key. */
    enum Combine {
        /** Recipients and mentions are added up: rows that share sender and second are one contribution. */
        UNION {
            @Override
            public Contribution apply(Contribution one, Contribution other) {
                return later(one, other)
                        .withAudience(
                                union(one.recipients(), other.recipients()), union(one.mentions(), other.mentions()));
            }
        },
        /** The later one wins, then the greater digest; the loser is counted. */
        LATEST {
            @Override
            public Contribution apply(Contribution one, Contribution other) {
                return later(one, other);
            }
        };

        /** What remains of two contributions of one key; the order of the two does not matter. */
        public abstract Contribution apply(Contribution one, Contribution other);

        private static Contribution later(Contribution one, Contribution other) {
            int order = one.at().compareTo(other.at());
            if (order == 0) {
                order = one.digest().compareTo(other.digest());
            }
            return order >= 0 ? one : other;
        }

        private static List<Account> union(List<Account> some, List<Account> more) {
            Map<String, Account> union = new TreeMap<>();
            Stream.concat(some.stream(), more.stream())
                    .forEach(account -> union.merge(account.key(), account, Combine::named));
            return List.copyOf(union.values());
        }

        private static Account named(Account one, Account other) {
            String name = one.name() == null ? "" : one.name();
            String otherName = other.name() == null ? "" : other.name();
            return name.compareTo(otherName) >= 0 ? one : other;
        }
    }

    /**
     * Formal facts; each is merged by its own key.
     *
     * @param addresses who owns which account: the accounts of the organisation's own list
     */
    record Facts(
            List<Person> people,
            List<Ownership> addresses,
            List<Group> groups,
            List<Membership> memberships,
            List<GroupPart> parts,
            List<ReportingLine> lines,
            List<Appointment> appointments,
            List<DeclaredSkill> skills) {
        /** Facts of an organisation without a list of skills. */
        public Facts(
                List<Person> people,
                List<Ownership> addresses,
                List<Group> groups,
                List<Membership> memberships,
                List<GroupPart> parts,
                List<ReportingLine> lines,
                List<Appointment> appointments) {
            this(people, addresses, groups, memberships, parts, lines, appointments, List.of());
        }

        /** No facts. */
        public static Facts none() {
            return ofSkills(List.of());
        }

        /** Skills alone. */
        public static Facts ofSkills(List<DeclaredSkill> skills) {
            return new Facts(
                    List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.copyOf(skills));
        }
    }

    /** An account known to be a person's. */
    record Ownership(Account account, String personId) {}

    /** What one batch changed. */
    record Written(long loaded, long alreadyThere, long replaced) {
        /** Both together. */
        public Written plus(Written other) {
            return new Written(loaded + other.loaded, alreadyThere + other.alreadyThere, replaced + other.replaced);
        }
    }
}
