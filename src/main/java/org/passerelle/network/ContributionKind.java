package org.passerelle.network;

/** What one act of one person was. */
public enum ContributionKind {
    POST,
    REPLY,
    QUESTION,
    ANSWER,
    MESSAGE,
    DOCUMENT,
    TICKET
}
