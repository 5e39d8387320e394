package org.passerelle.expert;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Writes an invented company of any size whose people talk in texts: what answer times are measured on. Threads of a forum
 * and of tickets, messages of teams, documents; in French and English; about {@value #TOPICS} topics of very different
 * popularity, each with its own terms and its own forty specialists; half of it in the last year of five. The same
 * arguments give the same bytes. Its files are loaded by {@code load organisation} and {@code load jsonl};
 * {@code questions.tsv} holds what colleagues ask. Arguments: a folder, people, contributions, a seed.
 */
final class LargeCompany {
    static final int TOPICS = 4_000;
    private static final int TERMS = 12;
    private static final int SPECIALISTS = 40;
    private static final int TEAM = 12;
    private static final int SITES = 40;
    private static final int QUESTIONS = 5_000;
    private static final int CONTRIBUTIONS_A_FILE = 125_000;
    private static final long START = Instant.parse("2021-01-01T06:00:00Z").getEpochSecond();
    private static final long END = Instant.parse("2025-12-31T18:00:00Z").getEpochSecond();
    private static final long YEAR = 365L * 86_400;

    private final Path folder;
    private final int people;
    private final int contributions;
    private final int communities;
    private final SplittableRandom random;
    private final Lexicon french;
    private final Lexicon english;
    private final List<Topic> topics = new ArrayList<>();
    private int written;
    private BufferedWriter out = new BufferedWriter(BufferedWriter.nullWriter());

    private LargeCompany(Path folder, int people, int contributions, long seed) {
        this.folder = folder;
        this.people = people;
        this.contributions = contributions;
        this.communities = Math.max(8, people / 125);
        this.random = new SplittableRandom(seed);
        this.french = Lexicon.french(seed + 1);
        this.english = Lexicon.english(seed + 2);
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 4) {
            throw new IllegalArgumentException(
                    "Expected a folder, people, contributions and a seed, not " + Arrays.toString(arguments));
        }
        new LargeCompany(
                        Path.of(arguments[0]),
                        Integer.parseInt(arguments[1]),
                        Integer.parseInt(arguments[2]),
                        Long.parseLong(arguments[3]))
                .write();
    }

    /** What people talk about; terms most used first. */
    private record Topic(
            int community, boolean isFrench, List<String> french, List<String> english, int[] specialists) {
        List<String> terms(boolean inFrench) {
            return inFrench ? french : english;
        }
    }

    private void write() throws IOException {
        Files.createDirectories(folder.resolve("organisation"));
        for (int number = 0; number < TOPICS; number++) {
            topics.add(topic());
        }
        organisation();
        while (written < contributions) {
            double what = random.nextDouble();
            if (what < 0.12) {
                teamTalk();
            } else if (what < 0.24) {
                document();
            } else {
                thread(what > 0.85);
            }
        }
        out.close();
        questions();
    }

    private Topic topic() {
        List<String> inFrench = new ArrayList<>();
        List<String> inEnglish = new ArrayList<>();
        for (int term = 0; term < TERMS; term++) {
            boolean isName = random.nextInt(6) == 0;
            String name = "kx" + (100 + random.nextInt(9_900));
            inFrench.add(isName ? name : french.term(150, 40_000, random));
            inEnglish.add(isName ? name : english.term(150, 40_000, random));
        }
        int[] specialists =
                random.ints(Math.min(SPECIALISTS, people), 0, people).toArray();
        return new Topic(random.nextInt(communities), random.nextInt(10) < 6, inFrench, inEnglish, specialists);
    }

    private void organisation() throws IOException {
        try (BufferedWriter file = Files.newBufferedWriter(folder.resolve("organisation/people.csv"))) {
            file.write("id,name,addresses,left\n");
            for (int person = 0; person < people; person++) {
                String name = capitalised(french.term(100, 5_000, random)) + " "
                        + capitalised(english.term(100, 20_000, random));
                boolean left = random.nextInt(33) == 0;
                file.write(id(person) + "," + name + "," + address(person) + "," + (left ? "2025-03-31" : "") + "\n");
            }
        }
        int teams = (people + TEAM - 1) / TEAM;
        try (BufferedWriter file = Files.newBufferedWriter(folder.resolve("organisation/groups.csv"))) {
            file.write("id,name,dimension,part_of\n");
            for (int division = 0; division <= teams / 400; division++) {
                file.write("unit:d" + division + ",Division " + division + ",UNIT,\n");
            }
            for (int department = 0; department <= teams / 10; department++) {
                file.write(
                        "unit:p" + department + ",Department " + department + ",UNIT,unit:d" + department / 40 + "\n");
            }
            for (int team = 0; team < teams; team++) {
                file.write("unit:t" + team + ",Team " + team + ",UNIT,unit:p" + team / 10 + "\n");
            }
            for (int site = 0; site < SITES; site++) {
                file.write("site:" + site + ",Site " + site + ",SITE,\n");
            }
            for (int community = 0; community < communities; community++) {
                file.write("community:" + community + ",Community " + community + ",COMMUNITY,\n");
            }
        }
        memberships();
    }

    private void memberships() throws IOException {
        try (BufferedWriter file = Files.newBufferedWriter(folder.resolve("organisation/memberships.csv"))) {
            file.write("person,group\n");
            for (int person = 0; person < people; person++) {
                file.write(id(person) + ",unit:t" + person / TEAM + "\n");
                file.write(id(person) + ",site:" + person / TEAM / 10 % SITES + "\n");
                int first = random.nextInt(communities);
                file.write(id(person) + ",community:" + first + "\n");
                file.write(id(person) + ",community:" + (first + 1 + random.nextInt(communities - 1)) % communities
                        + "\n");
            }
        }
    }

    /** Half of all moments lie in the last year. */
    private long moment() {
        double at = random.nextDouble();
        return at < 0.5
                ? START + (long) (at * 2 * (END - YEAR - START))
                : END - YEAR + (long) ((at - 0.5) * 2 * (YEAR - 86_400 * 8));
    }

    private Topic popularTopic() {
        return topics.get((int) (Math.pow(TOPICS, Math.pow(random.nextDouble(), 0.7)) - 1));
    }

    /** A question or a post, its answers by specialists and others, and who asked coming back to them. */
    private void thread(boolean ticket) throws IOException {
        Topic topic = popularTopic();
        boolean inFrench = topic.isFrench() ^ (random.nextInt(10) == 0);
        long at = moment();
        int asker = active();
        String thread = "t" + written;
        boolean open = random.nextInt(5) > 0;
        String opening = "c" + written;
        String room = ",\"channel\":\"" + (ticket ? "ticket" : "forum") + "\",\"visibility\":\""
                + (open ? "COMPANY" : "COMMUNITY") + "\",\"community\":\"community:" + topic.community()
                + "\",\"thread\":\"" + thread + "\",\"language\":\"" + (inFrench ? "fr" : "en") + "\"";
        line(
                at,
                ticket ? "TICKET" : random.nextInt(3) == 0 ? "POST" : "QUESTION",
                asker,
                room + ",\"subject\":\"" + subject(topic, inFrench) + "\"" + text(topic, inFrench, 40));
        String answered = opening;
        int before = asker;
        boolean settled = false;
        for (int replies = length(); replies > 0; replies--) {
            at += 600 + random.nextInt(40_000);
            boolean askerAgain = before != asker && random.nextInt(5) < 2;
            int person = askerAgain ? asker : random.nextInt(10) < 7 ? specialist(topic) : active();
            boolean settles = !settled && !askerAgain && person != asker && random.nextInt(6) == 0;
            settled |= settles;
            String key = "c" + written;
            line(
                    at,
                    settles || (!askerAgain && random.nextInt(2) == 0) ? "ANSWER" : "REPLY",
                    person,
                    room
                            + ",\"replies_to\":\"" + answered + "\""
                            + (settles ? ",\"resolves\":\"" + opening + "\"" : "")
                            + reactions(at) + text(topic, inFrench, 45));
            answered = random.nextInt(3) == 0 ? opening : key;
            before = person;
        }
    }

    private int length() {
        int length = 0;
        while (length < 40 && random.nextInt(100) < 76) {
            length++;
        }
        return length;
    }

    /** Short messages of one team on one day. */
    private void teamTalk() throws IOException {
        int team = random.nextInt((people + TEAM - 1) / TEAM);
        Topic topic = popularTopic();
        long at = moment();
        String room = ",\"channel\":\"chat\",\"visibility\":\"COMPANY\",\"thread\":\"m" + written + "\"";
        for (int message = 4 + random.nextInt(12); message > 0; message--) {
            at += 60 + random.nextInt(900);
            int person = Math.min(people - 1, team * TEAM + random.nextInt(TEAM));
            line(at, "MESSAGE", person, room + text(topic, topic.isFrench(), 12));
        }
    }

    private void document() throws IOException {
        Topic topic = popularTopic();
        String room = ",\"channel\":\"document\",\"visibility\":\"COMPANY\",\"community\":\"community:"
                + topic.community() + "\",\"mentions\":[\"" + address(specialist(topic)) + "\"]";
        long at = moment();
        line(
                at,
                "DOCUMENT",
                specialist(topic),
                room + ",\"subject\":\"" + subject(topic, topic.isFrench()) + "\"" + reactions(at)
                        + text(topic, topic.isFrench(), 150));
    }

    private String reactions(long at) {
        StringBuilder reactions = new StringBuilder();
        int count = random.nextInt(4) == 0 ? 1 + random.nextInt(6) : 0;
        for (int reaction = 0; reaction < count; reaction++) {
            reactions
                    .append(reaction == 0 ? ",\"reactions\":[" : ",")
                    .append("{\"by\":\"")
                    .append(address(active()))
                    .append("\",\"kind\":\"like\",\"at\":\"")
                    .append(Instant.ofEpochSecond(at + 60 + random.nextInt(80_000)))
                    .append("\"}");
        }
        return reactions.isEmpty() ? "" : reactions + "]";
    }

    private void line(long at, String kind, int person, String rest) throws IOException {
        if (written % CONTRIBUTIONS_A_FILE == 0) {
            out.close();
            out = Files.newBufferedWriter(folder.resolve("contributions-" + written / CONTRIBUTIONS_A_FILE + ".jsonl"));
        }
        out.write("{\"id\":\"c" + written + "\",\"at\":\"" + Instant.ofEpochSecond(Math.min(at, END)) + "\",\"kind\":\""
                + kind + "\",\"by\":\"" + address(person) + "\"" + rest + "}\n");
        written++;
    }

    /** Some people write much, most little. */
    private int active() {
        int rank = (int) (Math.pow(random.nextDouble(), 2.5) * people);
        // Spread over the units: a prime that divides no number of people one would choose.
        return (int) (rank * 7_919L % people);
    }

    private int specialist(Topic topic) {
        int[] specialists = topic.specialists();
        return specialists[(int) (Math.pow(random.nextDouble(), 2) * specialists.length)];
    }

    private String subject(Topic topic, boolean inFrench) {
        StringBuilder subject = new StringBuilder(term(topic, inFrench));
        for (int further = 1 + random.nextInt(3); further > 0; further--) {
            subject.append(' ')
                    .append(lexicon(inFrench).drawn(random))
                    .append(' ')
                    .append(term(topic, inFrench));
        }
        return capitalised(subject.toString());
    }

    private String text(Topic topic, boolean inFrench, int lengthMedian) {
        int length = (int) (3 + lengthMedian * Math.exp(0.6 * random.nextGaussian()));
        StringBuilder text = new StringBuilder(",\"text\":\"");
        boolean starts = true;
        for (int word = 0; word < length; word++) {
            String next = random.nextInt(6) == 0
                    ? term(topic, inFrench)
                    : lexicon(inFrench).drawn(random);
            text.append(starts ? capitalised(next) : next);
            starts = random.nextInt(11) == 0;
            text.append(word == length - 1 || starts ? "." : "").append(word == length - 1 ? "" : " ");
        }
        return text.append('"').toString();
    }

    private String term(Topic topic, boolean inFrench) {
        String term = topic.terms(inFrench).get((int) (Math.pow(random.nextDouble(), 2) * TERMS));
        return random.nextInt(5) == 0 && !term.startsWith("kx") ? term + "s" : term;
    }

    private Lexicon lexicon(boolean inFrench) {
        return inFrench ? french : english;
    }

    /** About, asker, and what filters: of popular topics and of any, one to four words, some of them of the language. */
    private void questions() throws IOException {
        try (BufferedWriter file = Files.newBufferedWriter(folder.resolve("questions.tsv"))) {
            for (int question = 0; question < QUESTIONS; question++) {
                Topic topic = random.nextBoolean() ? popularTopic() : topics.get(random.nextInt(TOPICS));
                boolean inFrench = topic.isFrench() ^ (random.nextInt(10) == 0);
                StringBuilder about = new StringBuilder(term(topic, inFrench));
                for (int further = random.nextInt(4); further > 0; further--) {
                    about.append(' ')
                            .append(random.nextInt(4) == 0 ? lexicon(inFrench).drawn(random) : term(topic, inFrench));
                }
                String asker = id(active());
                double filters = random.nextDouble();
                String filter = filters < 0.6
                        ? ""
                        : filters < 0.75
                                ? "outsideUnitOf=" + asker
                                : filters < 0.85
                                        ? "community=community:" + topic.community()
                                        : filters < 0.95
                                                ? "window=2025-01-01..2025-12-31"
                                                : "site=site:" + random.nextInt(SITES);
                file.write(about + "\t" + asker + "\t" + filter + "\n");
            }
        }
    }

    private static String id(int person) {
        return String.format(Locale.ROOT, "p%06d", person);
    }

    private static String address(int person) {
        return id(person) + "@company.example";
    }

    private static String capitalised(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
