/**
 * What would an invented organisation look like, of which the truth is known? Writes the people, the
 * chart, a year of contributions and the truth planted in them, as files that {@code ingest} reads.
 * Imports {@code network} only.
 */
@NullMarked
package org.passerelle.demonstration;

import org.jspecify.annotations.NullMarked;
