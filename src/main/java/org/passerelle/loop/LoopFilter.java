package org.passerelle.loop;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.WindowInput;

/** Which loops. */
record LoopFilter(
        @Nullable List<LoopState> state,
        @Nullable List<LoopKind> kind,
        @Nullable String community,
        @Nullable String unit,
        @Nullable String topic,
        @Nullable String process,
        @Nullable WindowInput window) {
    static final LoopFilter NONE = new LoopFilter(null, null, null, null, null, null, null);

    /** Whether everything but the unit and the window fits. */
    boolean fits(Loop loop) {
        return (state == null || state.contains(loop.state()))
                && (kind == null || kind.contains(loop.kind()))
                && (community == null || community.equals(loop.need().communityId()))
                && (topic == null || loop.need().topicIds().contains(topic))
                && (process == null || loop.need().processes().contains(process));
    }
}
