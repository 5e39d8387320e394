/**
 * How far are the groups of an organisation apart? Ties within and between the groups of any dimension against
 * what everybody's number of ties would give by chance, judged by the chart of the day, and the groups that the
 * network itself shows beside the formal ones. Open {@link org.passerelle.silo.Silos} first; what a query must select
 * is in {@code SiloNulls}, {@code Clusters}, {@code ChannelOpenness} and {@code SiloTrend}. Imports {@code network} and {@code measure}; the controller also {@code
 * api} and {@code privacy}.
 */
@NullMarked
package org.passerelle.silo;

import org.jspecify.annotations.NullMarked;
