package org.passerelle.store;

import java.nio.file.Path;
import java.time.Clock;
import org.neo4j.driver.Driver;
import org.passerelle.network.AnimationOffers;
import org.passerelle.network.Disclosures;
import org.passerelle.network.HelpfulMarks;
import org.passerelle.network.Initiatives;
import org.passerelle.network.IntroductionRequests;
import org.passerelle.network.LearnedRanking;
import org.passerelle.network.MarkedActs;
import org.passerelle.network.NearestWords;
import org.passerelle.network.OptOuts;
import org.passerelle.network.ReadableContributions;
import org.passerelle.network.SharedAcquaintances;
import org.passerelle.network.TopicDiscussions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;

/** The store's beans: over the home's embedded database, or over the server that {@code spring.neo4j.uri} names. */
@Configuration(proxyBeanMethods = false)
class StoreBeans {
    @Bean
    Home home(@Value("${passerelle.home:}") String root) {
        return new Home(root.isBlank() ? Home.usual() : Path.of(root));
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnProperty(name = "spring.neo4j.uri", havingValue = "none", matchIfMissing = true)
    @ConditionalOnMissingBean(Neo4jConnectionDetails.class)
    HomeDatabase homeDatabase(Home home) {
        return new HomeDatabase(home);
    }

    @Bean
    Store store(Driver driver) {
        return Store.over(driver);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    SnapshotReader snapshotReader(Store store, Clock clock) {
        return new SnapshotReader(store, clock);
    }

    @Bean
    Glossary glossary(Home home) {
        return new Glossary(home.glossary());
    }

    @Bean
    Meaning meaning(Home home) {
        return Meaning.of(home);
    }

    @Bean
    LearnedRanking learnedRanking(Home home) {
        return home.learnedRanking();
    }

    @Bean
    FullTextSearch fullTextSearch(Store store, Glossary glossary, Meaning meaning, TopicShelf topics, Clock clock) {
        ReadableReader readable =
                new ReadableReader(store, clock, Thread.ofVirtual().name("readable")::start);
        return new FullTextSearch(
                store,
                glossary,
                readable,
                meaning.search(store, readable, clock),
                new TopicRowsReader(store, topics, Thread.ofVirtual().name("topic-rows")::start));
    }

    @Bean
    NearestWords nearestWords(Store store, Glossary glossary) {
        return new WordsInUse(store, glossary);
    }

    @Bean
    TopicShelf topicShelf(Store store, Clock clock) {
        return new TopicShelf(store, clock);
    }

    @Bean
    StoredProfiles storedProfiles(Store store, TopicShelf topics) {
        return new StoredProfiles(store, topics);
    }

    @Bean
    TopicDiscussions topicDiscussions(Store store, TopicShelf topics) {
        return new StoredTopicDiscussions(store, topics);
    }

    @Bean
    CommunityActivity communityActivity(Store store) {
        return new CommunityActivity(store);
    }

    @Bean
    MarkedActs markedActs(Store store) {
        return new KeptMarkedActs(store);
    }

    @Bean
    CommunityParts communityParts(Store store) {
        return new CommunityParts(store);
    }

    @Bean
    StoredContributionTimes storedContributionTimes(Store store) {
        return new StoredContributionTimes(store);
    }

    /** A writer for each load: it remembers what it has seen. */
    @Bean
    @Scope("prototype")
    GraphWriter graphWriter(Store store, Glossary glossary, TopicShelf topics, Meaning meaning) {
        return new GraphWriter(store, glossary, () -> {
            topics.changed();
            meaning.embedNew(store);
        });
    }

    @Bean
    LoadedCoverage loadedCoverage(Store store) {
        return new LoadedCoverage(store);
    }

    @Bean
    OptOuts optOuts(Store store, Clock clock) {
        return new KeptOptOuts(store, clock);
    }

    @Bean
    SharedAcquaintances sharedAcquaintances(Store store, Clock clock) {
        return new KeptSharedAcquaintances(store, clock);
    }

    @Bean
    AnimationOffers animationOffers(Store store) {
        return new KeptAnimationOffers(store);
    }

    @Bean
    HelpfulMarks helpfulMarks(Store store, Clock clock) {
        return new KeptHelpfulMarks(store, clock);
    }

    @Bean
    Initiatives initiatives(Store store) {
        return new KeptInitiatives(store);
    }

    @Bean
    IntroductionRequests introductionRequests(Store store) {
        return new KeptIntroductionRequests(store);
    }

    @Bean
    Disclosures disclosures(Store store, Clock clock) {
        return new KeptDisclosures(store, clock);
    }

    @Bean
    ReadableContributions readableContributions(Store store) {
        return new KeptContributions(store);
    }
}
