/**
 * Does a text ask for something, thank for it, or say what became of it? French and English patterns over the writer's own
 * words, without quotations and signatures. Pure: a text comes in, marks go out. Open {@link org.passerelle.need.Marking}
 * first. Imports {@code network}.
 */
@NullMarked
package org.passerelle.need;

import org.jspecify.annotations.NullMarked;
