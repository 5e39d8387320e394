/**
 * How good is an order of experts, and which of several is surely better? Questions that were asked are asked again as of their own moment, and those who then
 * answered are what should come first. Open {@link org.passerelle.evaluation.Replay} first. Imports {@code network}.
 */
@NullMarked
package org.passerelle.evaluation;

import org.jspecify.annotations.NullMarked;
