package org.passerelle.network;

import java.util.List;

/** Where checked records of a source go, batch by batch; the store implements it. */
public interface LoadSink {
    /**
     * Writes one batch and its ledger row in one transaction. A batch whose digest the ledger already
     * holds is skipped and counted as already there.
     */
    Written write(Batch batch);

    /** After the last batch: settles identities, recomputes the ties of changed days, moves the version. */
    void finish(String source);

    /**
     * Records of one source that are written together.
     *
     * @param digest of the records' content and order in the file, hexadecimal: the ledger's key with {@code source}
     * @param number position of the batch in its file, from 0
     * @param rows rows of the file it was made from
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
        UNION,
        /** The later one wins, then the greater digest; the loser is counted. */
        LATEST
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
            List<Appointment> appointments) {
        /** No facts. */
        public static Facts none() {
            return new Facts(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
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
