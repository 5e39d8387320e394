package org.passerelle.network;

import java.util.List;

/** What is tried, and where; the store implements it. It outlives loads. */
public interface Initiatives {
    /** Keeps one more, unless there are as many as that already; says whether it was kept. */
    boolean record(Initiative initiative, int most);

    /** All of them, the one that began last first, of equals in order of id. */
    List<Initiative> all();
}
