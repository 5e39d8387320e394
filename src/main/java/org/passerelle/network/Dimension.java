package org.passerelle.network;

/** A way of cutting the organisation into groups; every group belongs to exactly one. */
public enum Dimension {
    /** Divisions, departments, teams: the chart. */
    UNIT,
    /** The métier a person practises, whatever the unit. */
    TRADE,
    /** Where a person works. */
    SITE,
    /** The employer: one's own company, a customer, a partner. */
    COMPANY,
    /** Two groups only: inside one's own company, and outside it; derived from {@link #COMPANY}. */
    BORDER,
    /** Where people meet: a list, a channel, a group of the social network. */
    COMMUNITY
}
