package org.passerelle.wirearchy;

/**
 * How far ties shorten the ways along the reporting lines.
 *
 * @param peopleMin fewest people who must stand behind a figure about a unit; 1 withholds nothing
 */
record ShortcutQuestion(WirearchyQuestion about, int peopleMin) {}
