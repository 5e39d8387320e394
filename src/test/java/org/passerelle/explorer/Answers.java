package org.passerelle.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the API of the server behind a page says: the page's figures are held against it. */
final class Answers {
    private static final JsonMapper JSON = new JsonMapper();

    private final Page page;
    private final String url;

    Answers(Page page, String url) {
        this.page = page;
        this.url = url;
    }

    /** The data of a query, which must not fail. */
    JsonNode ask(String query, Map<String, ?> variables) {
        APIResponse response = page.request()
                .post(
                        url + "/graphql",
                        RequestOptions.create()
                                .setHeader("Content-Type", "application/json")
                                .setData(JSON.writeValueAsString(Map.of("query", query, "variables", variables)))
                                .setTimeout(120_000));
        JsonNode answer = JSON.readTree(response.text());
        assertThat(answer.at("/errors").isMissingNode()).as("%s", answer).isTrue();
        return answer.at("/data");
    }

    /** A number as the page writes it for that language. */
    static String number(String language, double value, int digits) {
        NumberFormat format = NumberFormat.getInstance(Locale.forLanguageTag(language));
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }

    /** A share as the page writes it: a tenth of a percent below ten. */
    static String percent(String language, double value) {
        NumberFormat format = NumberFormat.getPercentInstance(Locale.forLanguageTag(language));
        format.setMaximumFractionDigits(value < 0.1 ? 1 : 0);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }
}
