package org.passerelle.ingest;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.passerelle.network.Account;
import org.passerelle.network.Contribution;
import org.passerelle.network.Tie;
import org.passerelle.network.TieKind;
import org.passerelle.network.Visibility;

/**
 * The ties that contributions make, added up by pair, kind, channel and day, for sources of which only
 * ties are kept: who addressed and who mentioned whom. A mail to more than twenty is a broadcast, no tie.
 */
final class TieSums {
    /** Recipients beyond which an act is a broadcast. */
    static final int RECIPIENTS_MAX = 20;

    private final Map<Pair, TreeMap<Integer, Day>> days = new TreeMap<>();

    private TieSums() {}

    /** The sums over these acts, in the order of their pairs. */
    static List<Tie> of(List<Contribution> acts) {
        TieSums sums = new TieSums();
        for (Contribution act : acts) {
            if (act.recipients().size() <= RECIPIENTS_MAX) {
                sums.add(act, act.recipients(), TieKind.ADDRESSED);
            }
            if (act.mentions().size() <= RECIPIENTS_MAX) {
                sums.add(act, act.mentions(), TieKind.MENTIONED);
            }
        }
        return sums.ties();
    }

    private void add(Contribution act, List<Account> towards, TieKind kind) {
        int day = Math.toIntExact(act.at().atZone(ZoneOffset.UTC).toLocalDate().toEpochDay());
        for (Account account : towards) {
            Pair pair = new Pair(act.source(), act.by().key(), account.key(), kind, act.channel(), act.visibility());
            days.computeIfAbsent(pair, _ -> new TreeMap<>()).merge(day, new Day(1, 1f / towards.size()), Day::plus);
        }
    }

    private List<Tie> ties() {
        List<Tie> ties = new ArrayList<>();
        days.forEach((pair, byDay) -> {
            int[] numbers = byDay.keySet().stream().mapToInt(Integer::intValue).toArray();
            int[] counts = byDay.values().stream().mapToInt(Day::count).toArray();
            float[] shares = new float[numbers.length];
            int index = 0;
            for (Day day : byDay.values()) {
                shares[index++] = day.share();
            }
            ties.add(new Tie(
                    pair.from(),
                    pair.to(),
                    pair.kind(),
                    pair.channel(),
                    pair.visibility(),
                    pair.source(),
                    numbers,
                    counts,
                    shares));
        });
        return ties;
    }

    private record Day(int count, float share) {
        Day plus(Day other) {
            return new Day(count + other.count, share + other.share);
        }
    }

    private record Pair(String source, String from, String to, TieKind kind, String channel, Visibility visibility)
            implements Comparable<Pair> {
        @Override
        public int compareTo(Pair other) {
            return Comparator.comparing(Pair::from)
                    .thenComparing(Pair::to)
                    .thenComparing(Pair::kind)
                    .thenComparing(Pair::channel)
                    .thenComparing(Pair::visibility)
                    .thenComparing(Pair::source)
                    .compare(this, other);
        }
    }
}
