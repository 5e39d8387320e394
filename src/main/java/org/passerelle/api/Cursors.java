package org.passerelle.api;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import org.passerelle.privacy.SigningKey;
import org.springframework.stereotype.Component;

/**
 * The marks where a page of an answer ends. A cursor holds a position and the signature over that position
 * and the question it belongs to: it shows no name, cannot be made up, and is refused by another question.
 */
@Component
public final class Cursors {
    private static final int SIGNATURE_BYTES = 16;
    private static final int LENGTH = Integer.BYTES + SIGNATURE_BYTES;

    private final SigningKey key;

    /** Cursors under that key. */
    public Cursors(SigningKey key) {
        this.key = key;
    }

    /** The cursor of the result at that position, from 0, of that question. */
    public String at(int position, String question) {
        byte[] cursor = ByteBuffer.allocate(LENGTH)
                .putInt(position)
                .put(signature(position, question))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    }

    /** The position a cursor of that question stands for; refuses any other text. */
    public int position(String cursor, String question) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException _) {
            throw unknown();
        }
        if (bytes.length != LENGTH) {
            throw unknown();
        }
        int position = ByteBuffer.wrap(bytes).getInt();
        byte[] signature = Arrays.copyOfRange(bytes, Integer.BYTES, LENGTH);
        if (!MessageDigest.isEqual(signature, signature(position, question))) {
            throw unknown();
        }
        return position;
    }

    private byte[] signature(int position, String question) {
        byte[] text = question.getBytes(StandardCharsets.UTF_8);
        byte[] message = ByteBuffer.allocate(Integer.BYTES + text.length)
                .putInt(position)
                .put(text)
                .array();
        return Arrays.copyOf(key.sign("cursor", message), SIGNATURE_BYTES);
    }

    private static BadUserInput unknown() {
        return new BadUserInput("This cursor does not belong to this question, or the data have changed since: start "
                + "again without `after`.");
    }
}
