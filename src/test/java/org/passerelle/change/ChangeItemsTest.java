package org.passerelle.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.passerelle.network.OverviewItem;
import org.passerelle.network.OverviewItem.Section;
import org.passerelle.network.OverviewItems.Ask;
import org.passerelle.network.OverviewItems.Offers;
import org.passerelle.network.SmallOrganisation;
import org.passerelle.network.Window;

class ChangeItemsTest {
    private static final int WEEKS = 20;
    private static final Window BEFORE = SmallOrganisation.days(0, 7 * WEEKS - 1);
    private static final Window AFTER = SmallOrganisation.days(7 * WEEKS, 14 * WEEKS - 1);

    private static Offers offers(SmallOrganisation organisation, int peopleMin) {
        return new ChangeItems().offers(new Ask(organisation.snapshot(), BEFORE, AFTER, peopleMin));
    }

    /** Three units of eight, in which six mails a week go round; and so many a week from A to B, before and after. */
    private static SmallOrganisation units(int before, int after) {
        SplittableRandom random = new SplittableRandom(5);
        SmallOrganisation organisation = new SmallOrganisation();
        for (String unit : List.of("A", "B", "C")) {
            for (int number = 0; number < 8; number++) {
                organisation.unit(unit, unit + number);
            }
            for (int week = 0; week < 2 * WEEKS; week++) {
                for (int mail = 0; mail < 6; mail++) {
                    mail(organisation, random, unit, unit, week);
                }
            }
        }
        for (int week = 0; week < 2 * WEEKS; week++) {
            for (int mail = 0; mail < (week < WEEKS ? before : after); mail++) {
                mail(organisation, random, "A", "B", week);
            }
        }
        return organisation;
    }

    private static void mail(
            SmallOrganisation organisation, SplittableRandom random, String from, String to, int week) {
        int sender = random.nextInt(8);
        int receiver = from.equals(to) ? (sender + 1 + random.nextInt(7)) % 8 : random.nextInt(8);
        organisation.mail(from + sender, to + receiver, 7 * week + random.nextInt(7));
    }

    private static OverviewItem item(Offers offers, String key) {
        return offers.items().stream()
                .filter(item -> item.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError(key + " is not among " + offers.items()));
    }

    @Test
    void plantedOpening_ofOnePair_isSaidOfTheWholeOfTheUnitsAndOfTheirTies() {
        Offers offers = offers(units(0, 5), 1);

        assertThat(offers.items())
                .allSatisfy(item -> assertThat(item.section()).isEqualTo(Section.CHANGED))
                .allSatisfy(item -> assertThat(item.view()).startsWith("#/change?"))
                .allSatisfy(item -> assertThat(item.certainty().value()).isGreaterThan(0.95));
        OverviewItem whole = item(offers, "silos.whole");
        assertThat(whole.value()).isPositive();
        assertThat(whole.people()).isEqualTo(24);
        assertThat(whole.sentence().english()).startsWith("Over the whole, the share of ties that cross");
        OverviewItem unit = item(offers, "unit:A");
        assertThat(unit.sentence().english()).startsWith("A opens: the share of its ties that leave the unit");
        assertThat(unit.sentence().french()).startsWith("A s'ouvre");
        assertThat(unit.people()).isEqualTo(8);
        OverviewItem pair = item(offers, "pair:A:B");
        assertThat(pair.sentence().english()).startsWith("Ties between A and B grow");
        assertThat(pair.people()).isEqualTo(16);
        assertThat(pair.view()).contains("one=A").contains("other=B");
        assertThat(offers.items()).extracting(OverviewItem::key).doesNotContain("unit:C");
        assertThat(offers.looked().getFirst().english()).startsWith("3 units and ");
    }

    @Test
    void plantedClosing_isSaidTheOtherWayRound() {
        Offers offers = offers(units(5, 0), 1);

        assertThat(item(offers, "silos.whole").value()).isNegative();
        assertThat(item(offers, "unit:A").sentence().english()).startsWith("A closes");
        assertThat(item(offers, "pair:A:B").sentence().english()).startsWith("Ties between A and B come apart");
    }

    @Test
    void everyWeekAlike_isNothingToSay() {
        SmallOrganisation organisation =
                new SmallOrganisation().unit("A", "ann bob cid").unit("B", "dan eve fay");
        for (int week = 0; week < 2 * WEEKS; week++) {
            organisation
                    .mail("ann", "bob", 7 * week)
                    .mail("bob", "cid", 7 * week + 1)
                    .mail("dan", "eve", 7 * week + 2)
                    .mail("cid", "dan", 7 * week + 3);
        }
        assertThat(offers(organisation, 1).items()).isEmpty();
    }

    @Test
    void unitsSmallerThanTheFloor_areNotSpokenOf() {
        assertThat(offers(units(0, 5), 9).items())
                .extracting(OverviewItem::family)
                .doesNotContain("unit", "pair");
    }
}
