/**
 * Where does the program start? Here: {@link org.passerelle.Passerelle} reads the command line and hands
 * over to the commands. One package below per question or duty; docs/ARCHITECTURE.md says who may import
 * whom, and a test checks it.
 */
@NullMarked
package org.passerelle;

import org.jspecify.annotations.NullMarked;
