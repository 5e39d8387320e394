package org.passerelle.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.demonstration.InventedOrganisation.Parameters;
import org.passerelle.demonstration.InventedOrganisation.Switches;
import tools.jackson.databind.JsonNode;

/**
 * What is planted is there and what is switched off is not: one simple count a pattern, over twenty
 * small companies with everything planted, the same twenty with nothing, and two with just it left out.
 */
class PlantedTruthTest {
    private static final int PEOPLE = 150;
    private static final int SEEDS = 20;
    private static final int SEEDS_WITHOUT_ONE = 2;

    @TempDir
    static Path directory;

    private static final Map<Pattern, List<Double>> PLANTED = new EnumMap<>(Pattern.class);
    private static final Map<Pattern, List<Double>> UNPLANTED = new EnumMap<>(Pattern.class);
    private static final List<JsonNode> TRUTHS = new ArrayList<>();
    private static final List<Search> SOME = new ArrayList<>();

    @BeforeAll
    static void searchTwentyCompanies() throws IOException {
        for (int seed = 1; seed <= SEEDS; seed++) {
            WrittenFiles files = company(seed, Switches.all());
            TRUTHS.add(files.truth);
            Search search = new Search(files, files.truth);
            Search elsewhere = new Search(company(seed, new Switches(Set.of())), files.truth);
            for (Pattern pattern : Pattern.values()) {
                PLANTED.computeIfAbsent(pattern, _ -> new ArrayList<>()).add(search.found(pattern));
                UNPLANTED.computeIfAbsent(pattern, _ -> new ArrayList<>()).add(elsewhere.found(pattern));
            }
            if (seed <= 6) {
                SOME.add(search);
            }
        }
    }

    private static WrittenFiles company(int seed, Switches switches) throws IOException {
        InventedOrganisation.generate(new Parameters(PEOPLE, seed, switches), directory);
        return new WrittenFiles(directory);
    }

    /** How much of a pattern the count must find where it is, and may find by luck where it is not. */
    private static double[] limits(Pattern pattern) {
        return switch (pattern) {
            case SILOS -> new double[] {0.75, 0.25};
            case BRIDGES -> new double[] {0.5, 0.25};
            case EXPERTS -> new double[] {0.9, 0.25};
            case ANIMATORS, BROADCASTER, CLOSERS, DYING, QUIET -> new double[] {0.8, 0.34};
            case LEADER -> new double[] {0.42, 0.28};
            case DROWNED -> new double[] {0.9, 0.1};
            case TRANSVERSE -> new double[] {0.95, 0.05};
            case REORGANISATION, RECURRENT_GAP -> new double[] {0.8, 0.5};
        };
    }

    /** Of the companies that had room for it. */
    private static double mean(List<Double> values) {
        return values.stream()
                .mapToDouble(Double::doubleValue)
                .filter(found -> !Double.isNaN(found))
                .average()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void pattern_planted_isFound(Pattern pattern) {
        assertThat(mean(PLANTED.getOrDefault(pattern, List.of())))
                .as("over seeds 1 to 20: %s", PLANTED.getOrDefault(pattern, List.of()))
                .isGreaterThan(limits(pattern)[0]);
    }

    @ParameterizedTest
    @EnumSource
    void pattern_nothingPlanted_isNotFound(Pattern pattern) {
        assertThat(mean(UNPLANTED.getOrDefault(pattern, List.of())))
                .as("over seeds 1 to 20: %s", UNPLANTED.getOrDefault(pattern, List.of()))
                .isLessThan(limits(pattern)[1]);
    }

    @ParameterizedTest
    @EnumSource
    void pattern_onlyItSwitchedOff_isNotFound(Pattern pattern) throws IOException {
        List<Double> found = new ArrayList<>();
        for (int seed = 1; seed <= SEEDS_WITHOUT_ONE; seed++) {
            WrittenFiles files = company(seed, Switches.all().without(pattern));
            found.add(new Search(files, TRUTHS.get(seed - 1)).found(pattern));
        }
        assertThat(mean(found)).as("over seeds 1 and 2: %s", found).isLessThan(limits(pattern)[0]);
    }

    @Test
    void usualWord_mostUsed_isNotTheExpertsMark() {
        assertThat(SOME.stream().map(Search::expertsByWord).toList())
                .allSatisfy(share -> assertThat(share).isLessThan(0.3));
    }

    @Test
    void answers_onATopic_useOtherWordsInAThird() {
        assertThat(SOME.stream().map(Search::otherWords).toList())
                .allSatisfy(share -> assertThat(share).isBetween(0.33, 0.75));
    }

    @Test
    void animators_byVolume_areNotFound() {
        assertThat(mean(SOME.stream().map(Search::animatorsByVolume).toList())).isLessThan(0.15);
    }

    @Test
    void animators_away_communitiesSayLess() {
        assertThat(SOME.stream().map(Search::absences).toList())
                .allSatisfy(ratio -> assertThat(ratio).isLessThan(0.6));
    }

    @Test
    void mail_besideOtherChannels_understatesOneSiloAndOverstatesAnotherPair() {
        List<Double> understated = new ArrayList<>();
        List<Double> overstated = new ArrayList<>();
        for (int i = 0; i < SOME.size(); i++) {
            double[] silo =
                    SOME.get(i).channels(TRUTHS.get(i).get("silos").get(1).get("units"));
            double[] muffled = SOME.get(i)
                    .channels(TRUTHS.get(i).get("muffledByMail").get(0).get("units"));
            understated.add(silo[0] - silo[1]);
            overstated.add(muffled[1] - muffled[0]);
        }
        assertThat(understated.stream()
                        .filter(Double::isFinite)
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElseThrow())
                .isGreaterThan(0.15);
        assertThat(overstated.stream()
                        .filter(Double::isFinite)
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElseThrow())
                .isGreaterThan(0.5);
    }

    @Test
    void shopFloor_withoutAccounts_saysAlmostNothing() {
        assertThat(mean(SOME.stream().map(Search::silentActs).toList())).isLessThan(6);
    }
}
