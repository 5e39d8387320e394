package org.passerelle.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.ContributionMark;
import org.passerelle.network.MarkedActs.Act;
import org.passerelle.network.MarkedActs.Thanks;

class LoopTracingTest {
    private static List<Loop> trace(String lines) {
        return LoopTracing.of(Said.discussion(lines), false, Said.at(100));
    }

    private static Loop only(String lines) {
        List<Loop> loops = trace(lines);
        assertThat(loops).hasSize(1);
        return loops.getFirst();
    }

    @Test
    void accepted_afterOthersReplied_isClosedByItsAuthorThroughThem() {
        Loop loop = only("""
                0 ann QUESTION q
                1 bob REPLY b >q
                3 cid ANSWER c >q =q
                5 dan REPLY d >q
                """);
        assertThat(loop.state()).isEqualTo(LoopState.CLOSED);
        assertThat(loop.evidence()).isEqualTo(LoopEvidence.ACCEPTED);
        assertThat(loop.answeredAt()).isEqualTo(Said.at(1));
        assertThat(loop.closedAt()).isEqualTo(Said.at(3));
        assertThat(loop.closerIds()).containsExactly("cid");
        assertThat(loop.throughIds()).containsExactly("bob");
        assertThat(loop.replierIds()).containsExactly("bob", "cid", "dan");
    }

    @Test
    void reply_thatAsksOn_answersWhereItTellsMore() {
        assertThat(only("0 ann QUESTION q\n1 bob REPLY b >q ASKS").answeredAt()).isNull();
        assertThat(only("0 ann QUESTION q\n1 bob REPLY b >q ASKS TELLS").answeredAt())
                .isEqualTo(Said.at(1));
    }

    @Test
    void thanks_toAReply_closeForWhomTheyAnswer() {
        Loop loop = only("""
                0 ann POST q QUESTION
                1 bob REPLY b >q
                2 cid REPLY c >q
                4 ann REPLY a >b THANKS
                """);
        assertThat(loop.evidence()).isEqualTo(LoopEvidence.THANKED);
        assertThat(loop.closerIds()).containsExactly("bob");
        assertThat(loop.closedAt()).isEqualTo(Said.at(4));
        assertThat(loop.throughIds()).containsExactly("cid");
    }

    @Test
    void thanks_ofAnotherOrBeforeAnyReplyOrWithAQuestion_closeNothing() {
        assertThat(only("0 ann QUESTION q\n1 bob REPLY b >q\n2 cid REPLY c >b THANKS")
                        .state())
                .isEqualTo(LoopState.ANSWERED);
        assertThat(only("0 ann QUESTION q\n1 ann REPLY a >q THANKS").state()).isEqualTo(LoopState.OPEN);
        assertThat(only("0 ann QUESTION q\n1 bob REPLY b >q\n2 ann REPLY a >b THANKS ASKS")
                        .state())
                .isEqualTo(LoopState.ANSWERED);
    }

    @Test
    void reactionOfTheAsker_closesAtItsMoment_othersDoNot() {
        Loop loop = only("0 ann QUESTION q\n1 bob REPLY b >q +ann@7 +dan@2");
        assertThat(loop.closedAt()).isEqualTo(Said.at(7));
        assertThat(loop.closerIds()).containsExactly("bob");
        assertThat(only("0 ann QUESTION q\n1 bob REPLY b >q +dan@2").state()).isEqualTo(LoopState.ANSWERED);
    }

    @Test
    void unsolved_afterThanks_opensAgainUntilTheNextSign() {
        String begin = "0 ann QUESTION q\n1 bob REPLY b >q\n2 ann REPLY a >b THANKS\n3 ann REPLY u >b UNSOLVED\n";
        assertThat(only(begin).state()).isEqualTo(LoopState.OPEN);
        assertThat(only(begin).evidence()).isEqualTo(LoopEvidence.UNSOLVED);
        assertThat(only(begin + "4 cid REPLY c >q").state()).isEqualTo(LoopState.ANSWERED);
        Loop again = only(begin + "4 cid REPLY c >q\n5 ann REPLY s >c SOLVED");
        assertThat(again.state()).isEqualTo(LoopState.CLOSED);
        assertThat(again.closerIds()).containsExactly("cid");
        assertThat(only("0 ann QUESTION q\n1 bob ANSWER b >q =q\n2 ann REPLY u >b UNSOLVED")
                        .state())
                .isEqualTo(LoopState.CLOSED);
    }

