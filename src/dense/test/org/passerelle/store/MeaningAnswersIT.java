package org.passerelle.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.api.InProcess;
import org.passerelle.api.RoomsInProcess;
import org.passerelle.network.Account;
import org.passerelle.network.Contribution;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.LearnedRanking;
import org.passerelle.network.LoadSink.Batch;
import org.passerelle.network.LoadSink.Combine;
import org.passerelle.network.LoadSink.Facts;
import org.passerelle.network.Visibility;
import org.passerelle.privacy.Reader;
import org.passerelle.privacy.Role;
import org.springframework.context.annotation.Bean;

/** What the API says of people whom no word of the question finds, over a graph and a model that are real. */
class MeaningAnswersIT {
    private static final Reader OPEN = new Reader(Role.OPEN, null);
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // set before the first test
    private static InProcess server;

    @RoomsInProcess({"org.passerelle.api", "org.passerelle.privacy", "org.passerelle.expert"})
    static class Works {
        private final Store store = TestStores.scratch();
        private final Meaning meaning = Meaning.of(new Home(folder));

        Works() {
            List<Contribution> all = List.of(
                    made("ann", "Whoever wants the mill to run takes lithium grease for it."),
                    made("bob", "The canteen is closed on Friday."),
                    made("cid", "Invoices are paid after thirty days."));
            GraphWriter writer = new GraphWriter(store, Glossary.none(), () -> meaning.embedNew(store));
            writer.write(new Batch("works", "d", 0, all.size(), Combine.LATEST, all, List.of(), Facts.none()));
            writer.finish("works");
        }

        private static Contribution made(String by, String text) {
            return Posts.post(
                    "of-" + by,
                    NOW.minusSeconds(864_000),
                    ContributionKind.ANSWER,
                    new Account("works", by, by),
                    Visibility.COMPANY,
                    null,
                    "en",
                    text);
        }

        @Bean
        Clock clock() {
            return Clock.fixed(NOW, ZoneOffset.UTC);
        }

        @Bean
        SnapshotReader snapshotReader(Clock clock) {
            return new SnapshotReader(store, clock);
        }

        @Bean
        FullTextSearch search(Clock clock) {
            ReadableReader readable = new ReadableReader(store, clock, Runnable::run);
            return new FullTextSearch(store, Glossary.none(), readable, meaning.search(store, readable, clock));
        }

        @Bean
        KeptContributions contributions() {
            return new KeptContributions(store);
        }

        @Bean
        KeptHelpfulMarks helpfulMarks(Clock clock) {
            return new KeptHelpfulMarks(store, clock);
        }

        @Bean
        KeptOptOuts optOuts(Clock clock) {
            return new KeptOptOuts(store, clock);
        }

        @Bean
        KeptSharedAcquaintances shared(Clock clock) {
            return new KeptSharedAcquaintances(store, clock);
        }

        @Bean
        TopicShelf topics() {
            return new TopicShelf(store);
        }

        @Bean
        LearnedRanking learnedRanking() {
            return new Home(folder).learnedRanking();
        }

        @Bean
        WordsInUse words() {
            return new WordsInUse(store, Glossary.none());
        }
    }

    @BeforeAll
    static void start() {
        try {
            Files.writeString(folder.resolve("meaning.properties"), "search = on\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server = InProcess.of(Works.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String experts(String arguments) {
        return server.shown(
                "{ experts(" + arguments
                        + ", first: 1) { nodes { person { name } weak evidence { snippet marks { start }"
                        + " similarInMeaning } } nobody { reason } provenance { parameters { name value } } } }",
                OPEN);
    }

    @Test
    void noWordMatches_theMostAlikeIsFirst_andTheEvidenceSaysWhy() {
        assertThat(experts("about: \"lubricating bearings\""))
                .contains("person={name=ann}")
                .contains("weak=true")
                .contains("lithium grease")
                .contains("marks=[], similarInMeaning=true")
                .contains("name=meaningBy, value=all-MiniLM-L6-v2-q");
    }

    @Test
    void aWordMatches_itIsNotSaidToBeFoundByMeaning() {
        assertThat(experts("about: \"lithium grease\""))
                .contains("person={name=ann}")
                .contains("weak=false")
                .contains("similarInMeaning=false");
    }

    @Test
    void wordsAlone_findNobody() {
        assertThat(experts("about: \"lubricating bearings\", byMeaning: false"))
                .contains("nodes=[]")
                .doesNotContain("meaningBy");
    }
}
