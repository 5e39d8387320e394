package org.passerelle.expert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.passerelle.api.BadUserInput;
import org.passerelle.api.NotFound;
import org.passerelle.network.Acquaintances;
import org.passerelle.network.Chart;
import org.passerelle.network.Dimension;
import org.passerelle.network.Group;
import org.passerelle.network.GroupPart;
import org.passerelle.network.Membership;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Person;
import org.passerelle.network.Tie;
import org.passerelle.network.TieKind;
import org.passerelle.network.Visibility;
import org.passerelle.network.Window;

/** A works with two divisions; dyes lies below chemistry. */
class ExpertSurroundingsTest {
    private static final LocalDate DAY = LocalDate.of(2025, 6, 30);
    private static final Window WINDOW = new Window(DAY.minusYears(1), DAY);

    private static final Chart CHART = new Chart(
            Stream.of("ann", "bob", "cid", "dan", "eve")
                    .map(id -> new Person(id, id, null, null, null, id.equals("eve") ? DAY.minusDays(1) : null, false))
                    .toList(),
            List.of(
                    new Group("unit:chemistry", "chemistry", Dimension.UNIT, null, true),
                    new Group("unit:dyes", "dyes", Dimension.UNIT, null, true),
                    new Group("unit:sales", "sales", Dimension.UNIT, null, true),
                    new Group("site:lyon", "Lyon", Dimension.SITE, null, true)),
            List.of(
                    member("ann", "unit:chemistry"),
                    member("bob", "unit:dyes"),
                    member("cid", "unit:sales"),
                    member("cid", "site:lyon"),
                    member("eve", "unit:sales")),
            List.of(new GroupPart("unit:dyes", "unit:chemistry", null, null)),
            List.of(),
            List.of());

    private static Membership member(String person, String group) {
        return new Membership(person, group, null, null, 1, true, null);
    }

    private static List<String> candidates(@Nullable String asker, ExpertFilter filter) {
        Candidates candidates =
                new Candidates(new NetworkSnapshot("1", Instant.EPOCH, CHART, List.of()), DAY, asker, filter);
        return CHART.people().stream().map(Person::id).filter(candidates).toList();
    }

    private static ExpertFilter outside(String id) {
        return new ExpertFilter(id, null, null, null, null, null);
    }

    @Test
    void candidates_asker_andWhoLeft_areNever() {
        assertThat(candidates("ann", ExpertFilter.NONE)).containsExactly("bob", "cid", "dan");
    }

    @Test
    void candidates_outsideUnitOfPersonOrGroup_leaveOutEverybodyBelow() {
        assertThat(candidates(null, outside("ann"))).containsExactly("cid", "dan");
        assertThat(candidates(null, outside("unit:chemistry"))).containsExactly("cid", "dan");
        assertThat(candidates(null, outside("bob"))).containsExactly("ann", "cid", "dan");
    }

    @Test
    void candidates_unitAndSite_narrow() {
        assertThat(candidates(null, new ExpertFilter(null, "unit:chemistry", null, null, null, null)))
                .containsExactly("ann", "bob");
        assertThat(candidates(null, new ExpertFilter(null, null, "site:lyon", null, null, null)))
                .containsExactly("cid");
    }

    @Test
    void candidates_unknownFilter_isRefused() {
        assertThatThrownBy(() -> candidates(null, outside("nobody"))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> candidates(null, outside("dan"))).isInstanceOf(BadUserInput.class);
        assertThatThrownBy(() -> candidates(null, new ExpertFilter(null, "site:lyon", null, null, null, null)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> candidates(null, new ExpertFilter(null, null, null, "community:x", null, null)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void path_overAcquaintances_saysWhy() {
        Acquaintances acquaintances = acquaintances(Visibility.COMPANY, "ann-bob", "bob-cid");
        List<Acquaintances.Path> path = acquaintances.path("ann", "cid");
        assertThat(path).hasSize(1);
        assertThat(path.getFirst().people()).extracting(Person::id).containsExactly("ann", "bob", "cid");
        // Four interactions each way, from 1 March on.
        assertThat(path.getFirst().via())
                .containsExactly("8 exchanges since March 2025", "8 exchanges since March 2025");
    }

    @Test
    void path_overPrivateExchanges_isNot() {
        assertThat(acquaintances(Visibility.PRIVATE, "ann-bob", "bob-cid").path("ann", "cid"))
                .isEmpty();
    }

    @Test
    void path_overCommunityExchanges_isForWhoeverCouldReadThem() {
        assertThat(acquaintances(Visibility.COMMUNITY, "ann-bob", "bob-cid").path("ann", "cid"))
                .isEmpty();
    }

    @Test
    void path_overWhoLeft_isNot() {
        assertThat(acquaintances(Visibility.COMPANY, "ann-eve", "eve-cid").path("ann", "cid"))
                .isEmpty();
    }

    @Test
    void path_unknownPeople_isNone() {
        assertThat(acquaintances(Visibility.COMPANY, "ann-bob").path("ann", "nobody"))
                .isEmpty();
    }

    @Test
    void reach_otherUnits_areCountedOnce() {
        // Three units; ann exchanged with dyes only: log 2 / log 3. dan has no unit and no tie.
        Outreach outreach = outreach("ann-bob");
        assertThat(outreach.reach("ann")).isCloseTo(Math.log(2) / Math.log(3), within(1e-12));
        assertThat(outreach.reach("dan")).isZero();
        assertThat(outreach("ann-bob", "ann-cid").reach("ann")).isEqualTo(1);
    }

    private static Acquaintances acquaintances(Visibility visibility, String... pairs) {
        return new Acquaintances(snapshot(visibility, pairs), WINDOW.to(), Set.of(Visibility.COMPANY));
    }

    private static Outreach outreach(String... pairs) {
        return new Outreach(snapshot(Visibility.COMPANY, pairs), WINDOW);
    }

    private static NetworkSnapshot snapshot(Visibility visibility, String... pairs) {
        int march = Math.toIntExact(LocalDate.of(2025, 3, 1).toEpochDay());
        List<Tie> ties = new ArrayList<>();
        for (String pair : pairs) {
            String one = pair.substring(0, 3);
            String other = pair.substring(4);
            for (List<String> way : List.of(List.of(one, other), List.of(other, one))) {
                ties.add(new Tie(
                        way.getFirst(),
                        way.getLast(),
                        TieKind.REPLIED,
                        "chat",
                        visibility,
                        "s",
                        new int[] {march, march + 30},
                        new int[] {3, 1},
                        new float[] {3, 1}));
            }
        }
        return new NetworkSnapshot("1", Instant.EPOCH, CHART, ties);
    }
}
