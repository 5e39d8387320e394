/**
 * What can an operator do from a terminal? One class per command; open {@link
 * org.passerelle.cli.PasserelleCommand} first. Imports the rooms that its commands start, and never a question.
 */
@NullMarked
package org.passerelle.cli;

import org.jspecify.annotations.NullMarked;
