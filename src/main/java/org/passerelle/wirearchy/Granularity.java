package org.passerelle.wirearchy;

/** What a node of a drawing is. */
public enum Granularity {
    /** A person. */
    PERSON,
    /** A group of the dimension. */
    GROUP
}
