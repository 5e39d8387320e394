/**
 * Where does the program begin? {@link org.passerelle.Passerelle} runs the command line and is the root of
 * the server's parts. Imports {@code cli} only.
 */
@NullMarked
package org.passerelle;

import org.jspecify.annotations.NullMarked;
