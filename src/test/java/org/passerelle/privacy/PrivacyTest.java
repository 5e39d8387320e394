package org.passerelle.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.network.Person;
import org.passerelle.privacy.Readers.Access;

class PrivacyTest {
    private static final SigningKey KEY =
            SigningKey.of("a key of thirty-two bytes exactly".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    private static final Names NAMES = new Names(KEY);
    private static final Person ANN = person("ann.lee@invented.example", false);

    private static Person person(String id, boolean discoverable) {
        return new Person(id, "Ann Lee", "Head of dyes", "senior", LocalDate.EPOCH, null, discoverable);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "OPEN", mode = EnumSource.Mode.EXCLUDE)
    void inPosition_otherRole_showsNothingOfThePerson(Role role) {
        Person shown = NAMES.inPosition(ANN, new Reader(role, "bob"));
        assertThat(shown.toString()).doesNotContainIgnoringCase("ann", "lee", "dyes", "senior", "1970");
        assertThat(shown.name()).matches("Person [0-9A-Z]{4}-[0-9A-Z]{4}");
        assertThat(shown.id()).startsWith("pseudonym:");
    }

    @Test
    void inPosition_openRole_showsTheName() {
        assertThat(NAMES.inPosition(ANN, Reader.open(null))).isEqualTo(ANN);
    }

    @Test
    void inPosition_oneself_showsTheName() {
        assertThat(NAMES.inPosition(ANN, new Reader(Role.CONSULTANT, ANN.id()))).isEqualTo(ANN);
    }

    @Test
    void inPosition_whoAgreed_showsTheName() {
        Person agreed = person("ann", true);
        assertThat(NAMES.inPosition(agreed, new Reader(Role.CONSULTANT, null))).isEqualTo(agreed);
    }

    @Test
    void pseudonym_sameKey_isStableAndOtherKeyIsNot() {
        Reader consultant = new Reader(Role.CONSULTANT, null);
        assertThat(new Names(KEY).inPosition(ANN, consultant)).isEqualTo(NAMES.inPosition(ANN, consultant));
        assertThat(new Names(SigningKey.random()).inPosition(ANN, consultant))
                .isNotEqualTo(NAMES.inPosition(ANN, consultant));
    }

    @Test
    void pseudonym_tenThousandPeople_areAllDifferent() {
        Reader consultant = new Reader(Role.CONSULTANT, null);
        Set<String> names = new HashSet<>();
        for (int number = 0; number < 10_000; number++) {
            names.add(NAMES.inPosition(person("p" + number, false), consultant).name());
        }
        assertThat(names).hasSize(10_000);
    }

    @Test
    void inPosition_whoAgreedToOneReader_isNamedToThatReaderOnly() {
        Names names = new Names(KEY, (fromId, personId) -> fromId.equals("bob") && personId.equals(ANN.id()));
        assertThat(names.inPosition(ANN, new Reader(Role.CONSULTANT, "bob"))).isEqualTo(ANN);
        assertThat(names.mayName(ANN, new Reader(Role.CONSULTANT, "cid"))).isFalse();
        assertThat(names.mayName(ANN, new Reader(Role.CONSULTANT, null))).isFalse();
    }

    @Test
    void behind_pseudonym_findsThePersonAndNobodyElse() {
        Person bob = person("bob", false);
        String pseudonym = NAMES.pseudonymous(bob).id();
        assertThat(NAMES.behind(pseudonym, List.of(ANN, bob))).contains(bob);
        assertThat(NAMES.behind(pseudonym, List.of(ANN))).isEmpty();
        assertThat(NAMES.behind(bob.id(), List.of(ANN, bob))).isEmpty();
    }

    @Test
    void key_purposes_signDifferently() {
        assertThat(KEY.sign("cursor", new byte[4])).isNotEqualTo(KEY.sign("pseudonym", new byte[4]));
    }

    @Test
    void key_kept_isTheSameAtTheNextStart(@TempDir Path home) throws Exception {
        Path file = home.resolve("keys/signing.key");
        byte[] first = SigningKey.kept(file).sign("x", new byte[1]);
        assertThat(SigningKey.kept(file).sign("x", new byte[1])).isEqualTo(first);
        assertThat(Files.size(file)).isEqualTo(32);
    }

    @Test
    void key_short_isRefused() {
        assertThatThrownBy(() -> SigningKey.of(new byte[8])).hasMessageContaining("32 bytes");
    }

    @Test
    void readers_signedIn_letNobodyInYet() {
        assertThat(new Readers(Access.SIGNED_IN).reader("ann")).isEmpty();
    }

    @Test
    void readers_open_believeTheClaim() {
        assertThat(new Readers(Access.OPEN).reader("ann")).contains(Reader.open("ann"));
        assertThat(new Readers(Access.OPEN).reader(" ")).contains(Reader.open(null));
        assertThat(new Readers(Access.OPEN).reader("x".repeat(201))).contains(Reader.open(null));
    }

    @Test
    void floor_states_followPeopleAndActivity() {
        Reader consultant = new Reader(Role.CONSULTANT, null);
        GroupFloor floor = GroupFloor.USUAL;
        assertThat(floor.state(9, 9, consultant)).isEqualTo(FigureState.SUPPRESSED);
        assertThat(floor.state(10, 10, consultant)).isEqualTo(FigureState.SHOWN);
        assertThat(floor.state(20, 9, consultant)).isEqualTo(FigureState.SUPPRESSED);
        assertThat(floor.state(100, 9, consultant)).isEqualTo(FigureState.NO_DATA);
        assertThat(floor.state(100, 10, consultant)).isEqualTo(FigureState.SHOWN);
        assertThat(floor.state(3, 1, Reader.open(null))).isEqualTo(FigureState.SHOWN);
        assertThat(floor.state(11, 1, Reader.open(null))).isEqualTo(FigureState.NO_DATA);
        assertThat(floor.state(0, 0, Reader.open(null))).isEqualTo(FigureState.NO_DATA);
    }

    @Test
    void floor_belowFive_isRefused() {
        assertThatThrownBy(() -> new GroupFloor(4)).hasMessageContaining("at least 5, not 4");
    }
}
