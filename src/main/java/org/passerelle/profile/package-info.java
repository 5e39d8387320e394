/**
 * What is somebody known for? The topics of a person's contributions, specific and recent ones first, and what the
 * person says of them: confirmed, added, hidden, declared. Open {@link org.passerelle.profile.Profile} first. Imports
 * {@code network}; its controller also {@code api} and {@code privacy}.
 */
@NullMarked
package org.passerelle.profile;

import org.jspecify.annotations.NullMarked;
