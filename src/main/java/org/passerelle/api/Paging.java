package org.passerelle.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.Connection.Edge;
import org.passerelle.api.Connection.PageInfo;
import org.springframework.stereotype.Component;

/** Cuts answers into pages; the whole answer must come in the same order every time. */
@Component
public final class Paging {
    /** Most results on one page. */
    public static final int FIRST_MAX = 100;

    private final Cursors cursors;

    /** Pages with those cursors. */
    public Paging(Cursors cursors) {
        this.cursors = cursors;
    }

    /**
     * Which page is asked for.
     *
     * @param first how many results, 1 to {@value #FIRST_MAX}
     * @param after the cursor it follows, null for the first page
     * @param question what the answer depends on (field, arguments, snapshot): a cursor is good for one only
     */
    public record Request(int first, @Nullable String after, String question) {
        /** Refuses a page of no or too many results. */
        public Request {
            if (first < 1 || first > FIRST_MAX) {
                throw new BadUserInput("`first` must be from 1 to " + FIRST_MAX + ", not " + first + ".");
            }
        }

        /** A request whose question is told by its parts, null ones included. */
        public static Request of(@Nullable Integer first, @Nullable String after, @Nullable Object... question) {
            if (first == null) {
                throw new BadUserInput("`first` must be from 1 to " + FIRST_MAX + ", not null.");
            }
            StringBuilder text = new StringBuilder();
            for (Object part : question) {
                String word = Objects.toString(part);
                text.append(word.length()).append(':').append(word);
            }
            return new Request(first, after, text.toString());
        }
    }

    /** A page of an answer that is plain data. */
    public <T> Connection<T> page(List<T> answer, Request request) {
        return page(answer, request, Function.identity());
    }

    /** A page of an answer that was computed. */
    public <T> ComputedConnection<T> page(List<T> answer, Request request, Provenance provenance) {
        Connection<T> page = page(answer, request);
        return new ComputedConnection<>(page.edges(), page.pageInfo(), provenance);
    }

    /** A page of an answer that was computed; only the results on the page are turned into what is shown. */
    public <S, T> ComputedConnection<T> page(
            List<S> answer, Request request, Provenance provenance, Function<S, T> shown) {
        Connection<T> page = page(answer, request, shown);
        return new ComputedConnection<>(page.edges(), page.pageInfo(), provenance);
    }

    private <S, T> Connection<T> page(List<S> answer, Request request, Function<S, T> shown) {
        int start = start(request);
        int end = Math.min(start + request.first(), answer.size());
        List<Edge<T>> edges = new ArrayList<>();
        for (int position = start; position < end; position++) {
            edges.add(new Edge<>(shown.apply(answer.get(position)), cursors.at(position, request.question())));
        }
        PageInfo pageInfo = edges.isEmpty()
                ? new PageInfo(null, null, false, start > 0)
                : new PageInfo(edges.getFirst().cursor(), edges.getLast().cursor(), end < answer.size(), start > 0);
        return new Connection<>(edges, pageInfo, answer.size());
    }

    /** Position of the first result on the page, from 0. */
    public int start(Request request) {
        return request.after() == null ? 0 : cursors.position(request.after(), request.question()) + 1;
    }
}
