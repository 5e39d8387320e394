/**
 * How does a Neo4j server run inside this process? The only place of Neo4j's own API (GPLv3), left out of
 * the build by {@code -DnoEmbedded}; open {@link org.passerelle.store.embedded.EmbeddedDatabase}. Imports
 * {@code store} only.
 */
@NullMarked
package org.passerelle.store.embedded;

import org.jspecify.annotations.NullMarked;
