/**
 * Who has taken up the network, who stays, and what brings others in? How far everybody of the chart of the day has come
 * ({@link org.passerelle.adoption.Funnels}), how long newcomers stay ({@link org.passerelle.adoption.Newcomers}), whether
 * more begin after the leadership spoke ({@link org.passerelle.adoption.Leaderships}) and after whom their neighbours begin
 * ({@link org.passerelle.adoption.Conversions}). Open {@code AdoptionController} first. Imports {@code network} and {@code
 * measure}; the controllers also {@code api} and {@code privacy}.
 */
@NullMarked
package org.passerelle.adoption;

import org.jspecify.annotations.NullMarked;
