package org.passerelle.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.passerelle.network.Dated;
import org.passerelle.network.DeclaredSkill;
import org.passerelle.network.Dimension;
import org.passerelle.network.Group;
import org.passerelle.network.GroupPart;
import org.passerelle.network.LoadSink;
import org.passerelle.network.LoadSink.Ownership;
import org.passerelle.network.Person;
import org.passerelle.network.ReportingLine;

/**
 * Whether formal facts fit together: one row an id, addresses of one person, known people and groups, and
 * no circles. What does not fit is set aside; what remains is a chart. Of two rows with one id the first
 * is kept, of a circle none, since any of its rows may be the wrong one.
 */
final class FactCheck {
    private final LoadSink sink;
    private final Map<String, Sourced<Person>> people = new HashMap<>();
    private final Map<String, Sourced<Group>> groups = new HashMap<>();
    private final Map<String, Sourced<Ownership>> owners = new HashMap<>();
    private final List<Refused> refused = new ArrayList<>();

    FactCheck(LoadSink sink) {
        this.sink = sink;
    }

    /** A row that does not fit. */
    record Refused(Sourced.Origin origin, QuarantineCode code, String found) {}

    /** What is left of the facts, and what was set aside. */
    record Checked(LoadSink.Facts facts, List<Refused> refused) {}

    /** Checks these facts together with those checked before. */
    Checked check(FactList list) {
        refused.clear();
        List<Sourced<Person>> newPeople = unique(list.people, people, Person::id);
        List<Sourced<Group>> newGroups = unique(list.groups, groups, Group::id);
        List<Sourced<Ownership>> newOwners = new ArrayList<>();
        for (Sourced<Ownership> owner : list.addresses) {
            if (personKnown(owner.fact().personId(), owner.origin(), QuarantineCode.UNKNOWN_PERSON)
                    && ownedOnce(owner)) {
                newOwners.add(owner);
            }
        }
        LoadSink.Facts facts = new LoadSink.Facts(
                facts(newPeople),
                facts(newOwners),
                facts(newGroups),
                list.memberships.stream()
                        .filter(each ->
                                personKnown(each.fact().personId(), each.origin(), QuarantineCode.UNKNOWN_PERSON)
                                        && groupKnown(each.fact().groupId(), each.origin()))
                        .map(Sourced::fact)
                        .toList(),
                facts(parts(list.parts)),
                facts(lines(list.lines)),
                list.appointments.stream()
                        .filter(each ->
                                personKnown(each.fact().personId(), each.origin(), QuarantineCode.UNKNOWN_PERSON)
                                        && groupKnown(each.fact().communityId(), each.origin()))
                        .map(Sourced::fact)
                        .toList(),
                skills(list.skills));
        return new Checked(facts, List.copyOf(refused));
    }

    /** The skills of people who are known, in words that say something. */
    private List<DeclaredSkill> skills(List<Sourced<DeclaredSkill>> skills) {
        return skills.stream()
                .filter(each -> personKnown(each.fact().personId(), each.origin(), QuarantineCode.UNKNOWN_PERSON)
                        && known(
                                sink.isTopic(each.fact().name()),
                                each.origin(),
                                QuarantineCode.BAD_VALUE,
                                "a skill of words that say nothing"))
                .map(Sourced::fact)
                .toList();
    }

    private static <T> List<T> facts(List<Sourced<T>> sourced) {
        return sourced.stream().map(Sourced::fact).toList();
    }

    private <T> List<Sourced<T>> unique(List<Sourced<T>> rows, Map<String, Sourced<T>> known, Function<T, String> id) {
        List<Sourced<T>> unique = new ArrayList<>();
        for (Sourced<T> row : rows) {
            Sourced<T> first = known.putIfAbsent(id.apply(row.fact()), row);
            if (first == null) {
                unique.add(row);
            } else {
                refuse(
                        row.origin(),
                        QuarantineCode.DUPLICATE_ID,
                        "the id of " + first.origin().file().name() + ", line "
                                + first.origin().line() + ", with other values");
            }
        }
        return unique;
    }

    private boolean ownedOnce(Sourced<Ownership> owner) {
        Sourced<Ownership> first = owners.putIfAbsent(owner.fact().account().key(), owner);
        if (first == null) {
            return true;
        }
        if (!first.fact().personId().equals(owner.fact().personId())) {
            refuse(
                    owner.origin(),
                    QuarantineCode.SHARED_ADDRESS,
                    "an address that another person has in "
                            + first.origin().file().name() + ", line "
                            + first.origin().line() + " (the person is loaded without it)");
        }
        return false;
    }

