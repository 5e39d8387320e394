package org.passerelle.export;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.BadUserInput;
import org.passerelle.api.Refusal;
import org.passerelle.network.Language;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Hands out the overview as a page to print. It asks the API as anybody could, so that rights are the API's own. */
@RestController
class ReportController {
    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
    private static final Pattern ADDRESS = Pattern.compile("https?://[A-Za-z0-9.\\[\\]:-]{1,200}");
    private static final String RETRY_SECONDS = "2";

    private final ExportController api;

    ReportController(ExportController api) {
        this.api = api;
    }

    /**
     * The report.
     *
     * @param links where the page is that links lead to: an address, {@code none}, or absent for this server
     */
    @GetMapping("/report/overview.{format:html|pdf}")
    ResponseEntity<byte[]> overview(
            @PathVariable String format,
            @RequestParam(defaultValue = "en") String language,
            @RequestParam @Nullable String from,
            @RequestParam @Nullable String to,
            @RequestParam @Nullable String links,
            @RequestHeader HttpHeaders headers) {
        Language spoken = spoken(language);
        String address = address(links);
        Map<String, Object> variables = new HashMap<>();
        variables.put("language", spoken.name());
        window(from, to, variables);
        Map<?, ?> answer = api.asked("overview", "/export/overview.graphql", "overview", variables, headers);
        if ("PENDING".equals(answer.get("state"))) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .contentType(HTML)
                    .body(ReportPage.waiting(spoken).getBytes(StandardCharsets.UTF_8));
        }
        ReportPage page = ReportPage.of(answer, spoken, address);
        boolean pdf = format.equals("pdf");
        return ResponseEntity.ok()
                .contentType(pdf ? MediaType.APPLICATION_PDF : HTML)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "inline; filename=\"passerelle-overview-" + page.lastDay() + "-" + language + "." + format
                                + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(pdf ? PrintedPage.pdf(page) : page.html().getBytes(StandardCharsets.UTF_8));
    }

    private static Language spoken(String language) {
        return switch (language) {
            case "en" -> Language.ENGLISH;
            case "fr" -> Language.FRENCH;
            default -> throw new BadUserInput("`language` is en or fr.");
        };
    }

    private static String address(@Nullable String links) {
        if (links == null) {
            return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
        }
        if (links.equals("none")) {
            return "";
        }
        if (!ADDRESS.matcher(links).matches()) {
            throw new BadUserInput("`links` is none, or an address like https://passerelle.example.");
        }
        return links;
    }

    private static void window(@Nullable String from, @Nullable String to, Map<String, Object> variables) {
        Map<String, String> window = new HashMap<>();
        if (from != null) {
            window.put("from", day("from", from));
        }
        if (to != null) {
            window.put("to", day("to", to));
        }
        if (!window.isEmpty()) {
            variables.put("window", window);
        }
    }

    private static String day(String name, String value) {
        try {
            return LocalDate.parse(value).toString();
        } catch (DateTimeException _) {
            throw new BadUserInput("`" + name + "` is a day like 2025-12-31.");
        }
    }

    @ExceptionHandler
    ResponseEntity<String> refused(ExportController.Refused refused) {
        return refused.told();
    }

    @ExceptionHandler
    ResponseEntity<String> refused(Refusal refusal) {
        return ExportController.refusal(refusal.code().name(), String.valueOf(refusal.getMessage()));
    }
}
