package org.passerelle.privacy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.passerelle.network.Person;

/**
 * Whose name is shown where a position is shown (a bridge, a node of a drawing, an animator): the name of
 * whoever agreed, to all or to this reader, the reader's own, and everybody's in the open role; a pseudonym otherwise. A pseudonym
 * takes name, id, title and dates away together, because any one of them would undo it; it is the same for
 * one person as long as the key is the same.
 */
public final class Names {
    // Crockford's base 32: no letter that is read as a digit.
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final SigningKey key;
    private final BiPredicate<String, String> agreed;

    /** Names under that key, where nobody agreed to be named to one reader. */
    public Names(SigningKey key) {
        this(key, (_, _) -> false);
    }

    /** Names under that key, with who sees (first) whose name (second) because that person agreed; ids of people. */
    public Names(SigningKey key, BiPredicate<String, String> agreed) {
        this.key = key;
        this.agreed = agreed;
    }

    /** Whether the reader sees that person's name in a position. */
    public boolean mayName(Person person, Reader reader) {
        return reader.role() == Role.OPEN
                || person.discoverable()
                || reader.is(person)
                || (reader.personId() != null && agreed.test(reader.personId(), person.id()));
    }

    /** The person as the reader may see it in a position. */
    public Person inPosition(Person person, Reader reader) {
        return mayName(person, reader) ? person : pseudonymous(person);
    }

    /** Who is behind the id of a pseudonym; it looks at everybody, so it is for rare use. */
    public Optional<Person> behind(String pseudonymId, List<Person> people) {
        return people.stream()
                .filter(person -> pseudonymous(person).id().equals(pseudonymId))
                .findFirst();
    }

    /** The person as whoever may not see the name sees it. */
    public Person pseudonymous(Person person) {
        byte[] signature = key.sign("pseudonym", person.id().getBytes(StandardCharsets.UTF_8));
        // 40 bits: among 100,000 people about one pair in two hundred organisations shares a pseudonym's name;
        // the id has 80 bits.
        String code = letters(signature, 16);
        String name = "Person " + code.substring(0, 4) + "-" + code.substring(4, 8);
        return new Person("pseudonym:" + code, name, null, null, null, null, false);
    }

    private static String letters(byte[] bytes, int length) {
        StringBuilder letters = new StringBuilder(length);
        for (int position = 0; position < length; position++) {
            int bit = position * 5;
            int window = (bytes[bit / 8] & 0xff) << 8 | (bytes[bit / 8 + 1] & 0xff);
            letters.append(ALPHABET.charAt(window >> (11 - bit % 8) & 31));
        }
        return letters.toString();
    }
}
