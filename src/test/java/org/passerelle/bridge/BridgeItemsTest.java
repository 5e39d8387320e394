package org.passerelle.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.passerelle.network.OverviewItem;
import org.passerelle.network.OverviewItem.Section;
import org.passerelle.network.OverviewItems.Ask;
import org.passerelle.network.OverviewItems.Offers;
import org.passerelle.network.Person;
import org.passerelle.network.SmallOrganisation;
import org.passerelle.network.Window;

class BridgeItemsTest {
    private static final Window BEFORE = SmallOrganisation.days(0, 179);
    private static final Window WINDOW = SmallOrganisation.days(180, 359);
    private static final int[] BOTH = {10, 200};
    private static final int[] LATE = {200};

    private static Offers offers(SmallOrganisation organisation) {
        return new BridgeItems().offers(new Ask(organisation.snapshot(), BEFORE, WINDOW, 1));
    }

    /** Units of five people of that letter. */
    private static SmallOrganisation units(String... letters) {
        SmallOrganisation organisation = new SmallOrganisation();
        for (String letter : letters) {
            organisation.unit(
                    letter.toUpperCase(java.util.Locale.ROOT),
                    letter + "1 " + letter + "2 " + letter + "3 " + letter + "4 " + letter + "5");
        }
        return organisation;
    }

    /** Somebody writes to the first so many people of both units. */
    private static void between(
            SmallOrganisation organisation, String bridge, String one, String other, int each, int... days) {
        IntStream.rangeClosed(1, each).forEach(number -> {
            organisation.mail(bridge, one + number, days);
            organisation.mail(bridge, other + number, days);
        });
    }

    /** Yan and Zoe both connect the same people: neither does so alone. */
    private static SmallOrganisation withTwoWhoShare() {
        SmallOrganisation organisation =
                units("a", "b", "c", "d").unit("M", "xia").unit("N", "yan zoe");
        between(organisation, "yan", "c", "d", 5, BOTH);
        between(organisation, "zoe", "c", "d", 5, BOTH);
        return organisation;
    }

    @Test
    void bridge_alone_isARiskAsSureAsItLasted() {
        SmallOrganisation organisation = withTwoWhoShare();
        between(organisation, "xia", "a", "b", 5, BOTH);

        List<OverviewItem> items = offers(organisation).items();

        assertThat(items).extracting(OverviewItem::key).containsExactly("bridge:xia");
        OverviewItem item = items.getFirst();
        assertThat(item.section()).isEqualTo(Section.AT_RISK);
        assertThat(item.value()).isEqualTo(1);
        // Five times five pairs, all hers; over all it is 25 of the 75 that three people connect.
        assertThat(item.sentence().english()).startsWith("One person alone connects 25 of the 25 pairs");
        assertThat(item.effect()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(item.certainty().value()).isEqualTo(1);
        assertThat(item.who()).extracting(Person::id).containsExactly("xia");
        assertThat(item.sentence().english()).doesNotContain("xia");
    }

    @Test
    void bridge_whomAnotherBackedBefore_isLessSure() {
        SmallOrganisation organisation = withTwoWhoShare();
        between(organisation, "xia", "a", "b", 5, BOTH);
        // In the window before, Wim connected sixteen of the 25 as well.
        organisation.unit("O", "wim");
        between(organisation, "wim", "a", "b", 4, 20);

        OverviewItem item = offers(organisation).items().getFirst();

        assertThat(item.key()).isEqualTo("bridge:xia");
        assertThat(item.certainty().value()).isCloseTo(9 / 25.0, within(1e-12));
        assertThat(item.certainty().reason().english()).startsWith("in the period before: ");
    }

    @Test
    void bridge_newOrOfFewPairsOrLikeAll_isNotOffered() {
        SmallOrganisation newcomer = withTwoWhoShare();
        between(newcomer, "xia", "a", "b", 5, LATE);
        assertThat(offers(newcomer).items()).as("nothing is known of before").isEmpty();

        SmallOrganisation few = withTwoWhoShare();
        between(few, "xia", "a", "b", 3, BOTH);
        assertThat(offers(few).items()).as("nine pairs").isEmpty();

        SmallOrganisation alike = units("a", "b", "c", "d").unit("M", "xia").unit("N", "yan");
        between(alike, "xia", "a", "b", 5, BOTH);
        between(alike, "yan", "c", "d", 5, BOTH);
        assertThat(offers(alike).items()).as("all connect alone").isEmpty();
    }

    @Test
    void nobodyBetweenUnits_isSaid() {
        Offers offers = offers(units("a", "b").mail("a1", "a2", BOTH));
        assertThat(offers.items()).isEmpty();
        assertThat(offers.looked().getFirst().english()).isEqualTo("0 people between units");
    }
}
