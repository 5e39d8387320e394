package org.passerelle.packing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The names of the blocks that make one version of the snapshot. It is one text, so that it is read whole, and its
 * blocks never change, so that no reader ever sees a mix of two versions.
 *
 * @param version moves with every load that ends
 * @param people blocks of people by ascending numbers, {@value TieBlock#PEOPLE} people each
 * @param groups the block of groups
 * @param ties blocks of ties by ascending numbers of who acts; {@value #NONE} where a stretch has no tie
 */
public record Manifest(long version, List<String> people, String groups, List<String> ties) {
    /** Stands for a stretch of people without ties. */
    public static final String NONE = "-";

    private static final String FORMAT = "passerelle-snapshot-1";
    private static final int NAME_BYTES = 16;

    /** Copies the lists. */
    public Manifest {
        people = List.copyOf(people);
        ties = List.copyOf(ties);
    }

    /** The name of a block of these bytes. */
    public static String name(byte[] block) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(block);
            return HexFormat.of().formatHex(digest, 0, NAME_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    /** Every block it names, once. */
    public Set<String> blocks() {
        Set<String> blocks = new LinkedHashSet<>(people);
        blocks.add(groups);
        blocks.addAll(ties);
        blocks.remove(NONE);
        return blocks;
    }

    /** As text. */
    public String text() {
        return String.join(
                "\n", FORMAT, String.valueOf(version), String.join(" ", people), groups, String.join(" ", ties));
    }

    /** The manifest of a text; empty where another program version wrote it. */
    public static Optional<Manifest> of(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length != 5 || !lines[0].equals(FORMAT)) {
            return Optional.empty();
        }
        return Optional.of(new Manifest(Long.parseLong(lines[1]), words(lines[2]), lines[3], words(lines[4])));
    }

    private static List<String> words(String line) {
        return line.isEmpty() ? new ArrayList<>() : List.of(line.split(" "));
    }
}
