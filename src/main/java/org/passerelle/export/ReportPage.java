package org.passerelle.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.passerelle.network.Language;

/**
 * The overview as one page for a board, well-formed and without script, so that a browser shows it and a printer prints it.
 * Everything that comes from data is text in it, never markup.
 */
final class ReportPage {
    /** The letters it is printed with. */
    static final String LETTERS = "Liberation Sans";

    private static final List<String> SECTIONS = List.of("CHANGED", "AT_RISK", "THANKS");

    private final Map<?, ?> answer;
    private final Language language;
    private final ReportWords words;
    private final String address;

    private ReportPage(Map<?, ?> answer, Language language, String address) {
        this.answer = answer;
        this.language = language;
        this.words = ReportWords.of(language);
        this.address = address;
    }

    /**
     * The page of an answer.
     *
     * @param answer {@code overview} of the API, READY
     * @param address where the page is that links lead to; empty for no links
     */
    static ReportPage of(Map<?, ?> answer, Language language, String address) {
        return new ReportPage(answer, language, address);
    }

    /** What is shown meanwhile; it asks again by itself. */
    static String waiting(Language language) {
        ReportWords words = ReportWords.of(language);
        return "<!DOCTYPE html>\n<html lang=\"" + language.locale().getLanguage()
                + "\"><head><meta charset=\"utf-8\"/><meta http-equiv=\"refresh\" content=\"2\"/><title>"
                + escaped(words.title()) + "</title></head><body><p>" + escaped(words.waiting())
                + "</p></body></html>\n";
    }

    /** The last day it is about. */
    String lastDay() {
        return text(answer, "window.to");
    }

    /** For a browser. */
    String html() {
        return whole(resource("report.css"));
    }

    /** For paper, in letters of that size. */
    String printed(double points) {
        return whole(resource("report.css") + "\n@page { size: A4; margin: 14mm 15mm 12mm; }\nbody { font-size: "
                + String.format(Locale.ROOT, "%.1f", points) + "pt; margin: 0; padding: 0; max-width: none; }\n");
    }

    private String whole(String style) {
        return "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\""
                + language.locale().getLanguage() + "\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>"
                + escaped(words.title() + " – " + period("window")) + "</title>\n<style>\n" + style
                + "</style>\n</head>\n<body>\n" + heading()
                + SECTIONS.stream().map(this::section).collect(Collectors.joining()) + footer() + "</body>\n</html>\n";
    }

    private String heading() {
        return "<div class=\"head\"><p class=\"brand\">Passerelle</p>\n<h1>" + escaped(words.title())
                + "</h1>\n<p class=\"period\">"
                + escaped(period("window")) + " <span>"
                + escaped(words.comparedWith() + " " + inSentence(period("before")))
                + "</span></p></div>\n";
    }

    private String section(String section) {
        StringBuilder rows = new StringBuilder();
        for (Map<?, ?> item : maps("items")) {
            if (section.equals(item.get("section"))) {
                rows.append(item(item));
            }
        }
        for (Map<?, ?> quiet : maps("quiet")) {
            if (section.equals(quiet.get("section"))) {
                rows.append("<tr><td class=\"figure quiet\">–</td><td><p class=\"sentence quiet\">")
                        .append(escaped(text(quiet, "sentence")))
                        .append("</p></td></tr>\n");
            }
        }
        return "<h2 class=\"" + section.toLowerCase(Locale.ROOT) + "\">" + escaped(words.section(section))
                + "</h2>\n<table class=\"" + section.toLowerCase(Locale.ROOT) + "\">\n" + rows + "</table>\n";
    }

    private String item(Map<?, ?> item) {
        String link = address.isEmpty()
                ? ""
                : " <a href=\"" + escaped(address + "/" + text(item, "view")) + "\">" + escaped(words.detail())
                        + "</a>";
        String who = ((List<?>) Objects.requireNonNull(item.get("who")))
                .stream().map(person -> text((Map<?, ?>) person, "name")).collect(Collectors.joining(", "));
        double certainty = ((Number) Objects.requireNonNull(item.get("certainty"))).doubleValue();
        int people = ((Number) Objects.requireNonNull(item.get("people"))).intValue();
        return "<tr><td class=\"figure\">" + escaped(text(item, "figure")) + "</td><td><p class=\"sentence\">"
                + escaped(text(item, "sentence")) + "</p>\n"
                + (who.isEmpty() ? "" : "<p class=\"who\">" + escaped(words.who(section(item), who)) + "</p>\n")
                + "<p class=\"certainty\">" + escaped(words.certainty(sure(certainty), text(item, "certaintyReason")))
                + " · " + escaped(words.people(language.number(people, 0), people)) + link + "</p></td></tr>\n";
    }

    private static String section(Map<?, ?> item) {
        return text(item, "section");
    }

    /** Never 100 %: nothing measured is quite sure. */
    private String sure(double certainty) {
        return certainty > 0.99 ? "> " + language.percent(0.99) : language.percent(certainty);
    }

    private String footer() {
        int left = ((Number) Objects.requireNonNull(answer.get("left"))).intValue();
        String looked = ((List<?>) Objects.requireNonNull(answer.get("lookedAt")))
                .stream().map(String::valueOf).collect(Collectors.joining(", "));
        return "<div class=\"foot\"><p><strong>" + escaped(words.howTo()) + "</strong> " + escaped(words.reading())
                + "</p>\n<p><strong>" + escaped(words.method()) + "</strong> " + escaped(text(answer, "method"))
                + "</p>\n<p><strong>" + escaped(words.looked()) + "</strong> " + escaped(looked) + ". "
                + escaped(words.left(left)) + " " + escaped(words.version()) + " "
                + escaped(text(answer, "provenance.snapshot")) + ".</p></div>\n";
    }

    private List<Map<?, ?>> maps(String field) {
        return ((List<?>) Objects.requireNonNull(answer.get(field)))
                .stream().<Map<?, ?>>map(each -> (Map<?, ?>) each).toList();
    }

    private String period(String field) {
        DateTimeFormatter days = DateTimeFormatter.ofPattern("d MMMM yyyy", language.locale());
        LocalDate from = LocalDate.parse(text(answer, field + ".from"));
        LocalDate to = LocalDate.parse(text(answer, field + ".to"));
        return words.period(day(from, days), day(to, days));
    }

    /** As it stands within a sentence. */
    private static String inSentence(String period) {
        return Character.toLowerCase(period.charAt(0)) + period.substring(1);
    }

    private String day(LocalDate day, DateTimeFormatter days) {
        String written = days.format(day);
        return language == Language.FRENCH && day.getDayOfMonth() == 1 ? "1er" + written.substring(1) : written;
    }

    private static String text(Map<?, ?> row, String path) {
        return String.valueOf(Table.at(row, path));
    }

    /** Text as it stands in a page: no markup, and no character that XML does not know. */
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> {
                    boolean known = point == '\t'
                            || point == '\n'
                            || (point >= 0x20 && point < 0xD800)
                            || (point >= 0xE000 && point < 0xFFFE)
                            || point > 0xFFFF;
                    safe.appendCodePoint(known ? point : 0xFFFD);
                }
            }
        });
        return safe.toString();
    }

    private static String resource(String name) {
        try (InputStream in = ReportPage.class.getResourceAsStream("/export/" + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new IllegalStateException("The program's own file " + name + " cannot be read", broken);
        }
    }
}
