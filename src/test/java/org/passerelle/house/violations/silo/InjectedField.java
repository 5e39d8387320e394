package org.passerelle.house.violations.silo;

import org.springframework.beans.factory.annotation.Autowired;

/** A field that the container fills behind the constructor's back. */
public final class InjectedField {
    @Autowired
    private String name = "";

    public String name() {
        return name;
    }
}
