package org.passerelle.network;

/** Who could already read a contribution before Passerelle came. */
public enum Visibility {
    /** Everybody in the company. */
    COMPANY,
    /** The members of its community. */
    COMMUNITY,
    /** Its sender and recipients only: who, whom, when and channel are kept, never text. */
    PRIVATE
}