    @Test
    void solvedByTheAskerAlone_isClosedByThem() {
        Loop loop = only("0 ann QUESTION q\n2 ann REPLY a >q SOLVED");
        assertThat(loop.closerIds()).containsExactly("ann");
        assertThat(loop.isClosedByAnother()).isFalse();
        assertThat(loop.firstAnswer()).isEqualTo(Said.at(2));
    }

    @Test
    void solvedByAnother_closesProblemsAndTicketsOnly() {
        assertThat(only("0 ann TICKET q\n1 bob REPLY b >q SOLVED").evidence()).isEqualTo(LoopEvidence.RESOLVED);
        assertThat(only("0 ann POST q PROBLEM\n1 bob REPLY b >q SOLVED").state())
                .isEqualTo(LoopState.CLOSED);
        assertThat(only("0 ann QUESTION q\n1 bob REPLY b >q SOLVED").state()).isEqualTo(LoopState.ANSWERED);
    }

    @Test
    void workItem_filedOrTold_closes() {
        assertThat(only("0 ann QUESTION q\n1 bob TICKET b >q").evidence()).isEqualTo(LoopEvidence.WORK_ITEM);
        assertThat(only("0 ann QUESTION q\n1 bob REPLY b >q WORK_ITEM").evidence())
                .isEqualTo(LoopEvidence.WORK_ITEM);
    }

    @Test
    void openWithoutAWord_isStaleAfterThirtyDays() {
        List<Act> silent = Said.discussion("0 ann QUESTION q");
        assertThat(LoopTracing.of(silent, false, Said.at(30 * 24)).getFirst().state())
                .isEqualTo(LoopState.OPEN);
        assertThat(LoopTracing.of(silent, false, Said.at(30 * 24 + 1))
                        .getFirst()
                        .state())
                .isEqualTo(LoopState.STALE);
    }

    @Test
    void replyThatAsksBack_isNoAnswer_unlessCalledOne() {
        assertThat(only("0 ann QUESTION q\n1 bob REPLY b >q ASKS").state()).isEqualTo(LoopState.OPEN);
        assertThat(only("0 ann QUESTION q\n1 bob ANSWER b >q ASKS").state()).isEqualTo(LoopState.ANSWERED);
    }

    @Test
    void comments_whereAnswersAreNamed_areNoAnswersButCarryThanks() {
        List<Act> acts = Said.discussion("""
                0 ann QUESTION q
                1 bob MESSAGE b >q
                5 cid ANSWER c >q
                6 ann MESSAGE a >c THANKS
                """);
        Loop loop = LoopTracing.of(acts, true, Said.at(100)).getFirst();
        assertThat(loop.answeredAt()).isEqualTo(Said.at(5));
        assertThat(loop.closerIds()).containsExactly("cid");
    }

    @Test
    void chat_ofASourceThatNamesAnswersElsewhere_isAnsweredByMessages() {
        List<Act> acts = Said.discussion("0 ann MESSAGE q QUESTION\n1 bob MESSAGE b");
        assertThat(LoopTracing.of(acts, true, Said.at(100)).getFirst().answeredAt())
                .isEqualTo(Said.at(1));
    }

    @Test
    void questionMark_opensALoopAtTheBeginningWhereSomebodyReplied() {
        assertThat(trace("0 ann POST q ASKS\n1 bob REPLY b >q")).hasSize(1);
        assertThat(trace("0 ann POST q ASKS")).isEmpty();
        assertThat(trace("0 ann POST q QUESTION")).hasSize(1);
        assertThat(trace("0 ann POST p\n1 bob REPLY b >p ASKS")).isEmpty();
        assertThat(trace("0 ann DOCUMENT d QUESTION")).isEmpty();
        assertThat(trace("0 ann POST p PROBLEM SOLVED")).isEmpty();
        assertThat(only("0 ann POST p PROBLEM SOLVED ASKS").kind()).isEqualTo(LoopKind.PROBLEM);
    }

