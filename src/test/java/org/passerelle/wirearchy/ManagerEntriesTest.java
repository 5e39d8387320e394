package org.passerelle.wirearchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.passerelle.network.SmallOrganisation.days;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.passerelle.measure.Estimate;
import org.passerelle.network.DatedContributions;
import org.passerelle.network.Language;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.SmallOrganisation;

class ManagerEntriesTest {
    /** Boss above four, chief above two others; somebody exchanges on day 0 and on day 199. */
    private static SmallOrganisation works() {
        SmallOrganisation works = new SmallOrganisation();
        for (String name : "ann bob cid dan".split(" ", -1)) {
            works.line(name, "boss");
        }
        return works.line("eve", "chief").line("fay", "chief").mail("ann", "bob", 0, 199);
    }

    private static List<ManagerEntry> entries(NetworkSnapshot snapshot, Talk talk) {
        return ManagerEntries.compute(snapshot, talk.build(), days(0, 199));
    }

    @Test
    void compute_fiveLikeThreads_theArithmetic() {
        NetworkSnapshot snapshot = works().snapshot();
        Talk talk = new Talk(snapshot);
        for (int number = 0; number < 5; number++) {
            // Bob enters; then cid answers bob, which is no talk among others, and dan answers cid: one reply.
            talk.say("like" + number, 10 + number, "ann bob cid dan");
        }
        // Boss enters: cid answers boss; dan answers cid, ann answers dan: two replies; a week and a day later none
        // counts.
        talk.say("own", 30, "ann boss cid dan ann").say("own", 38, "cid");
        talk.say("other", 40, "ann chief cid dan");
        // A manager opens, so nothing is entered; one is there already; and nothing is seen after the last days.
        talk.say("opened", 50, "boss ann bob cid").say("late", 195, "ann boss cid");
        List<ManagerEntry> found = entries(snapshot, talk);
        ManagerEntry own = found.getFirst();
        assertThat(own.kind()).isEqualTo(ManagerEntry.Kind.OWN_LINE);
        assertThat(own.entries()).isEqualTo(1);
        assertThat(own.matched()).isEqualTo(1);
        assertThat(own.others()).isEqualTo(5);
        assertThat(own.after()).isEqualTo(2);
        assertThat(own.expected()).isEqualTo(1);
        assertThat(own.managers()).isEqualTo(1);
        assertThat(own.people()).isEqualTo(5);
        assertThat(own.difference()).isNull();
        assertThat(own.sign()).isEqualTo(ManagerEntry.Sign.UNSURE);
        ManagerEntry other = found.getLast();
        assertThat(other.kind()).isEqualTo(ManagerEntry.Kind.OTHER_LINE);
        assertThat(other.after()).isEqualTo(1);
    }

    @Test
    void compute_fewLikeThreads_countedAndNotCompared() {
        NetworkSnapshot snapshot = works().snapshot();
        Talk talk = new Talk(snapshot);
        for (int number = 0; number < 4; number++) {
            talk.say("like" + number, 10 + number, "ann bob cid dan");
        }
        ManagerEntry own =
                entries(snapshot, talk.say("own", 30, "ann boss cid")).getFirst();
        assertThat(own.entries()).isEqualTo(1);
        assertThat(own.matched()).isZero();
        assertThat(own.after()).isNull();
        assertThat(own.sentence().english()).contains("no such entry");
    }

    @Test
    void compute_managerFromALaterDay_countsFromThenOn() {
        NetworkSnapshot snapshot = new SmallOrganisation()
                .line("ann", "boss")
                .line("bob", "boss")
                .line("cid", "boss")
                .line("dan", "boss", null, 99)
                .line("dan", "bob", 100, null)
                .mail("ann", "bob", 0, 199)
                .snapshot();
        Talk talk = new Talk(snapshot);
        for (int number = 0; number < 6; number++) {
            talk.say("like" + number, 10 + number, "ann bob cid ann");
        }
        List<ManagerEntry> found =
                entries(snapshot, talk.say("t", 150, "ann bob cid ann").say("u", 151, "dan bob cid ann"));
        // Bob manages dan from day 100 on: he enters dan's thread from above, and ann's from elsewhere.
        assertThat(found.getFirst().matched()).isEqualTo(1);
        assertThat(found.getLast().matched()).isEqualTo(1);
        assertThat(found.getLast().others()).isEqualTo(6);
    }

