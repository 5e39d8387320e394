package org.passerelle.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.passerelle.network.TopicText;
import org.passerelle.topic.TagRecovery.Compared;

class TagRecoveryTest {
    private static TopicText text(int number, String subject, String text, String... tags) {
        return new TopicText(
                "k" + number,
                "p" + number % 7,
                Instant.EPOCH,
                "d" + number,
                true,
                "",
                null,
                subject,
                text,
                List.of(tags));
    }

    @Test
    void compare_countsTagsAmongTheFirstFive_andNeverSeesThemBefore() {
        List<TopicText> earlier = new ArrayList<>();
        for (int number = 0; number < 40; number++) {
            earlier.add(
                    number % 5 == 0
                            ? text(number, "The check valve", "Each check valve, and the pump, is red.", "hidden-word")
                            : text(number, "A pump", "The pump is red.", "hidden-word"));
        }
        TagRecovery recovery = TagRecovery.learn(earlier, List.of());
        // "check valve" is found; "hidden" is in no text; "pump" is everywhere and says nothing, so two tags count.
        Compared compared = recovery.compare(
                        text(99, "A check valve", "The check valve, you know.", "check-valve", "hidden-word", "pump"))
                .getFirst();
        assertThat(compared.topics().precision()).isEqualTo(1 / 5.0);
        assertThat(compared.topics().recall()).isEqualTo(1 / 2.0);
        assertThat(compared.held()).isEqualTo(1 / 2.0);
        assertThat(recovery.compare(text(99, "A pump", "", "pump"))).isEmpty();
    }
}
