/**
 * What is an organisation and who did what towards whom? The vocabulary of the product ({@link
 * org.passerelle.network.Person}, {@link org.passerelle.network.Group}, {@link
 * org.passerelle.network.Contribution}, {@link org.passerelle.network.Tie}), the formal organisation
 * with its dates ({@link org.passerelle.network.Chart}), the observed network in memory ({@link
 * org.passerelle.network.NetworkSnapshot}, {@link org.passerelle.network.TieGraph}) and the ports
 * that {@code store}, or a question for the others, implements. Open {@code NetworkSnapshot} first. Imports JGraphT and the JDK only.
 */
@NullMarked
package org.passerelle.network;

import org.jspecify.annotations.NullMarked;
