package org.passerelle.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.passerelle.api.BadUserInput;
import org.passerelle.api.Forbidden;
import org.passerelle.api.NotFound;
import org.passerelle.api.Snapshots;
import org.passerelle.network.Chart;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.NetworkSource;
import org.passerelle.network.Person;
import org.passerelle.network.SharedAcquaintances.SharingExtent;
import org.passerelle.network.SharedAcquaintancesInMemory;
import org.passerelle.privacy.Reader;
import org.passerelle.privacy.Role;

class SharingControllerTest {
    private static final Reader ANN = new Reader(Role.EMPLOYEE, "ann");

    private final SharedAcquaintancesInMemory kept = new SharedAcquaintancesInMemory();
    private final SharingController controller = new SharingController(
            kept, new Snapshots(new Works()), Clock.fixed(Instant.parse("2025-06-30T09:00:00Z"), ZoneOffset.UTC));

    /** Ann and bob. */
    private static final class Works implements NetworkSource {
        @Override
        public NetworkSnapshot snapshot() {
            List<Person> people = Stream.of("ann", "bob")
                    .map(id -> new Person(id, id, null, null, null, null, false))
                    .toList();
            Chart chart = new Chart(people, List.of(), List.of(), List.of(), List.of(), List.of());
            return new NetworkSnapshot("1", Instant.EPOCH, chart, List.of());
        }

        @Override
        public Optional<NetworkSnapshot> snapshot(String version) {
            return Optional.of(snapshot());
        }
    }

    @Test
    void sharing_isTheirOwnSay_andCanBeTakenBack() {
        assertThat(controller.kept(null, ANN)).isEqualTo(SharingExtent.NONE);
        assertThat(controller.shareAcquaintances(SharingExtent.COMMUNITIES, null, ANN))
                .isEqualTo(SharingExtent.COMMUNITIES);
        assertThat(controller.kept("ann", ANN)).isEqualTo(SharingExtent.COMMUNITIES);
        assertThat(controller.kept(null, new Reader(Role.EMPLOYEE, "bob"))).isEqualTo(SharingExtent.NONE);
        controller.shareAcquaintances(SharingExtent.NONE, "ann", ANN);
        assertThat(controller.kept(null, ANN)).isEqualTo(SharingExtent.NONE);
    }

    @Test
    void sharing_ofSomebodyElse_isRefused_whateverTheRole() {
        for (Role role : Role.values()) {
            if (role == Role.OPEN) {
                continue;
            }
            Reader reader = new Reader(role, "bob");
            assertThatThrownBy(() -> controller.shareAcquaintances(SharingExtent.PRIVATE_TOO, "ann", reader))
                    .as("%s", role)
                    .isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> controller.kept("ann", reader)).isInstanceOf(Forbidden.class);
        }
        assertThat(kept.extents()).isEmpty();
    }

    @Test
    void sharing_ofNobody_isRefused() {
        assertThatThrownBy(() -> controller.shareAcquaintances(SharingExtent.NONE, null, Reader.open(null)))
                .isInstanceOf(BadUserInput.class);
        assertThatThrownBy(() -> controller.shareAcquaintances(SharingExtent.NONE, "nobody", Reader.open(null)))
                .isInstanceOf(NotFound.class);
    }
}
