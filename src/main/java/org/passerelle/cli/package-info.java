/**
 * What can an operator do from a terminal? One class per command; open {@link
 * org.passerelle.cli.PasserelleCommand} first. May import every package but the questions.
 */
@NullMarked
package org.passerelle.cli;

import org.jspecify.annotations.NullMarked;