    /**
     * A company of threads of different heat: each has 1 to some 20 turns over some days, by people of two teams. Managers
     * enter by chance, or rather long ones; afterwards a turn goes silent with so much chance.
     */
    private static List<ManagerEntry> company(long seed, double silenced, boolean longOnes) {
        SplittableRandom random = new SplittableRandom(seed);
        SmallOrganisation works = new SmallOrganisation();
        List<String> names = new ArrayList<>();
        for (int number = 0; number < 30; number++) {
            works.line("p" + number, "m" + number / 3);
            names.add("p" + number);
        }
        for (int number = 0; number < 10; number++) {
            works.line("m" + number, "top");
        }
        NetworkSnapshot snapshot = works.mail("p0", "p1", 0, 399).snapshot();
        Talk talk = new Talk(snapshot);
        for (int thread = 0; thread < 700; thread++) {
            double heat = random.nextDouble();
            int day = random.nextInt(380);
            boolean entered = false;
            List<String> speakers = new ArrayList<>(names);
            for (int turn = 0; turn < 25 && random.nextDouble() < .55 + .43 * heat; turn++) {
                day += random.nextDouble() < .3 ? 1 : 0;
                double chance = longOnes ? .01 + .012 * turn : .06;
                if (!entered && turn > 0 && random.nextDouble() < chance) {
                    // Whoever enters may speak again, like everybody.
                    speakers.add("m" + random.nextInt(10));
                    talk.say("t" + thread, day, speakers.getLast());
                    entered = true;
                }
                if (!entered || random.nextDouble() >= silenced) {
                    talk.say("t" + thread, day, speakers.get(random.nextInt(speakers.size())));
                }
            }
        }
        DatedContributions said = talk.build();
        return ManagerEntries.compute(snapshot, said, days(0, 399));
    }

    @Test
    void compute_managersWhoSilence_foundFewer() {
        int found = 0;
        for (long seed = 1; seed <= 10; seed++) {
            found += company(seed, .6, false).getLast().sign() == ManagerEntry.Sign.FEWER ? 1 : 0;
        }
        System.out.printf("REPORT manager entries: planted silence found in %d of 10 companies%n", found);
        assertThat(found).isGreaterThanOrEqualTo(9);
    }

    @Test
    void compute_managersWhoEnterLongThreads_seldomAnEffect() {
        int alarms = 0;
        int companies = 60;
        double all = 0;
        for (long seed = 1; seed <= companies; seed++) {
            ManagerEntry other = company(seed, 0, true).getLast();
            Estimate difference = Objects.requireNonNull(other.difference());
            alarms += difference.low() > 0 || difference.high() < 0 ? 1 : 0;
            all += difference.value();
        }
        System.out.printf(
                "REPORT manager entries: %d false alarms of %d where managers enter long threads%n", alarms, companies);
        // 3 expected; more than 8 once in two hundred times.
        assertThat(alarms).isLessThanOrEqualTo(8);
        // Long threads have far more replies after the point: the plain mean of all entries would be off by some 2.
        assertThat(all / companies).isCloseTo(0, within(.35));
    }

    @Test
    void sentence_bothLanguages_saysTheSign() {
        ManagerEntry fewer =
                new ManagerEntry(ManagerEntry.Kind.OWN_LINE, 40, 30, 200, 12, 80, 1.0, 2.5, new Estimate(-1.5, -2, -1));
        assertThat(fewer.sentence().in(Language.ENGLISH))
                .isEqualTo(
                        "After a manager of somebody in the thread enters it, peers answer each other less: 1.00 peer"
                                + " replies in seven days, where like threads have 2.50 (difference -2.00 to -1.00).");
        assertThat(fewer.sentence().in(Language.FRENCH))
                .contains("se répondent moins", "1,00 réponses entre pairs", "2,50 dans des fils semblables");
    }
}
