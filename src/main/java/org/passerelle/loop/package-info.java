/**
 * Which needs were met, by whom, from where, and how fast? A need opens a loop; an accepted answer, a resolving
 * contribution, thanks or a work item closes it. Open {@link org.passerelle.loop.LoopTracing} first, then {@link
 * org.passerelle.loop.LoopStatistics}. Whoever else counts needs counts these, through {@link
 * org.passerelle.network.Needs}. Imports {@code network} and {@code measure}; the controllers also {@code api}
 * and {@code privacy}.
 */
@NullMarked
package org.passerelle.loop;

import org.jspecify.annotations.NullMarked;
