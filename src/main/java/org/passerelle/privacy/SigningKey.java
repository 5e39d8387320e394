package org.passerelle.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret that signs: HMAC-SHA256 under a key that is kept outside the database. Every use names its
 * purpose, so that a signature made for one is worth nothing for another.
 */
public final class SigningKey {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final SecretKeySpec key;

    private SigningKey(byte[] secret) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /** A key made of these bytes. */
    public static SigningKey of(byte[] secret) {
        if (secret.length < KEY_BYTES) {
            throw new IllegalArgumentException(
                    "A signing key needs at least " + KEY_BYTES + " bytes, not " + secret.length);
        }
        return new SigningKey(secret.clone());
    }

    /** A key that lives as long as the process. */
    public static SigningKey random() {
        return new SigningKey(randomBytes());
    }

    /** The key kept in that file, made and written for its owner only when there is none. */
    public static SigningKey kept(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            try {
                boolean posix =
                        file.getFileSystem().supportedFileAttributeViews().contains("posix");
                if (posix) {
                    Files.createFile(
                            file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                } else {
                    Files.createFile(file);
                }
                Files.write(file, randomBytes(), StandardOpenOption.WRITE);
            } catch (FileAlreadyExistsException _) {
                // It was made by an earlier start; it is read below.
            }
            return of(Files.readAllBytes(file));
        } catch (IOException failure) {
            throw new UncheckedIOException("The signing key " + file + " cannot be read or written", failure);
        }
    }

    /** 32 bytes that only the holder of the key can make for that purpose and message. */
    public byte[] sign(String purpose, byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, impossible);
        }
    }

    private static byte[] randomBytes() {
        byte[] secret = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(secret);
        return secret;
    }
}
