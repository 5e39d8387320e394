/**
 * Who and what holds separate groups together? People on the shortest paths between groups, how much of a group's
 * contact to another rests on them, what being a bridge costs them, and the ties whose loss would separate people.
 * Open {@link org.passerelle.bridge.Bridges} first, then {@link org.passerelle.bridge.BridgeTies} and {@code CrossTies}; {@code
 * BridgeRanks} says how sure a rank is and {@code Successors} who could take a place. Imports {@code
 * network} and {@code measure}; the controller also {@code api} and {@code privacy}.
 */
@NullMarked
package org.passerelle.bridge;

import org.jspecify.annotations.NullMarked;
