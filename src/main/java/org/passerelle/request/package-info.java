/**
 * What do people ask of one another, and what of us? Introductions to an expert ({@link
 * org.passerelle.request.Introducing}), the name behind a pseudonym, thanks for what helped, and being left out. Open {@code RequestController} first.
 * Imports {@code network}; the controllers also {@code api} and {@code privacy}.
 */
@NullMarked
package org.passerelle.request;

import org.jspecify.annotations.NullMarked;
