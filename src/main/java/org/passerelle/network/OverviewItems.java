package org.passerelle.network;

import java.util.List;

/**
 * What one question has to say on the one page for somebody who sees the whole. Each question offers what it is sure of;
 * whoever makes the page only chooses. Implemented by the questions.
 */
public interface OverviewItems {
    /** What is sure in that window beside the one before, in any order; the same for the same data. */
    Offers offers(Ask ask);

    /**
     * What is asked.
     *
     * @param before the stretch that the window is compared with, before it
     * @param peopleMin fewest people behind a figure about a group
     */
    record Ask(NetworkSnapshot snapshot, Window before, Window window, int peopleMin) {
        /** Refuses windows in the wrong order. */
        public Ask {
            if (!before.to().isBefore(window.from())) {
                throw new IllegalArgumentException("What is before ends before the window starts");
            }
        }
    }

    /**
     * What is offered.
     *
     * @param looked what was looked at, found or not, as in "14 units"
     */
    record Offers(List<OverviewItem> items, List<Bilingual> looked) {
        /** Copies the lists. */
        public Offers {
            items = List.copyOf(items);
            looked = List.copyOf(looked);
        }
    }
}
