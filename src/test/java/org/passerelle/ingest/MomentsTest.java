package org.passerelle.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class MomentsTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Test
    void iso_allItsForms_areRead() throws BadRow {
        assertThat(Moments.ISO.moment("2025-03-01")).isEqualTo(Instant.parse("2025-03-01T00:00:00Z"));
        assertThat(Moments.ISO.moment("2025-03-01T10:00")).isEqualTo(Instant.parse("2025-03-01T10:00:00Z"));
        assertThat(Moments.ISO.moment("2025-03-01 10:00:00")).isEqualTo(Instant.parse("2025-03-01T10:00:00Z"));
        assertThat(Moments.ISO.moment("2025-03-01T10:00:00.5Z")).isEqualTo(Instant.parse("2025-03-01T10:00:00.5Z"));
        assertThat(Moments.ISO.moment("2025-03-01T10:00:00+02:00")).isEqualTo(Instant.parse("2025-03-01T08:00:00Z"));
        assertThat(Moments.ISO.moment("2025-03-01T10:00:00-0500")).isEqualTo(Instant.parse("2025-03-01T15:00:00Z"));
    }

    @Test
    void hourThatTheClocksSkip_movesOn() throws BadRow {
        Moments paris = new Moments("ISO", Instant.EPOCH, PARIS);

        // 02:30 does not exist on that day: 03:30 summer time.
        assertThat(paris.moment("2025-03-30T02:30:00")).isEqualTo(Instant.parse("2025-03-30T01:30:00Z"));
        // 02:30 comes twice on that day: the first one, summer time.
        assertThat(paris.moment("2025-10-26T02:30:00")).isEqualTo(Instant.parse("2025-10-26T00:30:00Z"));
    }

    @Test
    void day_ofAZone_isTheWrittenOne() throws BadRow {
        assertThat(new Moments("ISO", Instant.EPOCH, PARIS).day("2025-07-01")).isEqualTo(LocalDate.of(2025, 7, 1));
    }

    @Test
    void pattern_impossibleDay_isRefused() {
        Moments french = new Moments("dd/MM/yyyy", Instant.EPOCH, ZoneOffset.UTC);

        assertThatThrownBy(() -> french.moment("31/06/2025")).isInstanceOf(BadRow.class);
        assertThatThrownBy(() -> french.moment("2025-06-01")).isInstanceOf(BadRow.class);
    }

    @Test
    void epoch_hugeOrNoNumber_isRefused() {
        Moments epoch = new Moments("EPOCH_SECONDS", Instant.EPOCH, ZoneOffset.UTC);

        for (String text : new String[] {"", "NaN", "1e300", "-1e300", "99999999999999999999", "0x1p1023", "ten"}) {
            assertThatThrownBy(() -> epoch.moment(text)).as(text).isInstanceOf(BadRow.class);
        }
    }
}
