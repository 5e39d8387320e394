package org.passerelle.community;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.passerelle.network.Activity.Act;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.SharedData;

/**
 * The communities of real archives, act by act, and who was appointed to what in them; a test that asks for one is skipped, and
 * says so, where it is absent.
 */
final class RealCommunities {
    private static final Comparator<Act> IN_TIME = Comparator.comparing(Act::at).thenComparing(Act::key);
    /** Commas that no quotation marks stand around. */
    private static final String COMMA = ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)";

    private RealCommunities() {}

    /** Streams of a public chat. */
    static Map<String, List<Act>> zulip() {
        Map<String, List<Act>> streams = new TreeMap<>();
        Set<String> seen = new HashSet<>();
        for (String line : SharedData.lines("zulip_community/messages.csv.gz")) {
            String[] fields = line.split(",", 8);
            if (!fields[0].equals("message_id") && seen.add(fields[0])) {
                streams.computeIfAbsent(fields[1], _ -> new ArrayList<>())
                        .add(act(
                                fields[0],
                                fields[3],
                                Instant.ofEpochSecond(Long.parseLong(fields[4])),
                                fields[1] + "/" + fields[2],
                                ""));
            }
        }
        return inTime(streams);
    }

    /** The people of a team of that chat, by what its name contains. */
    static Set<String> zulipTeam(String team) {
        Set<String> people = new TreeSet<>();
        for (String line : SharedData.lines("zulip_community/labels.csv")) {
            String[] fields = line.split(",", -1);
            if (fields[0].toLowerCase(Locale.ROOT).contains(team)) {
                people.add(fields[1]);
            }
        }
        return people;
    }

    /** Mailing lists. */
    static Map<String, List<Act>> mailingLists() {
        Map<String, List<Act>> lists = new TreeMap<>();
        Map<String, String> threads = new HashMap<>();
        for (String line : SharedData.lines("r_mailing_lists/messages.csv.gz")) {
            String[] fields = line.split(",", 6);
            if (!fields[0].equals("msg")) {
                String thread = fields[4].isEmpty() ? fields[0] : threads.getOrDefault(fields[4], fields[4]);
                threads.put(fields[0], thread);
                lists.computeIfAbsent(fields[1], _ -> new ArrayList<>())
                        .add(act(fields[0], fields[3], Instant.parse(fields[2]), thread, fields[4]));
            }
        }
        return inTime(lists);
    }

    /** Maintainers of the topic guides by list. */
    static Map<String, Set<String>> guideMaintainers() {
        Map<String, Set<String>> maintainers = new TreeMap<>();
        for (String line : SharedData.lines("r_mailing_lists/ground_truth/experts.csv")) {
            String[] fields = line.split(COMMA, -1);
            if (!fields[0].equals("list")) {
                maintainers.computeIfAbsent(fields[0], _ -> new TreeSet<>()).add(fields[fields.length - 1]);
            }
        }
        return maintainers;
    }

    /** Design proposals by group: who proposed, and every commit to a proposal, which is a thread. */
    static Map<String, List<Act>> kubernetes() {
        Map<String, String> authors = new HashMap<>();
        for (String line : SharedData.lines("k8s/kep_people.csv")) {
            String[] fields = line.split(",", -1);
            if (fields[2].equals("author")) {
                authors.putIfAbsent(fields[0], fields[3].toLowerCase(Locale.ROOT));
            }
        }
        Map<String, List<Act>> groups = new TreeMap<>();
        for (String line : SharedData.lines("k8s/keps.csv")) {
            String[] fields = line.split(COMMA, -1);
            String author = authors.get(fields[0]);
            if (author != null && fields[7].matches("\\d{4}-\\d{2}-\\d{2}") && !fields[3].isEmpty()) {
                Instant at =
                        LocalDate.parse(fields[7]).atStartOfDay(ZoneOffset.UTC).toInstant();
                groups.computeIfAbsent(fields[3], _ -> new ArrayList<>())
                        .add(act("proposal/" + fields[0], author, at, fields[0], ""));
            }
        }
        Map<String, String> logins = logins();
        for (String line : SharedData.lines("k8s/kep_commits.csv.gz")) {
            String[] fields = line.split(COMMA, -1);
            if (!fields[0].equals("commit") && !fields[3].isEmpty()) {
                String name = fields[1].replace("\"", "").toLowerCase(Locale.ROOT);
                groups.computeIfAbsent(fields[3], _ -> new ArrayList<>())
                        .add(act(
                                "commit/" + fields[0] + "/" + fields[4],
                                logins.getOrDefault(name, name),
                                Instant.ofEpochSecond(Long.parseLong(fields[2])),
                                fields[4],
                                ""));
            }
        }
        return inTime(groups);
    }

    /** Chairs and tech leads by group. */
    static Map<String, Set<String>> groupLeads() {
        Map<String, Set<String>> leads = new TreeMap<>();
        for (String line : SharedData.lines("k8s/formal_leadership.csv")) {
            String[] fields = line.split(COMMA, -1);
            if ((fields[2].equals("chairs") || fields[2].equals("tech_leads")) && !fields[3].isEmpty()) {
                leads.computeIfAbsent(fields[0], _ -> new TreeSet<>()).add(fields[3].toLowerCase(Locale.ROOT));
            }
        }
        return leads;
    }

    /** Of those who ever led it is known which login is behind the name that commits have. */
    private static Map<String, String> logins() {
        Map<String, String> logins = new HashMap<>();
        for (String line : SharedData.lines("k8s/formal_leadership.csv")) {
            String[] fields = line.split(COMMA, -1);
            if (!fields[3].isEmpty() && !fields[4].isEmpty()) {
                logins.put(fields[4].replace("\"", "").toLowerCase(Locale.ROOT), fields[3].toLowerCase(Locale.ROOT));
            }
        }
        return logins;
    }

    private static Map<String, List<Act>> inTime(Map<String, List<Act>> communities) {
        communities.values().forEach(acts -> acts.sort(IN_TIME));
        return communities;
    }

    private static Act act(String key, String person, Instant at, String thread, String repliesTo) {
        return new Act(
                key,
                person,
                at,
                ContributionKind.MESSAGE,
                thread,
                repliesTo.isEmpty() ? null : repliesTo,
                null,
                List.of());
    }
}