    @Test
    void chat_secondNeedInTheSameTopic_takesWhatFollows() {
        List<Loop> loops = trace("""
                0 ann MESSAGE q1 QUESTION
                1 bob MESSAGE b1
                2 ann MESSAGE more QUESTION
                3 ann MESSAGE t1 THANKS
                4 dan MESSAGE q2 QUESTION
                5 bob MESSAGE b2
                6 dan MESSAGE t2 SOLVED
                """);
        assertThat(loops).hasSize(2);
        assertThat(loops.get(0).closedAt()).isEqualTo(Said.at(3));
        assertThat(loops.get(1).askerId()).isEqualTo("dan");
        assertThat(loops.get(1).closerIds()).containsExactly("bob");
    }

    @Test
    void discussions_repliesWithoutThread_areBroughtTogether() {
        Discussions discussions = new Discussions();
        Act question = withoutThread("q", "ann", 0, null);
        Act reply = withoutThread("b", "bob", 1, "q");
        Act further = withoutThread("c", "cid", 2, "b");
        List.of(further, withoutThread("x", "dan", 3, "gone"), question, reply).forEach(discussions::add);
        List<List<String>> keys = discussions.all().stream()
                .map(acts -> acts.stream().map(Act::key).toList())
                .toList();
        assertThat(keys).containsExactly(List.of("q", "b", "c"), List.of("x"));
    }

    @Test
    void discussions_circleOfReplies_ends() {
        Discussions discussions = new Discussions();
        discussions.add(withoutThread("a", "ann", 0, "b"));
        discussions.add(withoutThread("b", "bob", 1, "a"));
        assertThat(discussions.all().stream().mapToInt(List::size).sum()).isEqualTo(2);
    }

