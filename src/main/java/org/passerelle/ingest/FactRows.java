package org.passerelle.ingest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Account;
import org.passerelle.network.Appointment;
import org.passerelle.network.CommunityKind;
import org.passerelle.network.DeclaredSkill;
import org.passerelle.network.Dimension;
import org.passerelle.network.Group;
import org.passerelle.network.GroupPart;
import org.passerelle.network.LoadSink.Ownership;
import org.passerelle.network.Membership;
import org.passerelle.network.Person;
import org.passerelle.network.ReportingLine;

/** Makes formal facts of rows, as a mapping says. */
final class FactRows {
    private final Mapping mapping;
    private final String source;
    private final Lookups lookups;

    FactRows(Mapping mapping, String source, Lookups lookups) {
        this.mapping = mapping;
        this.source = source;
        this.lookups = lookups;
    }

    /** Adds what this section makes of the row. */
    void add(Section section, Row row, Sourced.Origin origin, FactList facts) throws BadRow {
        SectionRow fields = new SectionRow(row, section, lookups);
        switch (section.kind()) {
            case PEOPLE -> person(fields, origin, facts);
            case ADDRESSES -> {
                String person = person(fields, "person");
                for (String address : fields.texts("address")) {
                    Account account = mapping.accounts().account(source, address, fields.text("name"));
                    facts.add(facts.addresses, new Ownership(account, person), origin);
                }
            }
            case GROUPS -> group(fields, origin, facts);
            case MEMBERSHIPS -> membership(fields, origin, facts);
            case REPORTING -> line(fields, origin, facts);
            case APPOINTMENTS -> {
                double hours = fields.number("hours_per_week", -1, 168);
                Period period = period(fields);
                facts.add(
                        facts.appointments,
                        new Appointment(
                                person(fields, "person"),
                                fields.required("community", QuarantineCode.MISSING_VALUE),
                                period.from(),
                                period.until(),
                                hours < 0 ? null : hours),
                        origin);
            }
            case SKILLS -> skills(fields, origin, facts);
            case CONTRIBUTION, TIES -> throw new IllegalArgumentException("No fact: " + section.kind());
        }
    }

    private void person(SectionRow fields, Sourced.Origin origin, FactList facts) throws BadRow {
        String own = fields.required("id", QuarantineCode.MISSING_ID);
        String id = mapping.accounts().personId(source, own);
        String name = Accounts.cleanName(fields.text("name"));
        LocalDate joined = fields.day("joined");
        LocalDate left = fields.day("left");
        new Period(joined, left).check();
        Person person = new Person(
                id,
                name == null ? id : name,
                fields.text("title"),
                fields.text("grade"),
                joined,
                left,
                fields.yes("discoverable", false));
        List<Account> accounts = new ArrayList<>();
        accounts.add(mapping.accounts().account(source, own, name));
        for (String address : fields.texts("addresses")) {
            accounts.add(address(address, name));
        }
        facts.add(facts.people, person, origin);
        for (Account account : accounts) {
            facts.add(facts.addresses, new Ownership(account, id), origin);
        }
    }

    /** A mail address, or {@code source:account} for an account elsewhere. */
    private static Account address(String text, @Nullable String name) throws BadRow {
        int colon = text.indexOf(':');
        if (text.indexOf('@') < 0 && colon > 0 && colon < text.length() - 1) {
            return Accounts.OWN.account(text.substring(0, colon).strip(), text.substring(colon + 1), name);
        }
        return Accounts.MAIL.account(Accounts.ADDRESS, text, name);
    }

    private static void group(SectionRow fields, Sourced.Origin origin, FactList facts) throws BadRow {
        String id = fields.required("id", QuarantineCode.MISSING_ID);
        Dimension dimension = fields.word("dimension", Dimension.class, null);
        if (dimension == null) {
            throw new BadRow(QuarantineCode.MISSING_VALUE, "a group without dimension");
        }
        if (dimension == Dimension.BORDER) {
            throw new BadRow(QuarantineCode.BAD_VALUE, "the dimension BORDER, which follows from COMPANY");
        }
        String name = fields.text("name");
        CommunityKind kind = fields.word("kind", CommunityKind.class, null);
        boolean own = fields.yes("own", true);
        Period period = period(fields);
        String whole = fields.text("part_of");
        facts.add(
                facts.groups,
                new Group(
                        id,
                        name == null ? id.substring(id.indexOf(':') + 1) : name,
                        dimension,
                        dimension == Dimension.COMMUNITY ? kind : null,
                        dimension != Dimension.COMPANY || own),
                origin);
        if (whole != null) {
            facts.add(facts.parts, new GroupPart(id, whole, period.from(), period.until()), origin);
        }
    }

