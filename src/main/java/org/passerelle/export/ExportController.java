package org.passerelle.export;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.BadUserInput;
import org.passerelle.api.ErrorCode;
import org.passerelle.api.NotFound;
import org.passerelle.api.Paging;
import org.passerelle.api.Refusal;
import org.passerelle.export.Exported.Drawn;
import org.springframework.graphql.ResponseError;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.support.DefaultGraphQlRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Hands out matrices and networks as files. It asks the API as anybody could, through the same door, so that rights,
 * floors, limits and pseudonyms are the API's own.
 */
@RestController
class ExportController {
    /** Rows of a list that is asked for without saying how many. */
    private static final int ROWS_USUAL = 1_000;

    private static final int ROWS_MAX = 10_000;
    private static final InetSocketAddress HERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private final WebGraphQlHandler api;

    ExportController(WebGraphQlHandler api) {
        this.api = api;
    }

    @GetMapping("/export/{name}.{format:csv|gexf}")
    ResponseEntity<String> export(
            @PathVariable String name,
            @PathVariable String format,
            @RequestParam MultiValueMap<String, String> arguments,
            @RequestHeader HttpHeaders headers) {
        Exported exported = Exported.named(name)
                .orElseThrow(() -> new NotFound("There is no export '" + name + "'; docs/FORMATS.md lists them."));
        ExportArguments asked = ExportArguments.of(exported, arguments);
        String text =
                format.equals("csv") ? CsvText.of(table(exported, asked, headers)) : network(exported, asked, headers);
        MediaType type = format.equals("csv")
                ? new MediaType("text", "csv", StandardCharsets.UTF_8)
                : new MediaType("application", "gexf+xml", StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "." + format + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(text);
    }

    private String network(Exported exported, ExportArguments asked, HttpHeaders headers) {
        Drawn drawn = exported.drawn()
                .orElseThrow(() -> new NotFound("'" + exported.title() + "' is no network: take it as csv."));
        if (exported == Exported.WIREARCHY) {
            asked = asked.with("granularity", "PERSON");
        }
        Table nodes = drawn.nodes() == null ? null : table(drawn.nodes(), asked, headers);
        // Both halves are of one version of the data.
        ExportArguments same =
                nodes == null ? asked : asked.with("snapshot", nodes.source().snapshot());
        return GexfText.of(nodes, table(drawn.edges(), same, headers), drawn.directed());
    }

    private Table table(Exported exported, ExportArguments asked, HttpHeaders headers) {
        Map<String, Object> variables = new HashMap<>(asked.variables(exported));
        int rows = exported.paged() ? rows(variables) : 0;
        List<Object> elements = new ArrayList<>();
        Map<?, ?> answer;
        do {
            if (exported.paged()) {
                variables.put("first", Math.min(Paging.FIRST_MAX, rows - elements.size()));
            }
            answer = answer(exported, variables, headers);
            elements.addAll((List<?>) Objects.requireNonNull(Table.at(answer, exported.list())));
            variables.put("snapshot", Objects.requireNonNull(Table.at(answer, "provenance.snapshot")));
            variables.put("after", String.valueOf(Table.at(answer, "pageInfo.endCursor")));
        } while (exported.paged()
                && elements.size() < rows
                && Boolean.TRUE.equals(Table.at(answer, "pageInfo.hasNextPage")));
        Map<?, ?> provenance = (Map<?, ?>) Objects.requireNonNull(answer.get("provenance"));
        return Table.of(exported, elements, Table.Source.of(provenance));
    }

    private static int rows(Map<String, Object> variables) {
        int rows = variables.get("first") instanceof Integer first ? first : ROWS_USUAL;
        if (rows < 1 || rows > ROWS_MAX) {
            throw new BadUserInput("`first` must be from 1 to " + ROWS_MAX + " here, not " + rows + ".");
        }
        return rows;
    }

    private Map<?, ?> answer(Exported exported, Map<String, Object> variables, HttpHeaders headers) {
        return asked(exported.title(), exported.document(), exported.field(), variables, headers);
    }

    /** What the API says to whoever sent those headers; refuses what it refuses. */
    Map<?, ?> asked(String title, String document, String field, Map<String, Object> variables, HttpHeaders headers) {
        WebGraphQlRequest request = new WebGraphQlRequest(
                URI.create("http://localhost/export/" + title),
                headers,
                new LinkedMultiValueMap<>(),
                HERE,
                Map.<String, Object>of(),
                new DefaultGraphQlRequest(text(document), null, new HashMap<String, @Nullable Object>(variables), null),
                UUID.randomUUID().toString(),
                Locale.ENGLISH);
        WebGraphQlResponse response =
                Objects.requireNonNull(api.handleRequest(request).block());
        if (!response.getErrors().isEmpty()) {
            throw new Refused(response.getErrors().getFirst());
        }
        Map<?, ?> data = Objects.requireNonNull(response.<Map<?, ?>>getData());
        return (Map<?, ?>) Objects.requireNonNull(data.get(field));
    }

    private static String text(String document) {
        try (InputStream in = ExportController.class.getResourceAsStream(document)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new IllegalStateException("The program's own file " + document + " cannot be read", broken);
        }
    }

    /** What the API refused, with its code. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String code;

        /** As a file's reader is told. */
        ResponseEntity<String> told() {
            return refusal(code, String.valueOf(getMessage()));
        }

        private Refused(ResponseError error) {
            super(error.getMessage());
            this.code = String.valueOf(error.getExtensions().getOrDefault("code", "UNAVAILABLE"));
        }
    }

    @ExceptionHandler
    ResponseEntity<String> refused(Refused refused) {
        return refused.told();
    }

    @ExceptionHandler
    ResponseEntity<String> refused(Refusal refusal) {
        return refusal(refusal.code().name(), String.valueOf(refusal.getMessage()));
    }

    static ResponseEntity<String> refusal(String code, @Nullable String message) {
        int status =
                switch (ErrorCode.valueOf(code)) {
                    case UNAUTHENTICATED -> 401;
                    case FORBIDDEN, SUPPRESSED -> 403;
                    case NOT_FOUND -> 404;
                    case TIMEOUT -> 504;
                    case UNAVAILABLE -> 503;
                    case BAD_USER_INPUT, LIMIT_EXCEEDED -> 400;
                };
        return ResponseEntity.status(status)
                .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
                .body(code + ": " + message + "\n");
    }
}
