package org.passerelle.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;

/** The header of a message, as people and archives write it rather than as the standard wants it. */
final class MailHeader {
    private static final int FIELDS_MAX = 1_000;
    private static final Pattern MESSAGE_ID = Pattern.compile("<\\s*([^<>\\s]+)\\s*>");
    private static final Pattern PREFIX = Pattern.compile(
            "^\\s*(?:(?:re|fwd?|aw|wg|tr|sv|antw|r[ée]f?)(?:\\[\\d+])?\\s*:|\\[[^\\]]{1,60}])\\s*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern REPLY = Pattern.compile(
            "^\\s*(?:\\[[^\\]]{1,60}]\\s*)*(?:re|aw|sv|antw|r[ée]f?)(?:\\[\\d+])?\\s*:.*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    private static final Pattern HIDDEN_AT =
            Pattern.compile("\\s+at\\s+|\\s*\\[at]\\s*|\\s*\\(at\\)\\s*", Pattern.CASE_INSENSITIVE);

    private final Map<String, List<String>> fields = new LinkedHashMap<>();

    /** Takes a header apart; lines that are no field are left out. */
    MailHeader(byte[] bytes) {
        StringBuilder field = new StringBuilder();
        for (String line : text(bytes).lines().toList()) {
            if (!line.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t')) {
                field.append(' ').append(line.strip());
            } else {
                add(field.toString());
                field.setLength(0);
                field.append(line);
            }
        }
        add(field.toString());
    }

    private void add(String field) {
        int colon = field.indexOf(':');
        if (colon > 0 && fields.size() < FIELDS_MAX) {
            fields.computeIfAbsent(field.substring(0, colon).strip().toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                    .add(field.substring(colon + 1).strip());
        }
    }

    /** UTF-8 where it is, else one byte a letter. */
    static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }

    /** The first field of that name, empty where there is none. */
    String first(String name) {
        return fields.getOrDefault(name, List.of("")).getFirst();
    }

    /** The message ids in the field, in their order. */
    List<String> messageIds(String name) {
        List<String> ids = new ArrayList<>();
        Matcher found = MESSAGE_ID.matcher(first(name));
        while (found.find()) {
            ids.add(found.group(1));
        }
        return ids;
    }

    /** The subject without what mail programs and lists put before it. */
    String subject() {
        String subject =
                decoded(first("subject")).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        for (Matcher prefix = PREFIX.matcher(subject); prefix.find(); prefix = PREFIX.matcher(subject)) {
            subject = subject.substring(prefix.end());
        }
        return subject.strip();
    }

    /** Whether the subject says that it is an answer. */
    boolean saysReply() {
        return REPLY.matcher(decoded(first("subject"))).matches();
    }

    /** The addresses of a field with their names; what is no address is left out. */
    List<Mailbox> mailboxes(String name) {
        List<Mailbox> mailboxes = new ArrayList<>();
        for (String field : fields.getOrDefault(name, List.of())) {
            for (String part : split(field)) {
                Mailbox mailbox = mailbox(part);
                if (mailbox.address().indexOf('@') > 0) {
                    mailboxes.add(mailbox);
                }
            }
        }
        return mailboxes;
    }

    /** An address and the name beside it, empty where there is none. */
    record Mailbox(String address, String name) {}

    private static Mailbox mailbox(String text) {
        int open = text.lastIndexOf('<');
        int close = text.lastIndexOf('>');
        if (open >= 0 && close > open) {
            return new Mailbox(address(text.substring(open + 1, close)), name(text.substring(0, open)));
        }
        String plain = HIDDEN_AT.matcher(text).replaceFirst("@");
        int comment = plain.indexOf('(');
        if (comment < 0) {
            return new Mailbox(address(plain), "");
        }
        int end = plain.lastIndexOf(')');
        String name = plain.substring(comment + 1, end > comment ? end : plain.length());
        if (HIDDEN_AT.matcher(name).find() && name.indexOf('(') >= 0) {
            // Some archives write the address and the name once more, inside the name.
            name = name.substring(name.indexOf('(') + 1).replace(")", "");
        }
        return new Mailbox(address(plain.substring(0, comment)), name(name));
    }

    private static String address(String text) {
        String address = text.strip();
        return (address.indexOf('@') < 0 ? HIDDEN_AT.matcher(address).replaceFirst("@") : address)
                .replaceAll("\\s", "");
    }

    private static String name(String text) {
        return decoded(text.replace("\"", "").replace("\\", "")).strip();
    }

    /** Encoded words decoded; what cannot be decoded stays as it is. */
    static String decoded(String text) {
        return text.contains("=?") ? DecoderUtil.decodeEncodedWords(text, DecodeMonitor.SILENT) : text;
    }

    /** Splits at commas outside quotes, comments and angles, and takes the names of groups off. */
    private static List<String> split(String field) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        int nested = 0;
        for (int index = 0; index < field.length(); index++) {
            char letter = field.charAt(index);
            quoted ^= letter == '"';
            if (!quoted && (letter == '(' || letter == '<')) {
                nested++;
            } else if (!quoted && (letter == ')' || letter == '>')) {
                nested = Math.max(0, nested - 1);
            }
            boolean outside = !quoted && nested == 0;
            if (outside && (letter == ',' || letter == ';')) {
                parts.add(part.toString());
                part.setLength(0);
            } else if (outside && letter == ':') {
                part.setLength(0);
            } else {
                part.append(letter);
            }
        }
        parts.add(part.toString());
        return parts;
    }
}
