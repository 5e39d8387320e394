package org.passerelle.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.passerelle.network.Language;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

class ReportPageTest {
    private static final String HOSTILE = "<img src=x onerror=alert(1)> & \"R&D\" 'é' \u0000\u0008";

    @Test
    void html_hostileNames_areTextAndNoMarkup() throws Exception {
        String html = ReportPage.of(answer(1, HOSTILE), Language.FRENCH, "https://passerelle.example")
                .html();

        Document page = parsed(html);
        assertThat(page.getElementsByTagName("img").getLength()).isZero();
        assertThat(page.getElementsByTagName("script").getLength()).isZero();
        assertThat(page.getElementsByTagName("body").item(0).getTextContent())
                .contains("<img src=x onerror=alert(1)> & \"R&D\" 'é' \ufffd\ufffd");
        assertThat(page.getElementsByTagName("a")
                        .item(0)
                        .getAttributes()
                        .getNamedItem("href")
                        .getNodeValue())
                .isEqualTo("https://passerelle.example/#/silos?dimension=UNIT&depth=3");
    }

    @Test
    void html_inBothLanguages_saysWhatItHas() throws Exception {
        String french = parsed(
                        ReportPage.of(answer(2, "Essais"), Language.FRENCH, "").html())
                .getDocumentElement()
                .getTextContent();
        String english = parsed(
                        ReportPage.of(answer(2, "Trials"), Language.ENGLISH, "").html())
                .getDocumentElement()
                .getTextContent();

        assertThat(french)
                .contains(
                        "Le réseau en un coup d'œil", "Du 1er juillet 2025 au 31 décembre 2025", "Ce qui est en danger")
                .contains("Certitude 97\u00a0%", "Rien d'autre", "Parmi elles, par ordre alphabétique\u00a0: Essais.")
                .doesNotContain("Voir le détail");
        assertThat(english)
                .contains("The network at a glance", "1 July 2025 to 31 December 2025", "What is at risk")
                .contains("Certainty 97%", "Nothing else", "Among them, in order of name: Trials.");
    }

    @Test
    void pdf_sevenLongItems_fitOnOnePageWithTheirAccents() throws IOException {
        String long200 = "L'équipe « Œuvres & façades » s'ouvre à ses voisines "
                .repeat(4)
                .strip();

        byte[] pdf = PrintedPage.pdf(ReportPage.of(answer(7, long200), Language.FRENCH, "https://passerelle.example"));

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains("Le réseau en un coup d'œil", "« Œuvres & façades »", "Qui mérite un merci", "Méthode.");
            for (var name : document.getPage(0).getResources().getFontNames()) {
                PDFont font = document.getPage(0).getResources().getFont(name);
                assertThat(font.isEmbedded()).as("%s", font.getName()).isTrue();
            }
            assertThat(document.getPage(0).getAnnotations()).hasSize(7);
        }
    }

    @Test
    void pdf_withoutAnyItem_saysSo() throws IOException {
        try (PDDocument document =
                Loader.loadPDF(PrintedPage.pdf(ReportPage.of(answer(0, "-"), Language.ENGLISH, "")))) {
            assertThat(new PDFTextStripper().getText(document)).contains("Nothing changed beyond chance.");
            assertThat(document.getPage(0).getAnnotations()).isEmpty();
        }
    }

    private static Document parsed(String html) throws ParserConfigurationException, SAXException, IOException {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(
                        html.replace("<!DOCTYPE html>", "").strip().getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<String, Object> answer(int items, String name) {
        List<String> sections = List.of("CHANGED", "AT_RISK", "THANKS");
        List<Object> shown = new ArrayList<>();
        for (int place = 0; place < items; place++) {
            shown.add(Map.of(
                    "id",
                    "unit:" + place,
                    "section",
                    items < 3 ? "THANKS" : sections.get(place % 3),
                    "sentence",
                    name,
                    "figure",
                    "+12 points",
                    "certainty",
                    0.97,
                    "certaintyReason",
                    name,
                    "people",
                    40,
                    "who",
                    List.of(Map.of("name", name)),
                    "view",
                    "#/silos?dimension=UNIT&depth=3"));
        }
        return Map.of(
                "state",
                "READY",
                "before",
                Map.of("from", "2025-01-01", "to", "2025-06-30"),
                "window",
                Map.of("from", "2025-07-01", "to", "2025-12-31"),
                "items",
                shown,
                "quiet",
                items == 0
                        ? List.of(Map.of("section", "CHANGED", "sentence", "Nothing changed beyond chance."))
                        : List.of(),
                "lookedAt",
                List.of("14 units", name),
                "left",
                0,
                "method",
                name,
                "provenance",
                Map.of("snapshot", "v1"));
    }
}
