package org.passerelle.community;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Activity.Act;

/**
 * Acts put together to turns of speech: somebody who writes four lines in a row in a chat has spoken once.
 *
 * <p>An act goes on with a turn when its author also wrote the act before it in the thread, less than an hour
 * earlier, and it names nothing that it answers or met. Links to it become links to the turn; its reactions are
 * the turn's. Without this, most of what follows a busy speaker in a chat is that speaker's own next line, and
 * whoever writes long messages looks more inspiring than whoever writes short ones.
 */
final class Turns {
    private static final Duration PAUSE = Duration.ofHours(1);

    private final List<Act> turns = new ArrayList<>();
    private final Map<String, Integer> lastTurn = new HashMap<>();
    private final Map<String, Act> lastAct = new HashMap<>();
    private final Map<String, String> turnOf = new HashMap<>();

    private Turns() {}

    /** The turns of acts that come in time order, in the same order, each with the key of its first act. */
    static List<Act> of(List<Act> acts) {
        Turns speech = new Turns();
        acts.forEach(speech::add);
        return speech.turns.stream().map(speech::relinked).toList();
    }

    private void add(Act act) {
        Act before = lastAct.put(act.thread(), act);
        Integer open = lastTurn.get(act.thread());
        if (before == null || open == null || !goesOn(before, act)) {
            lastTurn.put(act.thread(), turns.size());
            turns.add(act);
            return;
        }
        Act turn = turns.get(open);
        turnOf.put(act.key(), turn.key());
        if (!act.reactorIds().isEmpty()) {
            List<String> reactors = Stream.concat(turn.reactorIds().stream(), act.reactorIds().stream())
                    .distinct()
                    .sorted()
                    .toList();
            turns.set(open, with(turn, turn.repliesTo(), turn.resolves(), reactors));
        }
    }

    private static boolean goesOn(Act before, Act act) {
        return before.personId().equals(act.personId())
                && act.repliesTo() == null
                && act.resolves() == null
                && Duration.between(before.at(), act.at()).compareTo(PAUSE) < 0;
    }

    private Act relinked(Act turn) {
        return with(turn, turnKey(turn.repliesTo()), turnKey(turn.resolves()), turn.reactorIds());
    }

    private @Nullable String turnKey(@Nullable String key) {
        return key == null ? null : turnOf.getOrDefault(key, key);
    }

    private static Act with(Act act, @Nullable String repliesTo, @Nullable String resolves, List<String> reactorIds) {
        return new Act(act.key(), act.personId(), act.at(), act.kind(), act.thread(), repliesTo, resolves, reactorIds);
    }
}
