/**
 * Who may see what about whom? Roles, who is asking ({@link org.passerelle.privacy.Reader}), whose name
 * is shown in a position ({@link org.passerelle.privacy.Names}) and from how many people on a figure about
 * a group exists ({@link org.passerelle.privacy.GroupFloor}). Open {@code Names} first. Imports
 * {@code network} and, for its beans, Spring.
 */
@NullMarked
package org.passerelle.privacy;

import org.jspecify.annotations.NullMarked;
