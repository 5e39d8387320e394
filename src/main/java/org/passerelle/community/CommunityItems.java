package org.passerelle.community;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.passerelle.community.AnimatorScores.Scored;
import org.passerelle.measure.ManyTests;
import org.passerelle.measure.Proportion;
import org.passerelle.network.Activity;
import org.passerelle.network.Activity.Act;
import org.passerelle.network.Activity.Volume;
import org.passerelle.network.Bilingual;
import org.passerelle.network.Certainty;
import org.passerelle.network.Chart;
import org.passerelle.network.Dimension;
import org.passerelle.network.Language;
import org.passerelle.network.Needs;
import org.passerelle.network.Needs.Need;
import org.passerelle.network.OverviewItem;
import org.passerelle.network.OverviewItem.Section;
import org.passerelle.network.OverviewItems;
import org.passerelle.network.Person;
import org.passerelle.network.Window;
import org.springframework.stereotype.Component;

/**
 * How communities live, offered to the overview: those that end ({@link CommunityHealth} says DYING and {@link Shrinking}
 * that it is more than chance), those that rest on one person beyond volume, and the people who welcome and animate.
 */
@Component
final class CommunityItems implements OverviewItems {
    private static final int COMMUNITIES_MAX = 200;
    private static final double CHANCE_MAX = 0.05;

    private final Activity activity;
    private final Animation animation;
    private final Needs needs;

    CommunityItems(Activity activity, Animation animation, Needs needs) {
        this.activity = activity;
        this.animation = animation;
        this.needs = needs;
    }

    /** A community and what is known of it. */
    private record Living(Community community, Life life, CommunityHealth health) {
        String name() {
            return community.name();
        }

        boolean dying() {
            return health.state() == CommunityHealth.State.DYING;
        }
    }

    @Override
    public Offers offers(Ask ask) {
        List<Living> living = living(ask);
        List<OverviewItem> items = new ArrayList<>();
        if (!living.isEmpty()) {
            dying(living, ask.window(), items);
            fragile(living, ask.window(), items);
            welcomed(living, ask, items);
            animated(living, ask, items);
        }
        return new Offers(
                items, List.of(new Bilingual(living.size() + " communities", living.size() + " communautés")));
    }

    private List<Living> living(Ask ask) {
        Map<String, Volume> volumes = activity.volumes(ask.window()).stream()
                .collect(Collectors.toMap(Volume::communityId, Function.identity()));
        List<Community> communities = ask.snapshot().chart().groups(Dimension.COMMUNITY).stream()
                .filter(group -> volumes.containsKey(group.id()))
                .map(group -> new Community(
                        group, java.util.Objects.requireNonNull(volumes.get(group.id())), ask.window(), ask.snapshot()))
                .filter(community -> community.contributors() >= Math.max(1, ask.peopleMin()))
                .sorted(Comparator.comparingInt(Community::contributions)
                        .reversed()
                        .thenComparing(Community::id))
                .limit(COMMUNITIES_MAX)
                .toList();
        if (communities.isEmpty()) {
            return List.of();
        }
        List<Life> lives = animation.of(communities);
        Map<String, List<Need>> put = needs.byCommunity();
        List<Living> living = new ArrayList<>();
        for (int place = 0; place < lives.size(); place++) {
            Community community = communities.get(place);
            Life life = lives.get(place);
            CommunityHealth health = CommunityHealth.of(
                    life.exchange(), put.getOrDefault(community.id(), List.of()), community.window());
            living.add(new Living(community, life, health));
        }
        return living;
    }

    private void dying(List<Living> living, Window window, List<OverviewItem> items) {
        if (living.stream().noneMatch(Living::dying)) {
            return;
        }
        Set<String> ids = living.stream().map(each -> each.community().id()).collect(Collectors.toSet());
        Map<String, List<Act>> acts = activity.acts(ids, window);
        // Shrinking was looked for in all of them, so all are corrected for.
        double[] p = living.stream()
                .mapToDouble(
                        each -> Shrinking.p(acts.getOrDefault(each.community().id(), List.of()), window))
                .toArray();
        double[] adjusted = ManyTests.falseDiscoveries(p);
        for (int place = 0; place < p.length; place++) {
            if (living.get(place).dying() && adjusted[place] < CHANCE_MAX) {
                items.add(dying(living.get(place), adjusted[place], window));
            }
        }
    }

