package org.passerelle.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote in a message: the first plain part, or the first HTML part without its marks;
 * without what they quoted and without signature. Attachments are never opened, deeper parts than twenty
 * levels never reached.
 */
final class MailText {
    private static final int DEPTH_MAX = 20;
    private static final int PART_BYTES_MAX = 1 << 18;
    private static final Pattern ATTRIBUTION =
            Pattern.compile(".*(?:wrote|writes|schrieb|a [ée]crit)\\s*:?\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern END = Pattern.compile(
            "--\\s*|_{20,}\\s*|-{2,}\\s*(?:original message|message d'origine|forwarded message|next part).*",
            Pattern.CASE_INSENSITIVE);

    private static final List<String> HIDDEN = List.of("script", "style", "head", "blockquote");
    private static final List<String> BREAKS = List.of("br", "/p", "/div", "/li", "/tr");

    private MailText() {}

    /** The text of the message, empty where it has none that can be read. */
    static String of(byte[] header, byte[] body) {
        String plain = "";
        String html = "";
        MimeConfig limits = MimeConfig.custom()
                .setMaxLineLen(-1)
                .setMaxHeaderLen(MboxReader.HEADER_BYTES_MAX)
                .setMaxHeaderCount(2_000)
                .setMaxContentLen(2L * MboxReader.BODY_BYTES_MAX)
                .build();
        MimeTokenStream tokens = new MimeTokenStream(limits);
        tokens.parse(new SequenceInputStream(
                new ByteArrayInputStream(header),
                new SequenceInputStream(new ByteArrayInputStream(new byte[] {'\n'}), new ByteArrayInputStream(body))));
        try {
            int depth = 0;
            boolean attached = false;
            for (EntityState state = tokens.getState();
                    state != EntityState.T_END_OF_STREAM && plain.isEmpty();
                    state = tokens.next()) {
                switch (state) {
                    case T_START_HEADER -> attached = false;
                    case T_FIELD -> attached |= isAttachment(tokens);
                    case T_START_MULTIPART, T_START_MESSAGE -> depth++;
                    case T_END_MULTIPART, T_END_MESSAGE -> depth--;
                    case T_BODY -> {
                        String type = String.valueOf(tokens.getBodyDescriptor().getMimeType());
                        if (!attached && type.equals("text/plain")) {
                            plain = part(tokens);
                        } else if (!attached && type.equals("text/html") && html.isEmpty()) {
                            html = withoutMarks(part(tokens));
                        }
                    }
                    default -> {}
                }
                if (depth > DEPTH_MAX) {
                    break;
                }
            }
        } catch (MimeException | IOException _) {
            // What was read before the damage still counts.
        }
        return written(plain.isEmpty() ? html : plain);
    }

    private static boolean isAttachment(MimeTokenStream tokens) {
        String name = tokens.getField().getName();
        String body = tokens.getField().getBody();
        return "content-disposition".equalsIgnoreCase(name)
                && body != null
                && body.strip().toLowerCase(Locale.ROOT).startsWith("attachment");
    }

    private static String part(MimeTokenStream tokens) throws IOException {
        try (InputStream decoded = tokens.getDecodedInputStream()) {
            return decoded(
                    decoded.readNBytes(PART_BYTES_MAX),
                    tokens.getBodyDescriptor().getCharset());
        }
    }

    /** By the charset the part names where that works, else UTF-8 where that works, else windows-1252. */
    static String decoded(byte[] bytes, @Nullable String charset) {
        try {
            // ASCII is what parts say that do not know.
            if (charset != null && !charset.equalsIgnoreCase("us-ascii")) {
                return Charset.forName(charset.strip())
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
            }
        } catch (CharacterCodingException | IllegalCharsetNameException | UnsupportedCharsetException _) {
            // A charset that is wrong is as good as none.
        }
        return MailHeader.text(bytes);
    }

    /** The words of an HTML text; one walk over it, since patterns could be made to take forever. */
    static String withoutMarks(String html) {
        String lower = html.toLowerCase(Locale.ROOT);
        StringBuilder text = new StringBuilder();
        int position = 0;
        while (position < html.length()) {
            int open = html.indexOf('<', position);
            int close = open < 0 ? -1 : html.indexOf('>', open);
            if (close < 0) {
                text.append(html, position, html.length());
                break;
            }
            text.append(html, position, open);
            String mark = lower.substring(open + 1, Math.min(close, open + 12));
            position = close + 1;
            for (String hidden : HIDDEN) {
                if (mark.equals(hidden) || mark.startsWith(hidden + " ")) {
                    int end = lower.indexOf("</" + hidden, position);
                    position = end < 0 ? html.length() : end;
                }
            }
            text.append(BREAKS.stream().anyMatch(mark::startsWith) ? '\n' : ' ');
        }
        return text.toString()
                .replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    /** Without quoted lines, what announces them, and everything from the signature on. */
    static String written(String text) {
        List<String> kept = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (END.matcher(line).matches()) {
                break;
            }
            if (line.startsWith(">")) {
                dropAttribution(kept);
            } else if (!line.isBlank() || (!kept.isEmpty() && !kept.getLast().isBlank())) {
                kept.add(line.stripTrailing());
            }
        }
        return String.join("\n", kept).replace('\0', ' ').strip();
    }

    /** An announcement runs over at most two lines: {@code On Friday, somebody} and {@code wrote:}. */
    private static void dropAttribution(List<String> kept) {
        while (!kept.isEmpty() && kept.getLast().isBlank()) {
            kept.removeLast();
        }
        if (!kept.isEmpty() && ATTRIBUTION.matcher(kept.getLast()).matches()) {
            String last = kept.removeLast();
            boolean more = !last.matches("(?i)(on|le|am|at)\\b.*")
                    && !kept.isEmpty()
                    && kept.getLast().matches("(?i)(on|le|am|at)\\b.*\\d.*");
            if (more) {
                kept.removeLast();
            }
        }
    }
}
