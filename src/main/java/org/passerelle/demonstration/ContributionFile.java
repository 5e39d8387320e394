package org.passerelle.demonstration;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.Visibility;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes the contributions, one JSON object a line, in order of time. */
final class ContributionFile {
    private final Bank bank;
    private final Company company;
    private final Wording wording;

    ContributionFile(Bank bank, Company company) {
        this.bank = bank;
        this.company = company;
        this.wording = new Wording(bank, company);
    }

    /** Numbers the acts by time and writes them; the words of each are found when its line is written. */
    void write(List<Act> acts, Path file) throws IOException {
        acts.sort(Comparator.comparingLong(act -> act.second));
        for (int i = 0; i < acts.size(); i++) {
            acts.get(i).number = i + 1;
        }
        JsonFactory factory = JsonFactory.builder().rootValueSeparator("\n").build();
        try (BufferedWriter writer = Files.newBufferedWriter(file);
                JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), writer)) {
            for (Act act : acts) {
                write(act, json);
            }
            json.writeRaw('\n');
        }
    }

    private static String id(Act act) {
        String number = String.valueOf(act.number);
        return "c" + "0".repeat(Math.max(0, 7 - number.length())) + number;
    }

    /** People with two addresses use the older one where they registered long ago. */
    private String address(int person, Act act) {
        List<String> addresses = company.person(person).identity().addresses();
        boolean older = act.room.channel().equals("forum") || act.room.channel().equals("ticket");
        return older ? addresses.getLast() : addresses.getFirst();
    }

    private void write(Act act, JsonGenerator json) {
        boolean readable = act.room.visibility() != Visibility.PRIVATE;
        json.writeStartObject();
        json.writeStringProperty("id", id(act));
        json.writeStringProperty("at", WorkingYear.instant(act.second).toString());
        json.writeStringProperty("kind", act.kind.name());
        json.writeStringProperty("channel", act.room.channel());
        json.writeStringProperty("visibility", act.room.visibility().name());
        if (readable) {
            json.writeStringProperty("text", wording.text(act));
            if (act.root == act && act.kind != ContributionKind.MESSAGE) {
                json.writeStringProperty("subject", wording.subject(act));
            }
            json.writeStringProperty("language", act.english ? "en" : "fr");
        }
        json.writeStringProperty("thread", "t" + id(act.root).substring(1));
        if (act.room.community() != Company.NONE) {
            json.writeStringProperty("community", OrganisationFiles.communityId(company, act.room.community()));
        }
        json.writeStringProperty("by", address(act.author, act));
        addresses("recipients", act.recipients, act, json);
        addresses("mentions", act.mentions, act, json);
        if (act.parent != null) {
            json.writeStringProperty("replies_to", id(act.parent));
        }
        if (act.resolves != null) {
            json.writeStringProperty("resolves", id(act.resolves));
        }
        reactions(act, json);
        if (act.labelled && readable) {
            json.writeArrayPropertyStart("topics");
            json.writeString(bank.topic(act.topic).id());
            json.writeEndArray();
        }
        if (act.aboutProcess) {
            json.writeStringProperty("process", bank.topic(act.topic).process());
        }
        if (act.anonymousReactions > 0) {
            json.writeNumberProperty("anonymous_reactions", act.anonymousReactions);
        }
        json.writeEndObject();
    }

    private void addresses(String name, List<Integer> people, Act act, JsonGenerator json) {
        if (!people.isEmpty()) {
            json.writeArrayPropertyStart(name);
            for (int person : people) {
                json.writeString(address(person, act));
            }
            json.writeEndArray();
        }
    }

    private void reactions(Act act, JsonGenerator json) {
        if (act.applause.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("reactions");
        act.applause.sort(Comparator.comparingLong(Act.Applause::second));
        for (Act.Applause applause : act.applause) {
            json.writeStartObject();
            json.writeStringProperty("by", address(applause.person(), act));
            json.writeStringProperty("kind", applause.kind());
            json.writeStringProperty(
                    "at", WorkingYear.instant(applause.second()).toString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