    private static OverviewItem dying(Living each, double adjusted, Window window) {
        CommunityHealth health = each.health();
        int early = health.trend().getFirst();
        int late = health.trend().getLast();
        Double answered = health.needsAnswered();
        return new OverviewItem(
                "dying:" + each.community().id(),
                Section.AT_RISK,
                Bilingual.of(in -> in == Language.FRENCH
                        ? each.name() + " s'éteint\u00a0: " + late
                                + " contributions dans la seconde moitié de la période"
                                + " contre " + early + " dans la première"
                                + (answered == null
                                        ? ""
                                        : ", et " + in.percent(1 - answered) + " des besoins sans réponse")
                                + "."
                        : each.name() + " is dying: " + late + " contributions in the second half of the period"
                                + " against " + early + " in the first"
                                + (answered == null ? "" : ", and " + in.percent(1 - answered) + " of needs unanswered")
                                + "."),
                Bilingual.of(in -> "\u2212" + in.percent(1 - (double) late / early)),
                (double) late / early - 1,
                Certainty.tested(adjusted),
                OverviewItem.effect(early, late),
                each.community().contributors(),
                List.of(),
                OverviewItem.community(each.community().id()),
                query(each, window, "health { state trend needs needsAnswered summary }"));
    }

    private static String query(Living each, Window window, String fields) {
        return "{ community(id: \"" + each.community().id() + "\", window: {from: \"" + window.from() + "\", to: \""
                + window.to() + "\"}) { name " + fields + " } }";
    }

    private static void fragile(List<Living> living, Window window, List<OverviewItem> items) {
        double[] p = living.stream()
                .mapToDouble(each -> {
                    SelfRegulation.Removal removal =
                            each.life().selfRegulation().withoutFirst();
                    Double chance = removal == null ? null : removal.p();
                    return chance == null ? Double.NaN : chance;
                })
                .toArray();
        double[] adjusted = ManyTests.falseDiscoveries(p);
        for (int place = 0; place < p.length; place++) {
            Living each = living.get(place);
            SelfRegulation.Removal removal = each.life().selfRegulation().withoutFirst();
            if (removal == null
                    || !(adjusted[place] < CHANCE_MAX)
                    || each.life().fragility().orElse(0.0) <= 0) {
                continue;
            }
            Double kept = removal.kept();
            Double expected = removal.expected();
            if (kept != null && expected != null) {
                items.add(new OverviewItem(
                        "fragile:" + each.community().id(),
                        Section.AT_RISK,
                        Bilingual.of(in -> in == Language.FRENCH
                                ? each.name() + " repose sur une personne\u00a0: sans elle resteraient "
                                        + in.percent(kept) + " des réponses des autres, contre " + in.percent(expected)
                                        + " sans une personne aussi active."
                                : each.name() + " rests on one person: without them " + in.percent(kept)
                                        + " of the others' replies would remain, against " + in.percent(expected)
                                        + " without somebody as active."),
                        Bilingual.of(in -> in.percent(kept)),
                        kept,
                        Certainty.tested(adjusted[place]),
                        OverviewItem.effect(kept, expected),
                        each.community().contributors(),
                        List.of(),
                        OverviewItem.community(each.community().id()),
                        query(each, window, "fragility selfRegulation { withoutFirst { kept expected p } }")));
            }
        }
    }

