/**
 * Where does the graph live, and how is it written and read? The only door to the driver and to the
 * statements of {@code cypher/}; open {@link org.passerelle.store.Store} first. Implements the ports of
 * {@code network}. Imports {@code network}, {@code packing}, {@code topic} and {@code need}.
 */
@NullMarked
package org.passerelle.store;

import org.jspecify.annotations.NullMarked;