    private boolean personKnown(String id, Sourced.Origin origin, QuarantineCode code) {
        return known(people.containsKey(id) || sink.knowsPerson(id), origin, code, "a person that no file describes");
    }

    private boolean groupKnown(String id, Sourced.Origin origin) {
        return known(
                groups.containsKey(id) || sink.knowsGroup(id),
                origin,
                QuarantineCode.UNKNOWN_GROUP,
                "a group that no file describes");
    }

    private boolean known(boolean known, Sourced.Origin origin, QuarantineCode code, String found) {
        if (!known) {
            refuse(origin, code, found);
        }
        return known;
    }

    private List<Sourced<GroupPart>> parts(List<Sourced<GroupPart>> parts) {
        List<Sourced<GroupPart>> good = new ArrayList<>();
        for (Sourced<GroupPart> part : parts) {
            if (groupKnown(part.fact().groupId(), part.origin())
                    && groupKnown(part.fact().wholeId(), part.origin())
                    && oneDimension(part)) {
                good.add(part);
            }
        }
        return withoutCircles(good, GroupPart::groupId, GroupPart::wholeId, QuarantineCode.GROUP_CYCLE);
    }

    private boolean oneDimension(Sourced<GroupPart> part) {
        Sourced<Group> group = groups.get(part.fact().groupId());
        Sourced<Group> whole = groups.get(part.fact().wholeId());
        if (group == null || whole == null) {
            return true;
        }
        Dimension inside = group.fact().dimension();
        Dimension outside = whole.fact().dimension();
        return known(
                inside == outside,
                part.origin(),
                QuarantineCode.OTHER_DIMENSION,
                "a group of " + inside + " inside one of " + outside);
    }

    private List<Sourced<ReportingLine>> lines(List<Sourced<ReportingLine>> lines) {
        List<Sourced<ReportingLine>> functional = new ArrayList<>();
        List<Sourced<ReportingLine>> tree = new ArrayList<>();
        for (Sourced<ReportingLine> line : lines) {
            ReportingLine fact = line.fact();
            if (!personKnown(fact.personId(), line.origin(), QuarantineCode.UNKNOWN_PERSON)
                    || !personKnown(fact.managerId(), line.origin(), QuarantineCode.UNKNOWN_MANAGER)) {
                continue;
            }
            if (fact.kind() == ReportingLine.Kind.LINE) {
                tree.add(line);
            } else if (known(
                    !fact.personId().equals(fact.managerId()),
                    line.origin(),
                    QuarantineCode.REPORTING_CYCLE,
                    fact.personId() + " reports to themselves")) {
                functional.add(line);
            }
        }
        List<Sourced<ReportingLine>> good = withoutCircles(
                oneAtATime(tree), ReportingLine::personId, ReportingLine::managerId, QuarantineCode.REPORTING_CYCLE);
        functional.addAll(0, good);
        return functional;
    }

    /** Refuses every line of a person that overlaps another line of the same person. */
    private List<Sourced<ReportingLine>> oneAtATime(List<Sourced<ReportingLine>> lines) {
        Map<String, List<Sourced<ReportingLine>>> byPerson = new HashMap<>();
        lines.forEach(line -> byPerson.computeIfAbsent(line.fact().personId(), _ -> new ArrayList<>())
                .add(line));
        List<Sourced<ReportingLine>> good = new ArrayList<>();
        for (Sourced<ReportingLine> line : lines) {
            byPerson.getOrDefault(line.fact().personId(), List.of()).stream()
                    .filter(other -> !other.equals(line) && Circles.overlap(line.fact(), other.fact()))
                    .findFirst()
                    .ifPresentOrElse(
                            other -> refuse(
                                    line.origin(),
                                    QuarantineCode.TWO_MANAGERS,
                                    line.fact().personId() + " has another manager at the same time in "
                                            + other.origin().file().name() + ", line "
                                            + other.origin().line()),
                            () -> good.add(line));
        }
        return good;
    }

    private <T extends Dated> List<Sourced<T>> withoutCircles(
            List<Sourced<T>> links, Function<T, String> from, Function<T, String> to, QuarantineCode code) {
        Map<Sourced<T>, String> circles = Circles.of(links, from, to);
        Set<Sourced<T>> bad = new HashSet<>(circles.keySet());
        links.stream()
                .filter(bad::contains)
                .forEach(link -> refuse(link.origin(), code, "a circle: " + circles.get(link)));
        return links.stream().filter(link -> !bad.contains(link)).toList();
    }

    private void refuse(Sourced.Origin origin, QuarantineCode code, String found) {
        refused.add(new Refused(origin, code, found));
    }
}
