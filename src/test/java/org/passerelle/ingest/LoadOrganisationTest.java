package org.passerelle.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.network.Account;
import org.passerelle.network.Appointment;
import org.passerelle.network.CommunityKind;
import org.passerelle.network.DeclaredSkill;
import org.passerelle.network.Dimension;
import org.passerelle.network.Group;
import org.passerelle.network.GroupPart;
import org.passerelle.network.LoadSummary;
import org.passerelle.network.Membership;
import org.passerelle.network.Person;
import org.passerelle.network.ReportingLine;

class LoadOrganisationTest {
    @TempDir
    Path temporary;

    private LoadFixture load;

    @BeforeEach
    void people() {
        load = new LoadFixture(temporary);
        load.file("people.csv", "id,name,addresses", "a,Ann,Ann+list@Example.org;slack:U1", "b,Bob,", "c,Cid,");
    }

    @Test
    void organisation_allFiles_becomesFacts() {
        load.file(
                "people.csv",
                "id,name,addresses,title,grade,joined,left,discoverable",
                "a,Ann,ann@example.org,Welder,senior,2015-09-01,,yes",
                "b,Bob,,,,,2024-12-31,no");
        load.file(
                "groups.csv",
                "id,name,dimension,kind,own,part_of,from,until",
                "unit:paint,Painting,UNIT,,,unit:plant,2020-01-01,",
                "unit:plant,Plant,unit,,,,,",
                "company:x,X,COMPANY,,no,,,",
                "community:weld,Welding,COMMUNITY,practice,,,,");
        load.file(
                "memberships.csv",
                "person,group,from,until,share,primary,role",
                "a,unit:paint,2020-01-01,,0.5,yes,",
                "b,community:weld,,,,,moderator");
        load.file("reporting.csv", "person,manager,from,until,kind", "a,b,2020-01-01,2021-01-01,", "b,,,,");
        load.file("appointments.csv", "person,community,from,until,hours_per_week", "a,community:weld,2021-01-01,,2.5");

        LoadSummary summary = load.organisation();

        LocalDate start = LocalDate.of(2020, 1, 1);
        assertThat(summary.quarantined()).isEmpty();
        assertThat(load.network.people)
                .containsEntry("a", new Person("a", "Ann", "Welder", "senior", LocalDate.of(2015, 9, 1), null, true))
                .containsEntry("b", new Person("b", "Bob", null, null, null, LocalDate.of(2024, 12, 31), false));
        assertThat(load.network.owners)
                .containsEntry(new Account("person", "a", "Ann"), "a")
                .containsEntry(new Account("address", "ann@example.org", "Ann"), "a");
        assertThat(load.network.groups)
                .containsEntry(
                        "community:weld",
                        new Group("community:weld", "Welding", Dimension.COMMUNITY, CommunityKind.PRACTICE, true))
                .containsEntry("company:x", new Group("company:x", "X", Dimension.COMPANY, null, false));
        assertThat(load.network.facts)
                .containsExactlyInAnyOrder(
                        new GroupPart("unit:paint", "unit:plant", start, null),
                        new Membership("a", "unit:paint", start, null, 0.5, true, null),
                        new Membership("b", "community:weld", null, null, 1, false, "moderator"),
                        new ReportingLine("a", "b", start, LocalDate.of(2021, 1, 1), ReportingLine.Kind.LINE),
                        new Appointment("a", "community:weld", LocalDate.of(2021, 1, 1), null, 2.5));
        assertThat(load.network.finished).containsExactly("organisation");
    }

    @Test
    void addresses_plusTagAndOtherSource_becomeCanonicalAccounts() {
        load.organisation();

        assertThat(load.network.owners)
                .containsEntry(new Account("address", "ann@example.org", "Ann"), "a")
                .containsEntry(new Account("slack", "U1", "Ann"), "a");
    }

