package org.passerelle.ingest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Account;
import org.passerelle.network.Contribution;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.LoadSink;
import org.passerelle.network.Reaction;
import org.passerelle.network.TextLanguage;
import org.passerelle.network.Tie;
import org.passerelle.network.TieKind;
import org.passerelle.network.Visibility;
import tools.jackson.databind.JsonNode;

/** Makes contributions and declared ties of rows, as a mapping says. */
final class ContributionRows {
    /** Characters of a text that are kept. */
    static final int TEXT_MAX = 20_000;

    static final int SUBJECT_MAX = 500;
    private static final int REACTIONS_MAX = 100_000;
    private static final String COMMUNITY = "community:";

    private final Mapping mapping;
    private final String source;
    private final Visibility visibility;
    private final Lookups lookups;
    private final Occurrences occurrences = new Occurrences();

    ContributionRows(Mapping mapping, String source, Visibility visibility, Lookups lookups) {
        this.mapping = mapping;
        this.source = source;
        this.visibility = visibility;
        this.lookups = lookups;
    }

    /** How contributions of one id are put together. */
    static LoadSink.Combine combine(Section section) {
        return section.key().isEmpty() ? LoadSink.Combine.LATEST : LoadSink.Combine.UNION;
    }

    Contribution contribution(Section section, Row row, byte[] raw) throws BadRow {
        SectionRow fields = new SectionRow(row, section, lookups);
        Instant at = fields.moment("at");
        Account by = mapping.accounts()
                .account(source, fields.required("by", QuarantineCode.MISSING_SENDER), fields.text("name"));
        Visibility readable = Objects.requireNonNull(fields.word("visibility", Visibility.class, visibility));
        String text = readable == Visibility.PRIVATE ? null : shortened(fields.text("text"), TEXT_MAX);
        String language = fields.text("language");
        String community = fields.text("community");
        return new Contribution(
                source,
                nativeId(fields, raw),
                at,
                Objects.requireNonNull(fields.word("kind", ContributionKind.class, ContributionKind.MESSAGE)),
                fields.required("channel", QuarantineCode.MISSING_VALUE),
                readable,
                text,
                readable == Visibility.PRIVATE ? null : shortened(fields.text("subject"), SUBJECT_MAX),
                fields.text("thread"),
                community == null ? null : communityId(community),
                language == null && text != null ? TextLanguage.of(text).orElse(null) : language,
                by,
                recipients(fields, by),
                without(by, accounts(fields.texts("mentions"))),
                fields.text("replies_to"),
                fields.text("resolves"),
                reactions(fields, at),
                fields.texts("topics"),
                fields.text("process"),
                (int) fields.number("anonymous_reactions", 0, Integer.MAX_VALUE),
                link(fields));
    }

    private static @Nullable String link(SectionRow fields) throws BadRow {
        String address = fields.text("link");
        if (address != null && !WebAddress.isOne(address)) {
            throw new BadRow(QuarantineCode.BAD_VALUE, "a link that is no http or https address");
        }
        return address;
    }

    /** A tie that somebody declared: counted once, its value as the share of its day. */
    Tie declared(Section section, Row row) throws BadRow {
        SectionRow fields = new SectionRow(row, section, lookups);
        Account from = mapping.accounts().account(source, fields.required("from", QuarantineCode.MISSING_SENDER), null);
        Account to = mapping.accounts().account(source, fields.required("to", QuarantineCode.MISSING_VALUE), null);
        if (from.key().equals(to.key())) {
            throw new BadRow(QuarantineCode.SELF_ADDRESSED, "a tie of somebody to themselves");
        }
        int day = Math.toIntExact(Objects.requireNonNull(day(fields)).toEpochDay());
        return new Tie(
                from.key(),
                to.key(),
                TieKind.DECLARED,
                fields.required("channel", QuarantineCode.MISSING_VALUE),
                Objects.requireNonNull(fields.word("visibility", Visibility.class, visibility)),
                source,
                new int[] {day},
                new int[] {1},
                new float[] {(float) fields.number("value", 1, 1e6)});
    }

    private static LocalDate day(SectionRow fields) throws BadRow {
        LocalDate day = fields.day("at");
        if (day == null) {
            throw new BadRow(QuarantineCode.MISSING_DATE, "a tie without date");
        }
        return day;
    }

    /** The id of the community group that a source calls so. */
    static String communityId(String name) {
        return name.startsWith(COMMUNITY) ? name : COMMUNITY + name.toLowerCase(Locale.ROOT);
    }

    static @Nullable String shortened(@Nullable String text, int max) {
        if (text == null || text.length() <= max) {
            return text;
        }
        // Never half of a character outside the basic plane.
        int end = Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max;
        return text.substring(0, end);
    }

    private String nativeId(SectionRow fields, byte[] raw) throws BadRow {
        Section section = fields.section();
        if (section.field("id") != null) {
            return fields.required("id", QuarantineCode.MISSING_ID);
        }
        if (section.key().isEmpty()) {
            String hash = Hash.of(raw);
            return hash + "#" + occurrences.next(hash);
        }
        StringBuilder key = new StringBuilder();
        for (String column : section.key()) {
            key.append(String.join("\u001e", fields.row().values(column))).append('\u001f');
        }
        return Hash.of(key.toString());
    }

    private List<Account> recipients(SectionRow fields, Account by) throws BadRow {
        List<Account> all = accounts(fields.texts("recipients"));
        List<Account> others = without(by, all);
        if (others.isEmpty() && !all.isEmpty() && mapping.toSelf() == Mapping.ToSelf.QUARANTINE) {
            throw new BadRow(QuarantineCode.SELF_ADDRESSED, "the sender is the only recipient");
        }
        return others;
    }

    private List<Account> accounts(List<String> values) throws BadRow {
        Map<String, Account> accounts = new LinkedHashMap<>();
        for (String value : values) {
            Account account = mapping.accounts().account(source, value, null);
            accounts.putIfAbsent(account.key(), account);
        }
        return List.copyOf(accounts.values());
    }

    private static List<Account> without(Account by, List<Account> accounts) {
        return accounts.stream()
                .filter(account -> !account.key().equals(by.key()))
                .toList();
    }

    private List<Reaction> reactions(SectionRow fields, Instant at) throws BadRow {
        Field field = fields.section().field("reactions");
        JsonNode list = field == null || field.columns().isEmpty()
                ? null
                : fields.row().node(field.columns().getFirst());
        if (list == null || list.isNull()) {
            return List.of();
        }
        if (!list.isArray() || list.size() > REACTIONS_MAX) {
            throw new BadRow(QuarantineCode.BAD_VALUE, "no list of {by, kind, at} in reactions");
        }
        List<Reaction> reactions = new ArrayList<>();
        for (JsonNode reaction : list) {
            String by = reaction.path("by").asString("");
            if (by.isBlank()) {
                throw new BadRow(QuarantineCode.MISSING_SENDER, "a reaction by nobody");
            }
            String moment = reaction.path("at").asString("");
            reactions.add(new Reaction(
                    mapping.accounts().account(source, by, null),
                    reaction.path("kind").asString("like"),
                    moment.isBlank()
                            ? at
                            : Objects.requireNonNull(field).moments().moment(moment)));
        }
        return reactions;
    }
}
