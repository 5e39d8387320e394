package org.passerelle.demonstration;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/** Writes what was planted, in the ids of the organisation; a pattern that is off is left out. */
final class TruthFile {
    private final Bank bank;
    private final Company company;
    private final Plot plot;
    private final List<TransverseScenes.Planted> transverse;

    TruthFile(Bank bank, Company company, Plot plot, List<TransverseScenes.Planted> transverse) {
        this.bank = bank;
        this.company = company;
        this.plot = plot;
        this.transverse = List.copyOf(transverse);
    }

    void write(Path file, InventedOrganisation.Parameters parameters) throws IOException {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter()
                .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                .withArrayIndenter(new DefaultIndenter("  ", "\n"));
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write(JsonMapper.builder().build().writer().with(printer).writeValueAsString(truth(parameters)));
            writer.write('\n');
        }
    }

    private Map<String, Object> truth(InventedOrganisation.Parameters parameters) {
        Map<String, Object> truth = new LinkedHashMap<>();
        truth.put("people", parameters.people());
        truth.put("seed", parameters.seed());
        truth.put("planted", plot.patterns().stream().sorted().map(Enum::name).toList());
        truth.put("window", fields("from", WorkingYear.FIRST.toString(), "to", WorkingYear.LAST.toString()));
        put(truth, Pattern.SILOS, "silos", silos());
        put(truth, Pattern.SILOS, "muffledByMail", muffled());
        put(truth, Pattern.BRIDGES, "bridges", bridges());
        put(truth, Pattern.EXPERTS, "experts", experts());
        put(truth, Pattern.ANIMATORS, "animators", animators());
        put(truth, Pattern.BROADCASTER, "broadcaster", broadcaster());
        put(truth, Pattern.DROWNED, "drowned", drowned());
        put(truth, Pattern.DYING, "dyingCommunity", community(plot.dyingCommunity()));
        put(truth, Pattern.QUIET, "quietCommunity", community(plot.quietCommunity()));
        put(truth, Pattern.LEADER, "leader", leader());
        put(truth, Pattern.CLOSERS, "closers", ids(plot.closers()));
        put(truth, Pattern.REORGANISATION, "reorganisation", reorganisation());
        put(truth, Pattern.RECURRENT_GAP, "recurrentGap", fields("process", plot.gapProcess()));
        put(truth, Pattern.TRANSVERSE, "transverseTopics", transverse());
        truth.put("noData", List.of(unit(plot.silentUnit())));
        truth.put("absences", absences());
        return truth;
    }

    private void put(Map<String, Object> truth, Pattern pattern, String name, Object value) {
        if (plot.has(pattern)) {
            truth.put(name, value);
        }
    }

    private static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    private String id(int person) {
        return company.person(person).identity().id();
    }

    private List<String> ids(List<Integer> people) {
        return people.stream().map(this::id).toList();
    }

    private String unit(int unit) {
        return OrganisationFiles.unitId(company, unit);
    }

    private String community(int community) {
        return OrganisationFiles.communityId(company, community);
    }

    private static String date(int day) {
        return WorkingYear.date(day).toString();
    }

    private List<Object> silos() {
        return plot.silos().stream()
                .<Object>map(silo -> fields(
                        "units", List.of(unit(silo.unit()), unit(silo.otherUnit())),
                        "exchangeLeft", silo.left(),
                        "exchangeLeftInMail", silo.leftInMail()))
                .toList();
    }

    private List<Object> muffled() {
        return plot.muffled().stream()
                .<Object>map(pair -> fields(
                        "units", List.of(unit(pair.unit()), unit(pair.otherUnit())),
                        "exchangeLeft", 1,
                        "exchangeLeftInMail", pair.leftInMail()))
                .toList();
    }

    private List<Object> bridges() {
        List<Object> bridges = new ArrayList<>();
        for (Plot.Silo silo : plot.silos()) {
            for (int bridge : silo.bridges()) {
                bridges.add(fields("person", id(bridge), "units", List.of(unit(silo.unit()), unit(silo.otherUnit()))));
            }
        }
        return bridges;
    }

    private Map<String, Object> experts() {
        Map<String, Object> experts = new LinkedHashMap<>();
        for (int i = 0; i < bank.topics().size(); i++) {
            Topic topic = bank.topics().get(i);
            int obvious = company.unit(topic.unit());
            List<Integer> people = plot.experts().get(i);
            experts.put(
                    topic.id(),
                    fields(
                            "experts", ids(people),
                            "obviousUnit", unit(obvious),
                            "outsideObviousUnit",
                                    ids(people.stream()
                                            .filter(person -> company.person(person)
                                                            .post()
                                                            .unit()
                                                    != obvious)
                                            .toList()),
                            "talker", id(plot.talkers().get(i)),
                            "terms",
                                    fields(
                                            "fr",
                                            topic.french().terms(),
                                            "en",
                                            topic.english().terms())));
        }
        return experts;
    }

    private List<Object> transverse() {
        return transverse.stream()
                .<Object>map(planted -> fields(
                        "topic",
                        bank.topic(planted.topic()).id(),
                        "units",
                        List.of(unit(planted.silo().unit()), unit(planted.silo().otherUnit())),
                        "people",
                        List.of(ids(planted.here()), ids(planted.there())),
                        "terms",
                        fields(
                                "fr",
                                bank.topic(planted.topic()).french().terms(),
                                "en",
                                bank.topic(planted.topic()).english().terms())))
                .toList();
    }

    private List<Object> animators() {
        List<Object> animators = new ArrayList<>();
        for (int i = 0; i < plot.animators().size(); i++) {
            animators.add(fields(
                    "community", community(i), "person", id(plot.animators().get(i))));
        }
        return animators;
    }

    private Object broadcaster() {
        return fields(
                "person", id(plot.broadcaster().person()),
                "community", community(plot.broadcaster().community()),
                "from", date(plot.broadcaster().from()));
    }

    private Object drowned() {
        return fields(
                "community", community(plot.drowning().community()),
                "appointed", id(plot.drowning().person()),
                "hoursPerWeek", plot.drowning().hoursPerWeek(),
                "from", date(plot.drowning().from()));
    }

    private Object leader() {
        return fields(
                "person", id(plot.leader().person()),
                "dates", plot.leader().days().stream().map(TruthFile::date).toList(),
                "started",
                        plot.leader().starts().stream()
                                .filter(start -> plot.leader().days().stream()
                                        .anyMatch(day -> day <= start.day() && start.day() <= day + 8))
                                .<Object>map(start -> fields("person", id(start.person()), "from", date(start.day())))
                                .toList());
    }

    private Object reorganisation() {
        Plot.Reorganisation change = plot.reorganisation();
        return fields(
                "date", date(change.day()),
                "from", unit(change.fromUnit()),
                "to", unit(change.toUnit()),
                "people", ids(change.people()));
    }

    private List<Object> absences() {
        return plot.absences().stream()
                .<Object>map(absence -> fields(
                        "person", id(absence.person()),
                        "from", date(absence.from()),
                        "until", date(Math.min(absence.until(), WorkingYear.DAYS - 1)),
                        "animatorOf",
                                plot.animators().contains(absence.person())
                                        ? community(plot.animators().indexOf(absence.person()))
                                        : ""))
                .toList();
    }
}
