package org.passerelle.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.passerelle.network.Account;
import org.passerelle.network.Contribution;
import org.passerelle.network.Group;
import org.passerelle.network.LoadSink;
import org.passerelle.network.Person;
import org.passerelle.network.Tie;

/** A sink that keeps everything in memory by the port's rules: a ledger, and one contribution an id. */
final class CollectedNetwork implements LoadSink {
    final Map<String, Contribution> contributions = new TreeMap<>();
    final List<Tie> ties = new ArrayList<>();
    final Map<String, Person> people = new TreeMap<>();
    final Map<String, Group> groups = new TreeMap<>();
    final Map<Account, String> owners = new HashMap<>();
    final Set<Object> facts = new HashSet<>();
    final List<Batch> batches = new ArrayList<>();
    final List<String> finished = new ArrayList<>();
    private final Set<String> ledger = new HashSet<>();

    @Override
    public Written write(Batch batch) {
        batches.add(batch);
        int rows = batch.contributions().size() + batch.ties().size() + FactBatches.size(batch.facts());
        if (!ledger.add(batch.source() + " " + batch.digest())) {
            return new Written(0, rows, 0);
        }
        Written written = new Written(0, 0, 0);
        for (Contribution contribution : batch.contributions()) {
            written = written.plus(write(contribution, batch.combine()));
        }
        ties.addAll(batch.ties());
        batch.facts().people().forEach(person -> people.put(person.id(), person));
        batch.facts().groups().forEach(group -> groups.put(group.id(), group));
        batch.facts().addresses().forEach(owner -> owners.put(owner.account(), owner.personId()));
        facts.addAll(batch.facts().memberships());
        facts.addAll(batch.facts().parts());
        facts.addAll(batch.facts().lines());
        facts.addAll(batch.facts().appointments());
        facts.addAll(batch.facts().skills());
        return written.plus(new Written(batch.ties().size() + FactBatches.size(batch.facts()), 0, 0));
    }

    private Written write(Contribution contribution, Combine combine) {
        Contribution there = contributions.get(contribution.key());
        contributions.merge(contribution.key(), contribution, combine::apply);
        if (there == null) {
            return new Written(1, 0, 0);
        }
        boolean changed = !there.equals(contribution) && combine == Combine.LATEST;
        return new Written(0, changed ? 0 : 1, changed ? 1 : 0);
    }

    @Override
    public boolean knowsPerson(String personId) {
        return people.containsKey(personId);
    }

    @Override
    public boolean knowsGroup(String groupId) {
        return groups.containsKey(groupId);
    }

    @Override
    public boolean isTopic(String skill) {
        return !skill.equals("the of");
    }

    @Override
    public void finish(String source) {
        finished.add(source);
    }

    <T> List<T> facts(Class<T> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
