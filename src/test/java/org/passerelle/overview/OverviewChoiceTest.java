package org.passerelle.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.passerelle.network.Bilingual;
import org.passerelle.network.Certainty;
import org.passerelle.network.OverviewItem;
import org.passerelle.network.OverviewItem.Section;
import org.passerelle.overview.OverviewChoice.Chosen;
import org.passerelle.overview.OverviewChoice.Ranked;

class OverviewChoiceTest {
    private static final int EVERYBODY = 400;

    @Test
    void priority_ofKnownParts_isTheirProduct() {
        // 0.5 x 0.9 x ln 20 / ln 401.
        assertThat(OverviewChoice.priority(item("a:1", Section.CHANGED, 0.5, 0.9, 19), EVERYBODY))
                .isCloseTo(0.45 * Math.log(20) / Math.log(401), within(1e-12));
        assertThat(OverviewChoice.priority(item("a:1", Section.CHANGED, 1, 1, EVERYBODY), EVERYBODY))
                .isEqualTo(1);
        // More people than there are: not above 1.
        assertThat(OverviewChoice.priority(item("a:1", Section.CHANGED, 1, 1, 900), EVERYBODY))
                .isEqualTo(1);
    }

    @Test
    void choice_ofNothing_isEmpty() {
        Chosen chosen = OverviewChoice.choose(List.of(), 0);

        assertThat(chosen.items()).isEmpty();
        assertThat(chosen.left()).isZero();
    }

    @Test
    void choice_unsureOffer_isLeftOutHoweverLarge() {
        Chosen chosen = OverviewChoice.choose(
                List.of(item("a:1", Section.CHANGED, 1, 0.49, EVERYBODY), item("b:1", Section.CHANGED, 0.1, 0.5, 10)),
                EVERYBODY);

        assertThat(keys(chosen)).containsExactly("b:1");
    }

    @Test
    void choice_oneFamilyAboveAll_leavesRoomForOthersAndForEverySection() {
        List<OverviewItem> offers = new ArrayList<>();
        for (int place = 0; place < 10; place++) {
            offers.add(item("pair:" + place, Section.CHANGED, 0.9 - place * 0.01, 0.99, 100));
        }
        offers.add(item("dying:1", Section.AT_RISK, 0.02, 0.96, 10));
        offers.add(item("closers", Section.THANKS, 0.01, 0.9, 10));

        Chosen chosen = OverviewChoice.choose(offers, EVERYBODY);

        assertThat(keys(chosen)).containsExactly("pair:0", "pair:1", "dying:1", "closers");
        assertThat(chosen.left()).isEqualTo(8);
        assertThat(chosen.has(Section.THANKS)).isTrue();
    }

    @Test
    void choice_ofRandomOffers_isThatOfTheSlowWay() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<OverviewItem> offers = offers(random);

            List<String> chosen = keys(OverviewChoice.choose(offers, EVERYBODY));

            assertThat(chosen).as("seed %d", seed).isEqualTo(slowly(offers));
            Collections.shuffle(offers, random);
            assertThat(keys(OverviewChoice.choose(offers, EVERYBODY)))
                    .as("seed %d, other order", seed)
                    .isEqualTo(chosen);
        }
    }

    @Test
    void item_effectOutsideItsRange_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> item("a", Section.CHANGED, 1.1, 0.9, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> item("a", Section.CHANGED, Double.NaN, 0.9, 1));
    }

    @Test
    void effect_ofTwoFigures_isTheirDifferenceOverTheLarger() {
        assertThat(OverviewItem.effect(0.2, 0.25)).isCloseTo(0.2, within(1e-12));
        assertThat(OverviewItem.effect(3, 0)).isEqualTo(1);
        assertThat(OverviewItem.effect(0, 0)).isZero();
    }

    private static List<OverviewItem> offers(Random random) {
        List<OverviewItem> offers = new ArrayList<>();
        int number = random.nextInt(25);
        for (int place = 0; place < number; place++) {
            Section section = List.of(Section.values()).get(random.nextInt(3));
            // Few values, so that many priorities are equal.
            offers.add(item(
                    "family" + random.nextInt(5) + ":" + place,
                    section,
                    random.nextInt(4) / 4.0,
                    0.4 + random.nextInt(4) * 0.2,
                    random.nextInt(3) * 50));
        }
        return offers;
    }

    /** Takes one offer after the other, looking through all that are left for the best that may come in. */
    private static List<String> slowly(List<OverviewItem> offers) {
        List<OverviewItem> left = new ArrayList<>(offers);
        left.removeIf(item -> item.certainty().value() < 0.5 || OverviewChoice.priority(item, EVERYBODY) == 0);
        List<OverviewItem> taken = new ArrayList<>();
        Map<String, Integer> families = new HashMap<>();
        for (Section section : Section.values()) {
            OverviewItem best = null;
            for (OverviewItem item : left) {
                if (item.section() == section && (best == null || before(item, best))) {
                    best = item;
                }
            }
            if (best != null) {
                taken.add(best);
                left.remove(best);
                families.merge(family(best), 1, Integer::sum);
            }
        }
        while (taken.size() < 7) {
            OverviewItem best = null;
            for (OverviewItem item : left) {
                boolean fits = families.getOrDefault(family(item), 0) < 2;
                if (fits && (best == null || before(item, best))) {
                    best = item;
                }
            }
            if (best == null) {
                break;
            }
            taken.add(best);
            left.remove(best);
            families.merge(family(best), 1, Integer::sum);
        }
        taken.sort((one, other) -> before(one, other) ? -1 : 1);
        return taken.stream().map(OverviewItem::key).toList();
    }

    private static String family(OverviewItem item) {
        return item.key().replaceFirst(":.*", "");
    }

    private static boolean before(OverviewItem one, OverviewItem other) {
        double first = OverviewChoice.priority(one, EVERYBODY);
        double second = OverviewChoice.priority(other, EVERYBODY);
        return first > second || (first == second && one.key().compareTo(other.key()) < 0);
    }

    private static List<String> keys(Chosen chosen) {
        return chosen.items().stream().map(Ranked::item).map(OverviewItem::key).toList();
    }

    private static OverviewItem item(String key, Section section, double effect, double certainty, int people) {
        Bilingual words = new Bilingual("It is so.", "C'est ainsi.");
        return new OverviewItem(
                key,
                section,
                words,
                words,
                1,
                new Certainty(certainty, words),
                effect,
                people,
                List.of(),
                "#/silos",
                "{ __typename }");
    }
}
