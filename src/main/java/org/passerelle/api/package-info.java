/**
 * How does every question answer? What all GraphQL controllers share: the scalars, errors with a stable
 * code ({@link org.passerelle.api.Refusal}), limits, pages with signed cursors ({@link
 * org.passerelle.api.Paging}), windows, snapshots and provenance. Open {@code Refusal} and {@code Paging}
 * first. Imports {@code network} and {@code privacy}.
 */
@NullMarked
package org.passerelle.api;

import org.jspecify.annotations.NullMarked;
