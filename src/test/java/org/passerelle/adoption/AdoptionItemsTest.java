package org.passerelle.adoption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.passerelle.network.Bilingual;
import org.passerelle.network.ContributionTimes;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.OverviewItem;
import org.passerelle.network.OverviewItem.Section;
import org.passerelle.network.OverviewItems.Ask;
import org.passerelle.network.OverviewItems.Offers;
import org.passerelle.network.Window;

class AdoptionItemsTest {
    private static final Window BEFORE = new Window(Village.day(0), Village.day(181));
    private static final Window WINDOW = new Window(Village.day(182), Village.day(365));

    private static Offers offers(Village village, int peopleMin) {
        NetworkSnapshot snapshot = village.snapshot();
        return new AdoptionItems(village::said).offers(new Ask(snapshot, BEFORE, WINDOW, peopleMin));
    }

    /** Somebody of old, and so many newcomers in each window, of whom some come back a week later. */
    private static Village newcomers(int early, int earlyBack, int late, int lateBack) {
        Village village = new Village().unit("A", "old");
        for (int day = 0; day <= 365; day += 20) {
            village.posts("old", day);
        }
        add(village, "e", 35, early, earlyBack);
        add(village, "l", 190, late, lateBack);
        return village;
    }

    private static void add(Village village, String name, int firstDay, int newcomers, int back) {
        for (int number = 0; number < newcomers; number++) {
            int day = firstDay + 4 * number;
            village.unit("A", name + number).posts(name + number, day);
            if (number < back) {
                village.posts(name + number, day + 7);
            }
        }
    }

    private static List<String> keys(Offers offers) {
        return offers.items().stream().map(OverviewItem::key).toList();
    }

    @Test
    void newcomers_whoNoLongerComeBack_areARisk() {
        Offers offers = offers(newcomers(20, 20, 20, 0), 1);

        assertThat(keys(offers)).containsExactly("newcomers");
        OverviewItem item = offers.items().getFirst();
        assertThat(item.section()).isEqualTo(Section.AT_RISK);
        assertThat(item.value()).isCloseTo(-1, within(1e-9));
        assertThat(item.figure().english()).isEqualTo("\u2212100 points");
        assertThat(item.people()).isEqualTo(20);
        assertThat(item.sentence().english()).contains("within 30 days goes from 100%");
        assertThat(item.sentence().french()).contains("nouveaux venus");
        assertThat(offers.looked()).containsExactly(new Bilingual("20 newcomers", "20 nouveaux venus"));
    }

    @Test
    void newcomers_whoComeBackAgain_areAChange() {
        OverviewItem item = offers(newcomers(20, 0, 20, 20), 1).items().getFirst();

        assertThat(item.section()).isEqualTo(Section.CHANGED);
        assertThat(item.value()).isPositive();
    }

    @Test
    void newcomers_asManyAsBeforeOrFew_areNothingToSay() {
        assertThat(offers(newcomers(20, 10, 20, 11), 1).items()).isEmpty();
        assertThat(offers(newcomers(9, 9, 20, 0), 1).items()).isEmpty();
        assertThat(offers(newcomers(20, 20, 20, 0), 21).items()).isEmpty();
    }

    @Test
    void leadership_plantedEffect_isAnAssociationOfOneTest() {
        Village village = Village.led(1, 0.4);

        OverviewItem item = offers(village, 1).items().stream()
                .filter(each -> each.key().equals("leadership"))
                .findFirst()
                .orElseThrow();

        assertThat(item.section()).isEqualTo(Section.CHANGED);
        assertThat(item.value()).isPositive();
        assertThat(item.sentence().english()).contains("association, no proof of cause");
        assertThat(item.certainty().value()).isGreaterThan(0.99);
        // One comparison was made: there is nothing to correct for.
        assertThat(item.certainty().reason().english())
                .startsWith("chance alone would bring as much in")
                .doesNotContain("corrected");
        assertThat(item.certainty().reason().french()).doesNotContain("corrigé");
    }

    @Test
    void leadership_withoutEffectOrWithFewLeaders_isSeldomOrNeverOffered() {
        long offered = java.util.stream.IntStream.range(0, 20)
                .filter(seed -> keys(offers(Village.led(seed, 0), 1)).contains("leadership"))
                .count();
        // One in twenty at either end, of which one end counts; four of 20 come in less than one case of five hundred.
        assertThat(offered).isLessThan(4);
        assertThat(keys(offers(Village.led(1, 0.4), 5))).doesNotContain("leadership");
    }

    @Test
    void tooManyContributions_areSaidNotToBeLookedAt() {
        ContributionTimes tooMany = _ -> {
            throw new ContributionTimes.TooMany();
        };

        Offers offers = new AdoptionItems(tooMany)
                .offers(new Ask(new Village().unit("A", "ann").snapshot(), BEFORE, WINDOW, 1));

        assertThat(offers.items()).isEmpty();
        assertThat(offers.looked().getFirst().english()).contains("too many contributions");
    }
}
