/**
 * How far does observed work depart from the chart? Ties by distance in the reporting tree of their day, and the
 * network laid out for drawing with the reporting lines beside what was observed; how much exchange between units
 * rests on managers, how freely people group, what peers say once a manager enters their thread, and how far ties
 * shorten the ways along the lines. Open {@link
 * org.passerelle.wirearchy.Wirearchies} first, and {@link org.passerelle.wirearchy.Drawing} for the picture.
 * Imports {@code network} and {@code measure}; the controller also {@code api} and {@code privacy}.
 */
@NullMarked
package org.passerelle.wirearchy;

import org.jspecify.annotations.NullMarked;
