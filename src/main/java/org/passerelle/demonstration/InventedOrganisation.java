package org.passerelle.demonstration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A French and English maker of pumps and valves that does not exist, with a year of what its people
 * said to each other and the truth planted in it. The same parameters give the same bytes, on any
 * machine. Time and memory grow with the number of people; 400 people make about 25,000 contributions.
 */
public final class InventedOrganisation {
    private static final double ACTS_PER_PERSON = 62.5;

    private InventedOrganisation() {}

    /**
     * How large, which one and what is in it.
     *
     * @param people people of the company's own, from 60 to 100,000; customers and partners come on top
     * @param seed another seed is another company
     */
    public record Parameters(int people, long seed, Switches switches) {
        /** Refuses sizes for which the parts cannot be cast. */
        public Parameters {
            if (people < 60 || people > 100_000) {
                throw new IllegalArgumentException("An invented organisation has 60 to 100,000 people, not " + people);
            }
        }

        /** The demonstration's: 400 people and everything planted. */
        public static Parameters defaults() {
            return new Parameters(400, 1, Switches.all());
        }
    }

    /** Which patterns are planted. */
    public record Switches(Set<Pattern> planted) {
        /** Copies the set. */
        public Switches {
            planted = Set.copyOf(planted);
        }

        /** Everything. */
        public static Switches all() {
            return new Switches(EnumSet.allOf(Pattern.class));
        }

        /** The same without some. */
        public Switches without(Pattern... left) {
            EnumSet<Pattern> remaining = EnumSet.noneOf(Pattern.class);
            remaining.addAll(planted);
            List.of(left).forEach(remaining::remove);
            return new Switches(remaining);
        }
    }

    /** What was written. */
    public record Summary(int people, int outsiders, int contributions) {}

    /**
     * Writes the company into a directory, which is made where it is missing: {@code organisation/*.csv},
     * {@code contributions.jsonl} with its mapping {@code contributions.yml}, and {@code truth.json}.
     *
     * @throws IOException where a file cannot be written
     */
    public static Summary generate(Parameters parameters, Path directory) throws IOException {
        Bank bank = Bank.read();
        long seed = parameters.seed();
        Company company = Founding.found(bank, parameters.people(), seed);
        Plot plot = Casting.cast(bank, company, parameters.switches().planted(), seed);
        Stage stage = new Stage(bank, company, plot);
        List<TransverseScenes.Planted> transverse = tell(stage, parameters);
        Files.createDirectories(directory);
        new OrganisationFiles(company, plot, directory.resolve("organisation")).write();
        new ContributionFile(bank, company).write(stage.acts(), directory.resolve("contributions.jsonl"));
        new TruthFile(bank, company, plot, transverse).write(directory.resolve("truth.json"), parameters);
        Mapping.write(directory.resolve("contributions.yml"));
        return new Summary(
                parameters.people(),
                company.people().size() - parameters.people(),
                stage.acts().size());
    }

    private static List<TransverseScenes.Planted> tell(Stage stage, Parameters parameters) {
        double acts = ACTS_PER_PERSON * parameters.people();
        int communities = stage.company.communities().size();
        for (int i = 0; i < communities; i++) {
            new CommunityScene(stage, i, parameters.seed()).play(0.48 * acts / communities);
        }
        OpenScenes open = new OpenScenes(stage, parameters.seed());
        open.forum(0.12 * acts);
        open.chatter(0.05 * acts);
        open.tickets(0.07 * acts);
        open.leadership();
        new Mailroom(stage, parameters.seed()).play((int) (0.28 * acts));
        return new TransverseScenes(stage, parameters.seed()).play();
    }
}