    @Test
    void skills_oneOrSeveralARow_becomeFacts() {
        load.file(
                "skills.csv",
                "person,skill,from,until",
                "a,Welding,2019-05-01,2024-12-31",
                "a,Welding,2019-05-01,2024-12-31",
                "b,  Soudage   TIG ; CNC;,,");

        LoadSummary summary = load.organisation();

        assertThat(summary.quarantined()).isEmpty();
        assertThat(load.network.facts(DeclaredSkill.class))
                .containsExactlyInAnyOrder(
                        new DeclaredSkill("a", "Welding", LocalDate.of(2019, 5, 1), LocalDate.of(2024, 12, 31)),
                        new DeclaredSkill("b", "Soudage TIG", null, null),
                        new DeclaredSkill("b", "CNC", null, null));
        assertThat(load.organisation().alreadyThere()).isPositive();
        assertThat(load.network.facts(DeclaredSkill.class)).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,,,|MISSING_VALUE|a row without skill",
                ",Welding,,|MISSING_VALUE|nothing in column person",
                "nobody,Welding,,|UNKNOWN_PERSON|a person that no file describes",
                "a,++ 12,,|BAD_VALUE|a skill without letters",
                "a,the of,,|BAD_VALUE|a skill of words that say nothing",
                "a,one two three four five six seven,,|BAD_VALUE|a skill of 7 words",
                "a,Welding,soon,|BAD_DATE|column from",
                "a,Welding,2024-01-01,2023-01-01|ENDS_BEFORE_START|a period that ends before it starts",
            })
    void skills_badRow_isSetAsideWithItsLine(String row, String code, String found) {
        load.file("skills.csv", "person,skill,from,until", "b,Riveting,,", row);

        LoadSummary summary = load.organisation();

        assertThat(summary.quarantined()).containsExactlyEntriesOf(java.util.Map.of(code, 1L));
        assertThat(load.message()).startsWith("skills.csv, line 3: ").contains(found);
        assertThat(load.network.facts(DeclaredSkill.class))
                .containsExactly(new DeclaredSkill("b", "Riveting", null, null));
    }

    @Test
    void skills_tooLong_isSetAside_withoutItsWords() {
        load.file("skills.csv", "person,skill", "a," + "x".repeat(81));

        assertThat(load.organisation().quarantined()).containsExactlyEntriesOf(java.util.Map.of("BAD_VALUE", 1L));
        assertThat(load.message()).contains("a skill of 81 characters").doesNotContain("xxx");
    }

    @Test
    void skills_withALevel_areRefused_becauseNobodyIsRated() {
        load.file("skills.csv", "person,skill,level", "a,Welding,3");

        assertThatThrownBy(load::organisation).isInstanceOf(UnusableInput.class).hasMessageContaining("level");
    }

    @Test
    void people_twoWithOneId_keepTheFirst() {
        load.file("people.csv", "id,name", "a,Ann", "b,Bob", "a,Another", "b,Bob");

        LoadSummary summary = load.organisation();

        assertThat(load.network.people.values())
                .extracting(Person::name)
                .contains("Ann")
                .doesNotContain("Another");
        assertThat(summary.quarantined()).containsExactlyEntriesOf(java.util.Map.of("DUPLICATE_ID", 1L));
        assertThat(load.message())
                .startsWith(
                        "people.csv, line 4: the id of people.csv, line 2, with other values; expected one row an id.")
                .contains("To do: give each its own id")
                .doesNotContain("Another");
    }

    @Test
    void people_oneAddressOfTwo_staysWithTheFirst() {
        load.file("people.csv", "id,name,addresses", "a,Ann,x@example.org", "b,Bob,X@example.org");

        load.organisation();

        assertThat(load.network.people).containsKeys("a", "b");
        assertThat(load.network.owners.get(new Account("address", "x@example.org", "Ann")))
                .isEqualTo("a");
        assertThat(load.message()).startsWith("people.csv, line 3: ").contains("[SHARED_ADDRESS]");
    }

    @Test
    void people_withoutId_areSetAside() {
        load.file("people.csv", "id,name", ",Ann", "b,Bob");

        load.organisation();

        assertThat(load.network.people).containsOnlyKeys("b");
        assertThat(load.message()).startsWith("people.csv, line 2: nothing in column id; expected an id.");
    }

    @Test
    void people_wrongAddress_areSetAside() {
        load.file("people.csv", "id,addresses", "a,ann at home", "b,");

        load.organisation();

        assertThat(load.network.people).containsOnlyKeys("b");
        assertThat(load.message()).contains("line 2").contains("[BAD_ADDRESS]").doesNotContain("home");
    }

    @Test
    void people_leftBeforeJoined_areSetAside() {
        load.file("people.csv", "id,joined,left", "a,2020-01-02,2020-01-01", "b,2020-01-01,2020-01-01");

        load.organisation();

        assertThat(load.network.people).containsOnlyKeys("b");
        assertThat(load.message()).contains("line 2").contains("[ENDS_BEFORE_START]");
    }

    @Test
    void people_dateOfExcel_isSetAside() {
        load.file("people.csv", "id,joined", "a,01/09/2015", "b,2015-09-01");

        load.organisation();

        assertThat(load.message()).startsWith("people.csv, line 2: a date that is not ISO in column joined;");
    }

    @Test
    void reporting_unknownManager_isSetAside() {
        load.file("reporting.csv", "person,manager", "a,zz", "a,b");

        load.organisation();

        assertThat(load.network.facts(ReportingLine.class)).hasSize(1);
        assertThat(load.message())
                .startsWith("reporting.csv, line 2: a person that no file describes;"
                        + " expected the id of a person as manager. To do: add the manager")
                .endsWith("[UNKNOWN_MANAGER]");
    }

    @Test
    void reporting_cycle_namesPeopleAndLines() {
        load.file("reporting.csv", "person,manager", "a,b", "b,c", "c,a");

        LoadSummary summary = load.organisation();

        assertThat(summary.quarantined()).containsEntry("REPORTING_CYCLE", 3L);
        assertThat(load.network.facts(ReportingLine.class)).isEmpty();
        assertThat(load.setAside.getFirst().message())
                .contains("a circle: a -> b (reporting.csv, line 2), b -> c (reporting.csv, line 3),"
                        + " c -> a (reporting.csv, line 4)")
                .contains("To do: correct or date one of these lines");
    }

    @Test
    void reporting_toOneself_isACycle() {
        load.file("reporting.csv", "person,manager", "a,a", "b,a");

        load.organisation();

        assertThat(load.network.facts(ReportingLine.class)).hasSize(1);
        assertThat(load.message()).startsWith("reporting.csv, line 2: a circle: a -> a");
    }

    @Test
    void reporting_cycleOverDisjointPeriods_isNone() {
        load.file(
                "reporting.csv", "person,manager,from,until", "a,b,2020-01-01,2020-12-31", "b,a,2021-01-01,2021-12-31");

        assertThat(load.organisation().quarantined()).isEmpty();
        assertThat(load.network.facts(ReportingLine.class)).hasSize(2);
    }

    @Test
    void reporting_cycleOfPairwiseOverlapsOnly_isNone() {
        // Each two of the three share a day, but no day has all three.
        load.file(
                "reporting.csv",
                "person,manager,from,until",
                "a,b,2020-01-01,2020-06-30",
                "b,c,2020-06-01,2020-12-31",
                "c,a,2020-07-01,2020-12-31");

        assertThat(load.organisation().quarantined()).isEmpty();
    }

    @Test
    void reporting_cycleOnOneDay_isFound() {
        load.file(
                "reporting.csv",
                "person,manager,from,until",
                "a,b,2020-01-01,2020-06-30",
                "b,a,2020-06-30,2020-12-31",
                "c,a,,");

        assertThat(load.organisation().quarantined()).containsExactlyEntriesOf(java.util.Map.of("REPORTING_CYCLE", 2L));
        assertThat(load.network.facts(ReportingLine.class)).hasSize(1);
    }

    @Test
    void reporting_twoManagersAtOnce_areBothSetAside() {
        load.file("reporting.csv", "person,manager,kind", "a,b,", "a,c,LINE", "b,c,", "a,c,FUNCTIONAL");

        LoadSummary summary = load.organisation();

        assertThat(summary.quarantined()).containsExactlyEntriesOf(java.util.Map.of("TWO_MANAGERS", 2L));
        assertThat(load.network.facts(ReportingLine.class)).hasSize(2);
    }

    @Test
    void reporting_longLineUpwards_needsNoStack() {
        int people = 20_000;
        String[] rows = new String[people + 1];
        String[] lines = new String[people];
        rows[0] = "id";
        lines[0] = "person,manager";
        for (int person = 0; person < people; person++) {
            rows[person + 1] = "p" + person;
            if (person > 0) {
                lines[person] = "p" + (person % 200 == 0 ? 0 : person - 1) + ",p" + (person % 200 == 0 ? 0 : person);
            }
        }
        lines = java.util.Arrays.stream(lines)
                .filter(line -> !line.equals("p0,p0"))
                .toArray(String[]::new);
        load.file("people.csv", rows);
        load.file("reporting.csv", lines);

        assertThat(load.organisation().quarantined()).isEmpty();
    }

    @Test
    void membership_ofUnknownGroupOrPerson_isSetAside() {
        load.file("groups.csv", "id,dimension", "unit:x,UNIT");
        load.file("memberships.csv", "person,group", "a,unit:nowhere", "nobody,unit:x", "a,unit:x");

        LoadSummary summary = load.organisation();

        assertThat(summary.quarantined()).containsOnlyKeys("UNKNOWN_GROUP", "UNKNOWN_PERSON");
        assertThat(load.network.facts(Membership.class)).hasSize(1);
    }

    @Test
    void membership_shareOverOne_isSetAside() {
        load.file("groups.csv", "id,dimension", "unit:x,UNIT");
        load.file("memberships.csv", "person,group,share", "a,unit:x,50", "b,unit:x,0.5");

        load.organisation();

        assertThat(load.message()).contains("line 2").contains("no number from 0 to 1.0 in column share");
    }

    @Test
    void groups_circleOrOtherDimensionOrUnknown_keepTheGroups() {
        load.file(
                "groups.csv",
                "id,dimension,part_of",
                "unit:a,UNIT,unit:b",
                "unit:b,UNIT,unit:a",
                "site:c,SITE,unit:a",
                "unit:d,UNIT,unit:none",
                "unit:e,PLACE,");

        LoadSummary summary = load.organisation();

        assertThat(load.network.groups).containsOnlyKeys("unit:a", "unit:b", "site:c", "unit:d");
        assertThat(summary.quarantined())
                .containsEntry("GROUP_CYCLE", 2L)
                .containsEntry("OTHER_DIMENSION", 1L)
                .containsEntry("UNKNOWN_GROUP", 1L)
                .containsEntry("BAD_VALUE", 1L);
    }

    @Test
    void quarantinedRows_corrected_loadAlone() throws IOException {
        load.file("reporting.csv", "person,manager", "a,zz", "b,c");
        load.organisation();
        Path rows;
        try (var files = Files.walk(load.quarantine)) {
            rows = files.filter(path -> path.endsWith("reporting.csv"))
                    .findFirst()
                    .orElseThrow();
        }
        assertThat(rows).hasContent("person,manager\na,zz\n");
        Files.writeString(rows, "person,manager\na,b\n");
        load.setAside.clear();

        LoadSummary again = Load.run(load.request(Format.ORGANISATION, rows), load.network);

        assertThat(again.quarantined()).isEmpty();
        assertThat(load.network.facts(ReportingLine.class)).hasSize(2);
    }

    @Test
    void quarantine_ofPeople_holdsNoName() throws IOException {
        load.file("people.csv", "id,name,joined", "a,Canary,yesterday");

        load.organisation();

        try (var files = Files.walk(load.quarantine)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).contains("BAD_DATE").doesNotContain("Canary");
            }
        }
    }

    @Test
    void organisation_loadedTwice_changesNothing() {
        load.organisation();

        LoadSummary again = load.organisation();

        assertThat(again.loaded()).isZero();
        assertThat(again.alreadyThere()).isEqualTo(8);
    }

    @Test
    void organisation_unknownColumn_stopsTheLoad() {
        load.file("people.csv", "id,name,salary", "a,Ann,1");

        assertThatThrownBy(load::organisation)
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("not mentioned: salary");
        assertThat(load.network.batches).isEmpty();
    }

    @Test
    void organisation_emptyFolder_isRefused() throws IOException {
        Path empty = Files.createDirectories(temporary.resolve("empty"));

        assertThatThrownBy(() -> Load.run(load.request(Format.ORGANISATION, empty), load.network))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("expected at least one of people.csv");
    }

    @Test
    void organisation_nothingThere_isRefused() {
        Path nothing = temporary.resolve("nothing.csv");

        assertThatThrownBy(() -> Load.run(load.request(Format.ORGANISATION, nothing), load.network))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("nothing.csv")
                .hasMessageContaining("expected a file or a folder, found nothing");
    }

    @Test
    void facts_manyBatches_arriveInOrderOfDependence() {
        load.file("groups.csv", "id,dimension", "unit:x,UNIT");
        load.file("memberships.csv", "person,group", "a,unit:x", "b,unit:x", "c,unit:x");

        Load.run(load.request(Format.ORGANISATION).withBatchRows(1), load.network);

        List<String> kinds = load.network.batches.stream()
                .map(batch -> batch.facts().people().isEmpty()
                        ? batch.facts().memberships().isEmpty() ? "other" : "membership"
                        : "person")
                .distinct()
                .toList();
        assertThat(kinds).containsExactly("person", "other", "membership");
        assertThat(load.network.batches).extracting(batch -> batch.rows()).containsOnly(1);
    }
}
