package org.passerelle.expert;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Workload;
import org.passerelle.privacy.Names;
import org.passerelle.privacy.Reader;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Answers how an asker gets to an expert, and whether that expert has a lot to do. */
@Controller
class IntroductionController {
    private final Names names;

    IntroductionController(Names names) {
        this.names = names;
    }

    @SchemaMapping
    Introductions.@Nullable Path introductionPath(Expert expert) {
        String asker = expert.asked().askerId();
        return asker == null
                ? null
                : expert.asked()
                        .introductions()
                        .strongest(asker, expert.person().id())
                        .orElse(null);
    }

    @SchemaMapping
    List<Introductions.Path> alternatives(Expert expert) {
        String asker = expert.asked().askerId();
        return asker == null
                ? List.of()
                : expert.asked()
                        .introductions()
                        .alternatives(asker, expert.person().id());
    }

    /** How busy somebody is, is a figure about a person: it is for the person, and for others where the person agreed. */
    @SchemaMapping
    @Nullable
    Workload workload(Expert expert, @ContextValue Reader reader) {
        return names.mayName(expert.person(), reader)
                ? expert.asked().workloads().get().of(expert.person().id()).orElse(null)
                : null;
    }
}