    /** Newcomers whom somebody was first to answer, and who was there again later. */
    private static void welcomed(List<Living> living, Ask ask, List<OverviewItem> items) {
        Map<String, Integer> byPerson = new TreeMap<>();
        int welcomed = 0;
        int returned = 0;
        for (Living each : living) {
            for (Map.Entry<String, Welcomes.Count> one : each.life().welcomes().entrySet()) {
                welcomed += one.getValue().welcomed();
                returned += one.getValue().returned();
                byPerson.merge(one.getKey(), one.getValue().returned(), Integer::sum);
            }
        }
        byPerson.values().removeIf(back -> back == 0);
        if (returned < ask.peopleMin() || byPerson.size() < ask.peopleMin() || returned == 0) {
            return;
        }
        Proportion share = Proportion.of(returned, welcomed);
        int all = welcomed;
        int back = returned;
        items.add(new OverviewItem(
                "welcomes",
                Section.THANKS,
                Bilingual.of(in -> in == Language.FRENCH
                        ? in.number(byPerson.size(), 0)
                                + " personnes ont été les premières à répondre à un nouveau venu"
                                + " qui est revenu\u00a0: " + in.number(back, 0) + " des " + in.number(all, 0)
                                + " accueils sont suivis d'un retour."
                        : in.number(byPerson.size(), 0) + " people were first to answer a newcomer who came back: "
                                + in.number(back, 0) + " of " + in.number(all, 0)
                                + " welcomes were followed by a return."),
                Bilingual.of(in -> in.number(back, 0)),
                back,
                Certainty.within(share.low(), share.high()),
                share.share(),
                back,
                most(byPerson, ask.snapshot().chart()),
                "#/communities",
                "{ communities(first: 20) { nodes { name health { newcomers } animators(first: 5) { nodes { summary } } }"
                        + " } }"));
    }

    /** People after whom others exchange beyond what volume and rank explain; one in twenty would by chance. */
    private static void animated(List<Living> living, Ask ask, List<OverviewItem> items) {
        Chart chart = ask.snapshot().chart();
        CompanyAnimation company = CompanyAnimation.of(
                living.stream().map(Living::life).toList(), chart, ask.window().to());
        Map<String, Integer> sparked = new TreeMap<>();
        double observed = 0;
        double expected = 0;
        int tested = 0;
        int found = 0;
        Set<String> where = new java.util.TreeSet<>();
        for (Living each : living) {
            tested += each.life().animators().size();
            for (Scored scored : each.life().animators()) {
                if (scored.significant()) {
                    found++;
                    observed += scored.sparked();
                    expected += scored.sparkedExpected();
                    where.add(each.community().id());
                    sparked.merge(scored.personId(), scored.sparked(), Integer::sum);
                }
            }
        }
        double byChance = tested * CHANCE_MAX;
        if (company.natural() < ask.peopleMin() || found == 0 || byChance >= found) {
            return;
        }
        double more = observed;
        double volume = expected;
        double sure = 1 - byChance / found;
        items.add(new OverviewItem(
                "animators",
                Section.THANKS,
                Bilingual.of(in -> in == Language.FRENCH
                        ? in.number(company.natural(), 0) + " personnes animent " + where.size()
                                + " communautés au-delà de leur volume et de leur rang\u00a0: après elles, d'autres échangent "
                                + in.number(more, 0) + " fois entre eux, contre " + in.number(volume, 0) + " attendues."
                        : in.number(company.natural(), 0) + " people animate " + where.size()
                                + " communities beyond their volume and rank: after them others exchange "
                                + in.number(more, 0) + " times among themselves, against " + in.number(volume, 0)
                                + " expected."),
                Bilingual.of(in -> in.number(company.natural(), 0)),
                company.natural(),
                new Certainty(
                        sure,
                        Bilingual.of(in -> in == Language.FRENCH
                                ? "de ces " + found(living) + " constats, le hasard en donnerait environ "
                                        + in.number(byChance, 0)
                                : "of these " + found(living) + " findings chance would give about "
                                        + in.number(byChance, 0))),
                OverviewItem.effect(observed, expected),
                company.contributors(),
                most(sparked, chart),
                "#/communities",
                "{ animation { communities contributors natural severalCommunities topTenth } }"));
    }

    private static long found(List<Living> living) {
        return living.stream()
                .flatMap(each -> each.life().animators().stream())
                .filter(Scored::significant)
                .count();
    }

    /** Those with most, ties broken by id; whoever shows them shows no order. */
    private static List<Person> most(Map<String, Integer> counts, Chart chart) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(OverviewItem.WHO_MAX)
                .flatMap(entry -> chart.person(entry.getKey()).stream())
                .toList();
    }
}
