package org.passerelle.demonstration;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.passerelle.demonstration.Company.Community;
import org.passerelle.demonstration.Company.Line;
import org.passerelle.demonstration.Company.Place;
import org.passerelle.demonstration.Company.Player;
import org.passerelle.demonstration.Company.Post;
import org.passerelle.demonstration.Company.Rank;
import org.passerelle.demonstration.Company.Unit;

/** Writes the chart: who there is, in which groups, under whom, and who was appointed. */
final class OrganisationFiles {
    static final String ROOT = "unit:orvalie";
    static final String OFFICE = "unit:direction";

    private final Company company;
    private final Plot plot;
    private final Path directory;

    OrganisationFiles(Company company, Plot plot, Path directory) {
        this.company = company;
        this.plot = plot;
        this.directory = directory;
    }

    void write() throws IOException {
        Files.createDirectories(directory);
        people();
        groups();
        memberships();
        reporting();
        appointments();
    }

    private static final class Table implements AutoCloseable {
        private final BufferedWriter writer;

        Table(Path file, String header) throws IOException {
            writer = Files.newBufferedWriter(file);
            writer.write(header + "\n");
        }

        void row(Object... fields) throws IOException {
            for (int i = 0; i < fields.length; i++) {
                if (i > 0) {
                    writer.write(',');
                }
                String field = String.valueOf(fields[i]);
                boolean quoted = field.contains(",") || field.contains("\"") || field.contains("\n");
                writer.write(quoted ? "\"" + field.replace("\"", "\"\"") + "\"" : field);
            }
            writer.write('\n');
        }

        @Override
        public void close() throws IOException {
            writer.close();
        }
    }

    private Table table(String name, String header) throws IOException {
        return new Table(directory.resolve(name), header);
    }

    private static String date(int day) {
        return day >= Company.NEVER ? "" : WorkingYear.date(day).toString();
    }

    private String id(int person) {
        return company.person(person).identity().id();
    }

    static String unitId(Company company, int unit) {
        return unit == Company.NONE
                ? OFFICE
                : "unit:" + company.units().get(unit).id();
    }

    static String communityId(Company company, int community) {
        return "community:" + company.communities().get(community).id();
    }

    /** In order of id, so that the order of rows tells nothing of the chart. */
    private List<Integer> inOrderOfId() {
        return java.util.stream.IntStream.range(0, company.people().size())
                .boxed()
                .sorted(java.util.Comparator.comparing(this::id))
                .toList();
    }

    private void people() throws IOException {
        try (Table table = table("people.csv", "id,name,addresses,title,grade,joined,left,discoverable")) {
            for (int i : inOrderOfId()) {
                Player person = company.person(i);
                table.row(
                        person.identity().id(),
                        person.identity().name(),
                        String.join(";", person.identity().addresses()),
                        person.post().title(),
                        person.post().grade(),
                        person.own() ? date(person.joined()) : "",
                        date(person.left()),
                        person.discoverable());
            }
        }
    }

    private void groups() throws IOException {
        try (Table table = table("groups.csv", "id,name,dimension,kind,own,part_of,from,until")) {
            String name = company.companies().getFirst().name();
            table.row(ROOT, name, "UNIT", "", "", "", "", "");
            table.row(OFFICE, "Direction générale", "UNIT", "", "", ROOT, "", "");
            for (Place division : company.divisions()) {
                table.row("unit:division-" + division.id(), division.name(), "UNIT", "", "", ROOT, "", "");
            }
            for (Unit unit : company.units()) {
                String division = "unit:division-"
                        + company.divisions().get(unit.division()).id();
                table.row("unit:" + unit.id(), unit.name(), "UNIT", "", "", division, "", "");
            }
            for (Place trade : company.trades()) {
                table.row("trade:" + trade.id(), trade.name(), "TRADE", "", "", "", "", "");
            }
            for (Place site : company.sites()) {
                table.row("site:" + site.id(), site.name(), "SITE", "", "", "", "", "");
            }
            for (Place other : company.companies()) {
                table.row(
                        "company:" + other.id(),
                        other.name(),
                        "COMPANY",
                        "",
                        other.remark().equals("own"),
                        "",
                        "",
                        "");
            }
            for (Community community : company.communities()) {
                table.row(
                        "community:" + community.id(), community.name(), "COMMUNITY", community.kind(), "", "", "", "");
            }
        }
    }

