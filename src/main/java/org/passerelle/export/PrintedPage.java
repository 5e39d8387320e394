package org.passerelle.export;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * The report on one page of A4: printed in the largest letters in which it fits, with letters of its own, so that it looks
 * the same on every machine.
 */
final class PrintedPage {
    private static final double[] POINTS = {10, 9.4, 8.8, 8.2, 7.6, 7};

    private PrintedPage() {}

    /** The page as PDF; on several pages where even the smallest letters are too large. */
    static byte[] pdf(ReportPage page) {
        try {
            for (double points : POINTS) {
                byte[] printed = printed(page.printed(points), points == POINTS[POINTS.length - 1]);
                if (printed.length > 0) {
                    return printed;
                }
            }
            throw new IllegalStateException("The smallest letters are always printed");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Nothing where it takes more than one page and may not. */
    private static byte[] printed(String html, boolean anyway) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFont(() -> letters("Regular"), ReportPage.LETTERS, 400, FontStyle.NORMAL, true);
        builder.useFont(() -> letters("Bold"), ReportPage.LETTERS, 700, FontStyle.NORMAL, true);
        // The page names no file and no picture; whatever did would be refused.
        builder.useUriResolver((_, _) -> null);
        builder.withProducer("Passerelle");
        builder.withHtmlContent(html, null);
        builder.toStream(out);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            if (!anyway && renderer.getRootBox().getLayer().getPages().size() > 1) {
                return new byte[0];
            }
            renderer.createPDF();
        }
        return out.toByteArray();
    }

    private static InputStream letters(String cut) {
        return Objects.requireNonNull(
                PrintedPage.class.getResourceAsStream("/liberation/LiberationSans-" + cut + ".ttf"),
                "The letters of the report are in the program");
    }
}
