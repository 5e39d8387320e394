/**
 * What do the files of a source say, and which rows cannot be believed? One class per format streams
 * checked records in batches to the {@link org.passerelle.network.LoadSink}; a bad row goes to
 * quarantine and the load goes on. Open {@link org.passerelle.ingest.Load} first; {@link
 * org.passerelle.ingest.LoadDesk} runs loads asked for through the API. Imports {@code network}; the controller also
 * {@code api}.
 */
@NullMarked
package org.passerelle.ingest;

import org.jspecify.annotations.NullMarked;
