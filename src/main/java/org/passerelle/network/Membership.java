package org.passerelle.network;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person belongs to a group from a day until a day.
 *
 * @param share part of the person that belongs there, in (0, 1]; several memberships share one person
 * @param primary the one that counts where only one may
 * @param role what the person is there (member, moderator, head), null where unknown
 */
public record Membership(
        String personId,
        String groupId,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        double share,
        boolean primary,
        @Nullable String role)
        implements Dated {}
