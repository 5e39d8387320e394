package org.passerelle.house.violations.expert;

/** A controller that others may call. */
public final class OpenController {}
