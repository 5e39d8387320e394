package org.passerelle.network;

/** How far a load is. */
public enum LoadState {
    WAITING,
    READING,
    FINISHING,
    DONE,
    FAILED,
    CANCELLED
}
