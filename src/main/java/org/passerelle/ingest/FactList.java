package org.passerelle.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.passerelle.network.Appointment;
import org.passerelle.network.DeclaredSkill;
import org.passerelle.network.Group;
import org.passerelle.network.GroupPart;
import org.passerelle.network.LoadSink.Ownership;
import org.passerelle.network.Membership;
import org.passerelle.network.Person;
import org.passerelle.network.ReportingLine;

/** The formal facts of a load with their rows, each fact once; an organisation fits into memory. */
final class FactList {
    final List<Sourced<Person>> people = new ArrayList<>();
    final List<Sourced<Ownership>> addresses = new ArrayList<>();
    final List<Sourced<Group>> groups = new ArrayList<>();
    final List<Sourced<Membership>> memberships = new ArrayList<>();
    final List<Sourced<GroupPart>> parts = new ArrayList<>();
    final List<Sourced<ReportingLine>> lines = new ArrayList<>();
    final List<Sourced<Appointment>> appointments = new ArrayList<>();
    final List<Sourced<DeclaredSkill>> skills = new ArrayList<>();
    private final Set<Object> seen = new HashSet<>();

    /** Adds the fact to its list unless it is known. */
    <T> void add(List<Sourced<T>> list, T fact, Sourced.Origin origin) {
        if (seen.add(fact)) {
            list.add(new Sourced<>(fact, origin));
        }
    }

    /** Adds what another list holds. */
    void addAll(FactList other) {
        other.people.forEach(each -> add(people, each.fact(), each.origin()));
        other.addresses.forEach(each -> add(addresses, each.fact(), each.origin()));
        other.groups.forEach(each -> add(groups, each.fact(), each.origin()));
        other.memberships.forEach(each -> add(memberships, each.fact(), each.origin()));
        other.parts.forEach(each -> add(parts, each.fact(), each.origin()));
        other.lines.forEach(each -> add(lines, each.fact(), each.origin()));
        other.appointments.forEach(each -> add(appointments, each.fact(), each.origin()));
        other.skills.forEach(each -> add(skills, each.fact(), each.origin()));
    }

    /** Forgets the facts but not that they were seen. */
    void clear() {
        people.clear();
        addresses.clear();
        groups.clear();
        memberships.clear();
        parts.clear();
        lines.clear();
        appointments.clear();
        skills.clear();
    }
}
