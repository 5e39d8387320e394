package org.passerelle.house.violations.network;

/** A name that says how, not what. */
public abstract class AbstractThing {}
