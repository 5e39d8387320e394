/**
 * What should somebody who sees the whole know now? Three to seven items by priority, of what the questions offer through
 * {@link org.passerelle.network.OverviewItems}. Open {@link org.passerelle.overview.OverviewChoice} first. Imports {@code
 * network} and {@code measure}; the controller also {@code api} and {@code privacy}.
 */
@NullMarked
package org.passerelle.overview;

import org.jspecify.annotations.NullMarked;
