package org.passerelle.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, as the store uses it for checksums, ids and the graph hash. */
final class Digests {
    private Digests() {}

    /** The digest of a text, hexadecimal. */
    static String sha256(String text) {
        return HexFormat.of().formatHex(bytes(text));
    }

    /** The digest of a text. */
    static byte[] bytes(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