    private static Act withoutThread(
            String key, String person, int hour, @org.jspecify.annotations.Nullable String to) {
        return new Act(
                key,
                person,
                Said.at(hour),
                ContributionKind.MESSAGE,
                "mail",
                null,
                to,
                null,
                null,
                null,
                Set.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** What a loop goes through, one event after the other, in the plainest way. */
    private static Loop stepped(List<Act> acts, Instant asOf) {
        TreeMap<Instant, List<Runnable>> events = new TreeMap<>();
        String[] evidence = {"UNANSWERED", ""};
        List<Instant> closed = new ArrayList<>();
        List<String> closers = new ArrayList<>();
        Act need = acts.getFirst();
        List<String> repliers = new ArrayList<>();
        for (Act act : acts.subList(1, acts.size())) {
            events.computeIfAbsent(act.at(), _ -> new ArrayList<>())
                    .add(() -> step(act, need, acts, evidence, closed, closers, repliers));
            for (Thanks thanks : act.thanks()) {
                if (thanks.personId().equals("ann") && !act.personId().equals("ann")) {
                    events.computeIfAbsent(thanks.at(), _ -> new ArrayList<>())
                            .add(() -> close("THANKED", thanks.at(), act.personId(), evidence, closed, closers));
                }
            }
        }
        events.values().forEach(now -> now.forEach(Runnable::run));
        boolean open = evidence[0].equals("UNANSWERED") || evidence[0].equals("UNSOLVED");
        boolean stale = acts.getLast().at().isBefore(asOf.minus(LoopTracing.STALE_AFTER));
        LoopState state = !closed.isEmpty()
                ? LoopState.CLOSED
                : !open ? LoopState.ANSWERED : stale ? LoopState.STALE : LoopState.OPEN;
        return new Loop(
                need,
                LoopKind.TICKET,
                state,
                LoopEvidence.valueOf(evidence[0]),
                null,
                null,
                closed.isEmpty() ? null : closed.getFirst(),
                closers.stream().distinct().sorted().toList(),
                List.of(),
                repliers.stream().distinct().toList());
    }

    private static void close(
            String by, Instant at, String who, String[] evidence, List<Instant> closed, List<String> closers) {
        if (closed.isEmpty()) {
            evidence[0] = by;
            closed.add(at);
            closers.clear();
            closers.add(who);
        }
    }

    private static void step(
            Act act,
            Act need,
            List<Act> acts,
            String[] evidence,
            List<Instant> closed,
            List<String> closers,
            List<String> repliers) {
        if (act.resolves() != null) {
            if (!evidence[0].equals("ACCEPTED")) {
                closed.clear();
                close("ACCEPTED", act.at(), act.personId(), evidence, closed, closers);
            }
            closers.add(act.personId());
        }
        boolean asks = act.marks().contains(ContributionMark.ASKS);
        boolean solved = act.marks().contains(ContributionMark.SOLVED) && !asks;
        if (!act.personId().equals(need.personId())) {
            repliers.add(act.personId());
            boolean answers = !asks || act.kind() == ContributionKind.ANSWER;
            if (answers) {
                evidence[1] = "answered";
                evidence[0] = evidence[0].startsWith("UN") ? "REPLIED" : evidence[0];
            }
            if (solved) {
                close("RESOLVED", act.at(), act.personId(), evidence, closed, closers);
            }
        } else if (act.marks().contains(ContributionMark.UNSOLVED)) {
            if (!evidence[0].equals("ACCEPTED")) {
                closed.clear();
                closers.clear();
                evidence[0] = evidence[1].isEmpty() ? "UNANSWERED" : "UNSOLVED";
            }
        } else if (!asks && (solved || act.marks().contains(ContributionMark.THANKS))) {
            String author = acts.stream()
                    .filter(other -> other.key().equals(act.repliesTo()))
                    .map(Act::personId)
                    .filter(other -> !other.equals(need.personId()))
                    .findFirst()
                    .orElse(repliers.isEmpty() ? need.personId() : repliers.getLast());
            if (solved) {
                close("RESOLVED", act.at(), author, evidence, closed, closers);
            } else if (!repliers.isEmpty()) {
                close("THANKED", act.at(), author, evidence, closed, closers);
            }
        }
    }

    @Test
    void state_randomDiscussions_isThatOfSteppingThroughThem() {
        for (long seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            List<Act> acts = new ArrayList<>();
            acts.add(Said.act("c0", "ann", Said.at(0), ContributionKind.TICKET, null, null, Set.of(), List.of()));
            int length = 1 + random.nextInt(7);
            for (int at = 1; at <= length; at++) {
                acts.add(random(at, random));
            }
            Instant asOf = Said.at(random.nextBoolean() ? 50 : 2_000);
            Loop found = LoopTracing.of(acts, false, asOf).getFirst();
            Loop expected = stepped(acts, asOf);
            assertThat(List.of(found.state(), found.evidence(), found.closerIds(), found.replierIds()))
                    .as("seed %d: %s", seed, acts)
                    .isEqualTo(List.of(
                            expected.state(), expected.evidence(), expected.closerIds(), expected.replierIds()));
            assertThat(found.closedAt()).as("seed %d: %s", seed, acts).isEqualTo(expected.closedAt());
        }
    }

    private static Act random(int at, Random random) {
        String person = List.of("ann", "ann", "bob", "cid").get(random.nextInt(4));
        EnumSet<ContributionMark> marks = EnumSet.noneOf(ContributionMark.class);
        List<ContributionMark> some = List.of(
                ContributionMark.ASKS, ContributionMark.THANKS, ContributionMark.SOLVED, ContributionMark.UNSOLVED);
        if (random.nextInt(10) < 6) {
            marks.add(some.get(random.nextInt(some.size())));
        }
        if (random.nextInt(10) < 2) {
            marks.add(some.get(random.nextInt(some.size())));
        }
        boolean accepted = !person.equals("ann") && random.nextInt(12) == 0;
        // Reactions fall between the hours, so that no two events have one moment.
        List<Thanks> thanks = random.nextInt(8) == 0
                ? List.of(new Thanks("ann", Said.at(at + random.nextInt(4) + 0.1 + at / 100.0)))
                : List.of();
        return Said.act(
                "c" + at,
                person,
                Said.at(at),
                accepted || random.nextInt(3) == 0 ? ContributionKind.ANSWER : ContributionKind.REPLY,
                "c" + random.nextInt(at),
                accepted ? "c0" : null,
                marks,
                thanks);
    }
}
