package org.passerelle.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.network.Chart;
import org.passerelle.network.Coverage;
import org.passerelle.network.Dimension;
import org.passerelle.network.Group;
import org.passerelle.network.Membership;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Person;
import org.passerelle.network.Tie;
import org.passerelle.network.TieKind;
import org.passerelle.network.Visibility;
import org.passerelle.network.Window;
import org.passerelle.privacy.FigureState;
import org.passerelle.privacy.GroupFloor;
import org.passerelle.privacy.Reader;
import org.passerelle.privacy.Role;

class DirectoryTest {
    private static final LocalDate DAY = LocalDate.of(2025, 6, 30);
    private static final Window WINDOW = new Window(LocalDate.of(2025, 2, 1), DAY);

    private static Person person(String id, String name) {
        return new Person(id, name, null, null, null, null, false);
    }

    private static final NameSearch SEARCH = new NameSearch(List.of(
            person("1", "Hélène Bézier"),
            person("2", "BEZIERS Marc"),
            person("3", "Marc-Antoine Bezier"),
            person("4", "Łukasz Sœur"),
            person("5", "He\u0301le\u0300ne Durand")));

    @ParameterizedTest
    @CsvSource({
        "Bezier, '1,3,2'",
        "bézier, '1,3,2'",
        "hel, '1,5'",
        "HELENE bez, '1'",
        "bez hel, '1'",
        "marc, '2,3'",
        "lukasz soeur, '4'",
        "ezier, ''",
        "helene marc, ''",
        "'--', ''"
    })
    void find_name_matchesFoldedBeginnings(String name, String ids) {
        assertThat(String.join(",", SEARCH.find(name).stream().map(Person::id).toList()))
                .isEqualTo(ids);
    }

    @Test
    void cells_window_keepsItsMonthsOldestFirst() {
        List<Coverage.Cell> cells = List.of(
                new Coverage.Cell("mail", "a", YearMonth.of(2025, 6), 5, 3),
                new Coverage.Cell("chat", "a", YearMonth.of(2025, 2), 4, 2),
                new Coverage.Cell("chat", "a", YearMonth.of(2025, 1), 9, 9));
        assertThat(Dataset.cells(cells, WINDOW))
                .containsExactly(
                        new Dataset.Cell("chat", "a", "2025-02", 4, 2), new Dataset.Cell("mail", "a", "2025-06", 5, 3));
    }

    @Test
    void cells_moreThanTheLimit_keepTheNewest() {
        List<Coverage.Cell> cells = IntStream.range(0, 2_001)
                .mapToObj(number -> new Coverage.Cell("c" + number, "a", YearMonth.of(2025, number == 0 ? 2 : 3), 1, 1))
                .toList();
        assertThat(Dataset.cells(cells, WINDOW)).hasSize(2_000).noneMatch(cell -> cell.month()
                .equals("2025-02"));
    }

    @Test
    void contributors_fewOfAGroup_isNoDataNotZero() {
        NetworkSnapshot snapshot = works(21, 4);
        List<Dataset.Contributors> cells = contributors(snapshot, List.of("a0", "a1", "b0"), Reader.open(null));
        assertThat(cells).hasSize(2);
        // 2 of 21 is under a tenth; 1 of 4 is not.
        assertThat(cells.get(0).people()).isEqualTo(21);
        assertThat(cells.get(0).contributors()).isEqualTo(2);
        assertThat(cells.get(0).state()).isEqualTo(FigureState.NO_DATA);
        assertThat(cells.get(1).state()).isEqualTo(FigureState.SHOWN);
    }

    @Test
    void contributors_belowTheFloor_areLeftOut() {
        List<Dataset.Contributors> cells =
                contributors(works(21, 4), List.of("a0", "a1"), new Reader(Role.CONSULTANT, null));
        assertThat(cells).extracting(cell -> cell.group().id()).containsExactly("unit:a");
    }

    @Test
    void dataset_noTies_hasNoExtent() {
        NetworkSnapshot empty = new NetworkSnapshot("v", Instant.EPOCH, Chart.empty(), List.of());
        Dataset dataset = Dataset.of(empty, new Coverage.Totals(0, 0, 1L << 40, 0, 0, 0), Window.EVER);
        assertThat(dataset.extent()).isNull();
        assertThat(dataset.contributions()).isEqualTo(Integer.MAX_VALUE);
    }

    private static List<Dataset.Contributors> contributors(NetworkSnapshot snapshot, List<String> ids, Reader reader) {
        return Dataset.contributors(snapshot, WINDOW, Dimension.UNIT, 0, ids, GroupFloor.USUAL, reader);
    }

    private static NetworkSnapshot works(int... sizes) {
        List<Person> people = new ArrayList<>();
        List<Group> groups = new ArrayList<>();
        List<Membership> memberships = new ArrayList<>();
        for (int unit = 0; unit < sizes.length; unit++) {
            String letter = String.valueOf((char) ('a' + unit));
            groups.add(new Group("unit:" + letter, letter, Dimension.UNIT, null, true));
            for (int number = 0; number < sizes[unit]; number++) {
                people.add(person(letter + number, letter + number));
                memberships.add(new Membership(letter + number, "unit:" + letter, null, null, 1, true, null));
            }
        }
        int day = Math.toIntExact(DAY.toEpochDay());
        Tie tie = new Tie(
                "a0",
                "b0",
                TieKind.ADDRESSED,
                "mail",
                Visibility.COMPANY,
                "s",
                new int[] {day},
                new int[] {1},
                new float[] {1});
        Chart chart = new Chart(people, groups, memberships, List.of(), List.of(), List.of());
        return new NetworkSnapshot("1", Instant.EPOCH, chart, List.of(tie));
    }
}