    private void membership(SectionRow fields, Sourced.Origin origin, FactList facts) throws BadRow {
        double share = fields.number("share", 1, 1);
        if (share == 0) {
            throw new BadRow(QuarantineCode.BAD_VALUE, "a share of nothing");
        }
        String person = person(fields, "person");
        Period period = period(fields);
        boolean primary = fields.yes("primary", false);
        String role = fields.text("role");
        List<String> groups = fields.texts("group");
        if (groups.isEmpty()) {
            throw new BadRow(QuarantineCode.MISSING_VALUE, "a membership without group");
        }
        for (String group : groups) {
            facts.add(
                    facts.memberships,
                    new Membership(person, group, period.from(), period.until(), share, primary, role),
                    origin);
        }
    }

    private void skills(SectionRow fields, Sourced.Origin origin, FactList facts) throws BadRow {
        String person = person(fields, "person");
        Period period = period(fields);
        List<DeclaredSkill> skills = new ArrayList<>();
        for (String written : fields.texts("skill")) {
            skills.add(new DeclaredSkill(person, skill(written), period.from(), period.until()));
        }
        if (skills.isEmpty()) {
            throw new BadRow(QuarantineCode.MISSING_VALUE, "a row without skill");
        }
        skills.forEach(skill -> facts.add(facts.skills, skill, origin));
    }

    private static String skill(String written) throws BadRow {
        // Length first: the cleaned name would be cut.
        if (written.length() > DeclaredSkill.LENGTH_MAX) {
            throw new BadRow(
                    QuarantineCode.BAD_VALUE,
                    "a skill of " + written.length() + " characters, over the " + DeclaredSkill.LENGTH_MAX
                            + " allowed");
        }
        String name = Accounts.cleanName(written);
        if (name == null || name.codePoints().noneMatch(Character::isLetter)) {
            throw new BadRow(QuarantineCode.BAD_VALUE, "a skill without letters");
        }
        int words = name.split(" ", -1).length;
        if (words > DeclaredSkill.WORDS_MAX) {
            throw new BadRow(
                    QuarantineCode.BAD_VALUE,
                    "a skill of " + words + " words, over the " + DeclaredSkill.WORDS_MAX + " allowed");
        }
        return name;
    }

    /** Somebody without manager, or, where the mapping says so, with themselves, is at the top: no line. */
    private void line(SectionRow fields, Sourced.Origin origin, FactList facts) throws BadRow {
        String person = person(fields, "person");
        Period period = period(fields);
        ReportingLine.Kind kind =
                Objects.requireNonNull(fields.word("kind", ReportingLine.Kind.class, ReportingLine.Kind.LINE));
        String manager = fields.text("manager");
        if (manager == null) {
            return;
        }
        String managerId = mapping.accounts().personId(source, manager);
        if (managerId.equals(person) && "ROOT".equals(fields.text("self"))) {
            return;
        }
        facts.add(facts.lines, new ReportingLine(person, managerId, period.from(), period.until(), kind), origin);
    }

    private String person(SectionRow fields, String name) throws BadRow {
        return mapping.accounts().personId(source, fields.required(name, QuarantineCode.MISSING_VALUE));
    }

    private static Period period(SectionRow fields) throws BadRow {
        Period period = new Period(fields.day("from"), fields.day("until"));
        period.check();
        return period;
    }

    private record Period(
            @Nullable LocalDate from, @Nullable LocalDate until) {
        void check() throws BadRow {
            if (from != null && until != null && until.isBefore(from)) {
                throw new BadRow(QuarantineCode.ENDS_BEFORE_START, "a period that ends before it starts");
            }
        }
    }
}
