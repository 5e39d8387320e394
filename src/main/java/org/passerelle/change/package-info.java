/**
 * Does it help? What a change of people, ties or groups would do to the silos, computed on a copy; and what did change
 * from one stretch of time to another, where an initiative was taken and elsewhere. Open {@link
 * org.passerelle.change.Simulations} and {@link org.passerelle.change.Comparisons} first. Imports {@code network} and
 * {@code measure}; the controllers also {@code api} and {@code privacy}.
 */
@NullMarked
package org.passerelle.change;

import org.jspecify.annotations.NullMarked;
