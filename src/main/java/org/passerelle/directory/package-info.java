/**
 * Who is there, where does everybody belong, and what was loaded? Finds people by name ({@link
 * org.passerelle.directory.NameSearch}), answers what the chart says of them, and accounts for the data and
 * for who is missing in them. Open {@code DirectoryController} first. Imports {@code network} and
 * {@code privacy}, because what is missing is a figure about groups; the controllers also {@code api}.
 */
@NullMarked
package org.passerelle.directory;

import org.jspecify.annotations.NullMarked;