    private void memberships() throws IOException {
        try (Table table = table("memberships.csv", "person,group,from,until,share,primary,role")) {
            for (int i : inOrderOfId()) {
                Player person = company.person(i);
                Post post = person.post();
                table.row(
                        id(i),
                        "company:" + company.companies().get(post.company()).id(),
                        "",
                        "",
                        1,
                        true,
                        "");
                if (person.own()) {
                    units(table, i);
                    String from = date(person.joined());
                    String until = date(person.left());
                    table.row(
                            id(i), "trade:" + company.trades().get(post.trade()).id(), from, until, 1, true, "");
                    table.row(id(i), "site:" + company.sites().get(post.site()).id(), from, until, 1, true, "");
                }
            }
            for (int c = 0; c < company.communities().size(); c++) {
                for (Plot.Joining joining : plot.members().get(c)) {
                    String from = date(joining.from());
                    String until = date(company.person(joining.person()).left());
                    table.row(id(joining.person()), communityId(company, c), from, until, 1, false, "member");
                }
            }
        }
    }

    private void units(Table table, int person) throws IOException {
        Player player = company.person(person);
        Post post = player.post();
        String from = date(player.joined());
        String until = date(player.left());
        String role = post.rank() == Rank.STAFF
                ? "member"
                : post.rank().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String unit = unitId(company, post.unit());
        if (moves(person)) {
            Plot.Reorganisation change = plot.reorganisation();
            table.row(id(person), unit, from, date(change.day() - 1), 1, true, role);
            table.row(id(person), unitId(company, change.toUnit()), date(change.day()), until, 1, true, role);
            return;
        }
        int second = (post.unit() + 5) % company.units().size();
        boolean shared = post.rank() == Rank.STAFF
                && post.unit() != Company.NONE
                && person % 31 == 7
                && second != plot.silentUnit()
                && post.unit() != plot.silentUnit();
        table.row(id(person), unit, from, until, shared ? 0.8 : 1, true, role);
        if (shared) {
            table.row(id(person), unitId(company, second), from, until, 0.2, false, role);
        }
    }

    private boolean moves(int person) {
        return plot.has(Pattern.REORGANISATION)
                && plot.reorganisation().people().contains(person);
    }

    private void reporting() throws IOException {
        try (Table table = table("reporting.csv", "person,manager,from,until,kind")) {
            for (Line line : company.lines()) {
                String from = date(company.person(line.person()).joined());
                String until = date(company.person(line.person()).left());
                if (line.functional()) {
                    table.row(id(line.person()), id(line.manager()), from, until, "FUNCTIONAL");
                } else if (moves(line.person())) {
                    Plot.Reorganisation change = plot.reorganisation();
                    table.row(id(line.person()), id(line.manager()), from, date(change.day() - 1), "LINE");
                    table.row(id(line.person()), id(change.newManager()), date(change.day()), until, "LINE");
                } else {
                    table.row(id(line.person()), id(line.manager()), from, until, "LINE");
                }
            }
        }
    }

    private void appointments() throws IOException {
        try (Table table = table("appointments.csv", "person,community,from,until,hours_per_week")) {
            Plot.Broadcaster outsider = plot.broadcaster();
            table.row(
                    id(outsider.person()),
                    communityId(company, outsider.community()),
                    date(outsider.from()),
                    "",
                    outsider.hoursPerWeek());
            Plot.Drowning drowning = plot.drowning();
            table.row(
                    id(drowning.person()),
                    communityId(company, drowning.community()),
                    date(drowning.from()),
                    "",
                    drowning.hoursPerWeek());
            for (Plot.Appointed appointed : plot.appointed()) {
                table.row(
                        id(appointed.person()),
                        communityId(company, appointed.community()),
                        date(5),
                        "",
                        appointed.hoursPerWeek());
            }
        }
    }
}
