package org.passerelle.house.violations.privacy;

import org.passerelle.house.violations.api.ApiError;

/** The other half of a cycle. */
public record CycleHalf(String id) {
    public ApiError toError() {
        return new ApiError(this);
    }
}
