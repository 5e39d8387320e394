package org.passerelle.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.DeclaredSkill;
import org.passerelle.network.LoadSink.Facts;
import org.passerelle.store.Store.Transaction;

/** Writes the formal organisation's facts; each is merged by what makes it one: who, where and since when. */
final class FactWriter {
    /** Number of facts. */
    static long size(Facts facts) {
        return Stream.<List<?>>of(
                        facts.people(),
                        facts.groups(),
                        facts.memberships(),
                        facts.parts(),
                        facts.lines(),
                        facts.appointments(),
                        facts.skills())
                .mapToLong(List::size)
                .sum();
    }

    void write(Transaction transaction, Facts facts) {
        people(transaction, facts);
        groups(transaction, facts);
        Columns memberships = Columns.of("keys", "people", "groups", "from", "until", "shares", "primary", "roles");
        facts.memberships()
                .forEach(fact -> memberships.add(
                        key(fact.from(), fact.role()),
                        fact.personId(),
                        fact.groupId(),
                        fact.from(),
                        fact.until(),
                        fact.share(),
                        fact.primary(),
                        fact.role()));
        transaction.run("load/memberships", memberships);
        Columns parts = Columns.of("keys", "groups", "wholes", "from", "until");
        facts.parts()
                .forEach(
                        fact -> parts.add(key(fact.from()), fact.groupId(), fact.wholeId(), fact.from(), fact.until()));
        transaction.run("load/parts", parts);
        Columns lines = Columns.of("keys", "people", "managers", "from", "until", "kinds");
        facts.lines()
                .forEach(fact -> lines.add(
                        key(fact.from(), fact.kind().name()),
                        fact.personId(),
                        fact.managerId(),
                        fact.from(),
                        fact.until(),
                        fact.kind().name()));
        transaction.run("load/lines", lines);
        Columns appointments = Columns.of("keys", "people", "communities", "from", "until", "hours");
        facts.appointments()
                .forEach(fact -> appointments.add(
                        key(fact.from()),
                        fact.personId(),
                        fact.communityId(),
                        fact.from(),
                        fact.until(),
                        fact.hoursPerWeek()));
        transaction.run("load/appointments", appointments);
        skills(transaction, facts);
    }

    private static void skills(Transaction transaction, Facts facts) {
        Columns rows = Columns.of("keys", "people", "skills", "names", "from", "until");
        for (DeclaredSkill skill : facts.skills()) {
            rows.add(
                    key(skill.from()),
                    skill.personId(),
                    SkillSettlement.key(skill.name()),
                    skill.name(),
                    skill.from(),
                    skill.until());
        }
        if (rows.rows() > 0) {
            transaction.run("load/skills", rows);
        }
    }

    private static void people(Transaction transaction, Facts facts) {
        Columns rows = Columns.of("ids", "names", "titles", "grades", "joined", "left", "discoverable");
        facts.people()
                .forEach(person -> rows.add(
                        person.id(),
                        person.name(),
                        person.title(),
                        person.grade(),
                        person.joined(),
                        person.left(),
                        person.discoverable()));
        transaction.run("load/people", rows);
    }

    private static void groups(Transaction transaction, Facts facts) {
        Columns rows = Columns.of("ids", "names", "dimensions", "kinds", "own", "labels");
        facts.groups()
                .forEach(group -> rows.add(
                        group.id(),
                        group.name(),
                        group.dimension().name(),
                        group.kind() == null ? null : group.kind().name(),
                        group.own(),
                        label(group.dimension().name())));
        transaction.run("load/groups", rows);
    }

    private static String label(String dimension) {
        return dimension.charAt(0) + dimension.substring(1).toLowerCase(Locale.ROOT);
    }

    private static String key(@Nullable LocalDate from) {
        return from == null ? "-" : from.toString();
    }

    private static String key(@Nullable LocalDate from, @Nullable String more) {
        return more == null ? key(from) : key(from) + " " + more;
    }
}
