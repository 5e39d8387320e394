package org.passerelle.adoption;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.passerelle.network.Chart;
import org.passerelle.network.DatedContributions;
import org.passerelle.network.Dimension;
import org.passerelle.network.Group;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Person;
import org.passerelle.network.Window;

/**
 * What all parts of the answer look at: the contributions through the channels asked about, up to the end of the window,
 * and when everybody first made one. Nothing later is seen. Customers and partners are left out unless the dimension is
 * about them. Arrays are shared with this package: read only.
 */
final class AdoptionGround {
    final NetworkSnapshot snapshot;
    final AdoptionQuestion question;
    final DatedContributions said;
    final Threads threads;
    /** Rows that count, in order of time. */
    final int[] rows;
    /** For each vertex the row of its first contribution; {@link DatedContributions#NONE} for none. */
    final int[] firstRow;
    /** For each vertex whether it is somebody whose adoption is asked about. */
    final boolean[] counted;
    /** First day with a contribution that counts; the window's first where there is none. */
    final int firstDay;
    /** Last day with data in the window. */
    final int lastDay;

    private AdoptionGround(NetworkSnapshot snapshot, DatedContributions said, AdoptionQuestion question) {
        this.snapshot = snapshot;
        this.question = question;
        this.said = said;
        int end = question.window().toEpochDay();
        threads = Threads.of(said, end);
        boolean[] passes = passes(said, question);
        int[] passing = new int[said.size()];
        int size = 0;
        for (int row = 0; row < said.size() && said.day(row) <= end; row++) {
            if (passes[said.channel(row)]) {
                passing[size++] = row;
            }
        }
        rows = Arrays.copyOf(passing, size);
        firstRow = new int[snapshot.people().size()];
        Arrays.fill(firstRow, DatedContributions.NONE);
        for (int place = size - 1; place >= 0; place--) {
            firstRow[said.person(rows[place])] = rows[place];
        }
        counted = counted(snapshot, question.dimension());
        firstDay = size == 0 ? question.window().fromEpochDay() : said.day(rows[0]);
        lastDay = Math.min(end, lastDayWithData(snapshot, said));
    }

    static AdoptionGround of(NetworkSnapshot snapshot, DatedContributions said, AdoptionQuestion question) {
        return new AdoptionGround(snapshot, said, question);
    }

    private static int lastDayWithData(NetworkSnapshot snapshot, DatedContributions said) {
        int lastSaid = said.size() == 0 ? Integer.MIN_VALUE : said.day(said.size() - 1);
        // Without ties the extent is all days, which says nothing.
        boolean hasTies = !snapshot.extent().equals(Window.EVER);
        int lastTie = hasTies ? snapshot.extent().toEpochDay() : Integer.MIN_VALUE;
        return said.size() == 0 && !hasTies ? Integer.MAX_VALUE : Math.max(lastSaid, lastTie);
    }

    private static boolean[] passes(DatedContributions said, AdoptionQuestion question) {
        List<String> channels = said.channels();
        boolean[] passes = new boolean[channels.size()];
        for (int channel = 0; channel < passes.length; channel++) {
            passes[channel] =
                    question.channels().isEmpty() || question.channels().contains(channels.get(channel));
        }
        return passes;
    }

    private static boolean[] counted(NetworkSnapshot snapshot, Dimension dimension) {
        List<Person> people = snapshot.people();
        boolean[] counted = new boolean[people.size()];
        for (int vertex = 0; vertex < counted.length; vertex++) {
            counted[vertex] = dimension == Dimension.COMPANY
                    || dimension == Dimension.BORDER
                    || isOwn(snapshot.chart(), people.get(vertex).id());
        }
        return counted;
    }

    /** Of one's own company on some day, or of no company that is known. */
    private static boolean isOwn(Chart chart, String personId) {
        List<Group> companies = chart.membershipsEver(personId).stream()
                .flatMap(membership -> chart.group(membership.groupId()).stream())
                .filter(group -> group.dimension() == Dimension.COMPANY)
                .toList();
        return companies.isEmpty() || companies.stream().anyMatch(Group::own);
    }

    /** Day of somebody's first contribution; {@link Integer#MAX_VALUE} where there is none. */
    int firstDayOf(int vertex) {
        return firstRow[vertex] == DatedContributions.NONE ? Integer.MAX_VALUE : said.day(firstRow[vertex]);
    }

    /** A day of the calendar. */
    static LocalDate date(int day) {
        return LocalDate.ofEpochDay(day);
    }
}
