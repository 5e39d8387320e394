/**
 * Which few meetings would open silos most? Pairs of people of different groups whose acquaintance shortens most ways
 * between the groups, each with somebody who could introduce them and what they have in common. Open {@link
 * org.passerelle.introduction.Meetings} first. Imports {@code network} and {@code measure}; the controller also {@code
 * api} and {@code privacy}.
 */
@NullMarked
package org.passerelle.introduction;

import org.jspecify.annotations.NullMarked;
