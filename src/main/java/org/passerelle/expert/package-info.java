/**
 * Who knows about something, and who could introduce me? Contributions found by full text vote for who made
 * them ({@link org.passerelle.expert.ExpertSearch}), and behind them for those who answered on topics near to it; the chart says how far away these people are and the
 * acquaintances who leads to them ({@link org.passerelle.network.Acquaintances}). Open {@code ExpertSearch}
 * first. Imports {@code network}; the controllers also {@code api} and {@code privacy}.
 */
@NullMarked
package org.passerelle.expert;

import org.jspecify.annotations.NullMarked;
