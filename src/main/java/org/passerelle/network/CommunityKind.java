package org.passerelle.network;

/** What a community is for; decides who is a legitimate animator of it. */
public enum CommunityKind {
    PRACTICE,
    WATCH,
    TEAM,
    PROJECT,
    OTHER
}
