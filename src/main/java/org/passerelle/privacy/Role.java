package org.passerelle.privacy;

/** What a reader may do; a role whose rules are not built yet is denied everything. */
public enum Role {
    /** Everything, by name: invented people, or one's own data on one's own machine. */
    OPEN,
    /** Finds experts and reads community pages; sees everything about itself. */
    EMPLOYEE,
    /** Sees groups; people only as pseudonyms. */
    CONSULTANT,
    /** Works on figures about groups. */
    ANALYST,
    /** Answers for purpose, retention, erasure and audit. */
    DPO,
    /** Loads and runs; sees no person. */
    OPERATOR
}
