/**
 * Which communities live, who naturally animates them, and what lives without their animators? Scores every
 * contributor by what happens after they speak, against what their volume alone would draw ({@link
 * org.passerelle.community.AnimatorScores}), and judges health and self-regulation by stated rules. Open
 * {@code AnimatorScores} first. Imports {@code network} and {@code measure}; the controllers also {@code api} and {@code
 * privacy}.
 */
@NullMarked
package org.passerelle.community;

import org.jspecify.annotations.NullMarked;
