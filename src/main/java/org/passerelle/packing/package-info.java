/**
 * How does a snapshot fit into a few blocks of bytes, and come back? Pure: it knows neither the database nor the
 * statements that keep the blocks; open {@link org.passerelle.packing.Manifest} first, which names the blocks of one
 * version. A block never changes: its name is the digest of its content. Imports {@code network} only.
 */
@NullMarked
package org.passerelle.packing;

import org.jspecify.annotations.NullMarked;
