package org.passerelle.house.violations.expert;

/** A statement outside cypher/. */
public final class InlineCypher {
    public String statement(String label) {
        return "MATCH (p:" + label + ") RETURN p.id";
    }
}
