package org.passerelle.store;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers 503 to questions while the graph is being opened or a load holds it. */
@Component
class NotReadyAnswer extends OncePerRequestFilter {
    private static final byte[] BODY = """
            {"errors":[{"message":"The graph is being opened, or a load holds it; ask again in a moment.",\
            "extensions":{"code":"UNAVAILABLE"}}]}""".getBytes(StandardCharsets.UTF_8);
    private static final String RETRY_SECONDS = "2";

    private final StoreStart start;

    NotReadyAnswer(StoreStart start) {
        this.start = start;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return start.isReady() || !request.getRequestURI().startsWith(request.getContextPath() + "/graphql");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", RETRY_SECONDS);
        response.setContentType("application/json");
        response.getOutputStream().write(BODY);
    }
}
