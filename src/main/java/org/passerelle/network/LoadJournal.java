package org.passerelle.network;

import org.passerelle.network.Coverage.LoadRecord;

/** Where loads are written down, so that they can be listed after a restart; the store implements it. */
public interface LoadJournal {
    /** Writes the load, or its newer state, by its id. */
    void record(LoadRecord load);
}
