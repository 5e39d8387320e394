/**
 * Which few meetings would open silos most? Pairs of people of different groups whose acquaintance shortens most ways
 * between the groups, each with somebody who could introduce them and what they have in common; and topics that live in
 * several groups which have not met over them. Open {@link org.passerelle.introduction.Meetings} and {@link
 * org.passerelle.introduction.TransverseTopics} first. Imports {@code network} and {@code measure}; the controller also {@code
 * api} and {@code privacy}.
 */
@NullMarked
package org.passerelle.introduction;

import org.jspecify.annotations.NullMarked;
