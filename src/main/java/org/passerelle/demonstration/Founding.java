package org.passerelle.demonstration;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.passerelle.demonstration.Company.Community;
import org.passerelle.demonstration.Company.Identity;
import org.passerelle.demonstration.Company.Line;
import org.passerelle.demonstration.Company.Place;
import org.passerelle.demonstration.Company.Player;
import org.passerelle.demonstration.Company.Post;
import org.passerelle.demonstration.Company.Rank;
import org.passerelle.demonstration.Company.Unit;
import org.passerelle.network.CommunityKind;
import org.passerelle.network.Visibility;

/** Founds the company: fills the chart of the bank with people and reporting lines. */
final class Founding {
    private static final int TEAM_SIZE = 8;
    private static final double OUTSIDERS = 0.15;

    private final Bank bank;
    private final Dice dice;
    private final List<Place> companies;
    private final List<Place> sites;
    private final List<Place> divisions;
    private final List<Place> trades;
    private final List<Unit> units = new ArrayList<>();
    private final List<Player> people = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private final Set<String> takenNames = new HashSet<>();

    private Founding(Bank bank, long seed) {
        this.bank = bank;
        this.dice = new Dice(seed, "founding");
        this.companies = places("company", 2);
        this.sites = places("site", 2);
        this.divisions = places("division", 0);
        this.trades = places("trade", 0);
        for (List<String> row : bank.chart("unit")) {
            units.add(new Unit(
                    row.get(0),
                    row.get(1),
                    position(divisions, row.get(2)),
                    position(trades, row.get(3)),
                    Double.parseDouble(row.get(4))));
        }
    }

    /** A company of that many people of its own, and customers and partners beside. */
    static Company found(Bank bank, int people, long seed) {
        Founding founding = new Founding(bank, seed);
        founding.drawIds(people);
        founding.hire(people);
        founding.meetOutsiders(people);
        return new Company(
                founding.companies,
                founding.sites,
                founding.divisions,
                List.copyOf(founding.units),
                founding.trades,
                founding.communities(),
                List.copyOf(founding.people),
                List.copyOf(founding.lines));
    }

    private void drawIds(int own) {
        int all = own + outsiders(own);
        int digits = Math.max(4, String.valueOf(all).length());
        for (int i = 1; i <= all; i++) {
            String number = String.valueOf(i);
            ids.add("p" + "0".repeat(digits - number.length()) + number);
        }
        dice.shuffle(ids);
    }

    private static int outsiders(int own) {
        return Math.max(8, (int) Math.round(own * OUTSIDERS));
    }

    private void hire(int own) {
        int head = join(new Seat(Company.NONE, Company.NONE, Rank.COMPANY_HEAD), Company.NONE);
        int[] divisionHeads = new int[divisions.size()];
        for (int i = 0; i < divisionHeads.length; i++) {
            divisionHeads[i] = join(new Seat(i, Company.NONE, Rank.DIVISION_HEAD), head);
        }
        int left = own - people.size();
        if (own >= 100) {
            join(new Seat(Company.NONE, Company.NONE, Rank.STAFF), head);
            join(new Seat(Company.NONE, Company.NONE, Rank.STAFF), head);
            left -= 2;
        }
        int[] sizes = sizes(left);
        for (int unit = 0; unit < units.size(); unit++) {
            staff(unit, sizes[unit], divisionHeads[units.get(unit).division()]);
        }
        addFunctionalLines();
    }

    private int[] sizes(int left) {
        int[] sizes = new int[units.size()];
        int given = 0;
        for (int unit = 0; unit < sizes.length; unit++) {
            sizes[unit] = Math.max(2, (int) (left * units.get(unit).share()));
            given += sizes[unit];
        }
        for (int unit = 0; given != left; unit = (unit + 1) % sizes.length) {
            int step = Integer.signum(left - given);
            if (sizes[unit] + step >= 2) {
                sizes[unit] += step;
                given += step;
            }
        }
        return sizes;
    }

    private void staff(int unit, int size, int divisionHead) {
        int division = units.get(unit).division();
        int head = join(new Seat(division, unit, Rank.UNIT_HEAD), divisionHead);
        int teams = (size - 1) / TEAM_SIZE;
        List<Integer> leads = new ArrayList<>();
        for (int i = 0; i < teams; i++) {
            leads.add(join(new Seat(division, unit, Rank.TEAM_LEAD), head));
        }
        for (int i = 1 + teams; i < size; i++) {
            int manager = leads.isEmpty() ? head : leads.get(i % leads.size());
            join(new Seat(division, unit, Rank.STAFF), manager);
        }
    }

    private void addFunctionalLines() {
        for (int i = 0; i < people.size(); i++) {
            Post post = people.get(i).post();
            if (post.rank() == Rank.STAFF && post.unit() != Company.NONE && dice.chance(0.08)) {
                int advisor = dice.below(people.size());
                boolean fit = people.get(advisor).post().rank() == Rank.UNIT_HEAD
                        || people.get(advisor).post().rank() == Rank.TEAM_LEAD;
                if (fit && people.get(advisor).post().unit() != post.unit()) {
                    lines.add(new Line(i, advisor, true));
                }
            }
        }
    }

    private record Seat(int division, int unit, Rank rank) {}

    private int join(Seat seat, int manager) {
        int site = dice.proportional(sites.stream()
                .mapToDouble(place -> Double.parseDouble(place.remark()))
                .toArray());
        boolean english =
                dice.chance(Double.parseDouble(bank.chart("site").get(site).get(3)));
        int trade = seat.unit() == Company.NONE
                ? dice.below(trades.size())
                : dice.chance(0.8) ? units.get(seat.unit()).trade() : dice.below(trades.size());
        Post post = new Post(
                0,
                seat.division(),
                seat.unit(),
                trade,
                site,
                seat.rank(),
                title(seat.rank(), trade, english),
                grade(seat.rank()));
        boolean mayMove = seat.rank() == Rank.STAFF && seat.unit() != Company.NONE;
        int joined = mayMove && dice.chance(0.07) ? dice.between(20, 320) : -dice.between(30, 7000);
        int left = mayMove && joined < 0 && dice.chance(0.04) ? dice.between(40, 340) : Company.NEVER;
        double activity = Math.clamp(dice.logNormal(1, 0.75), 0.1, 6);
        int index = people.size();
        people.add(
                new Player(identity(english, companies.getFirst()), post, joined, left, dice.chance(0.45), activity));
        if (manager != Company.NONE) {
            lines.add(new Line(index, manager, false));
        }
        return index;
    }

    private void meetOutsiders(int own) {
        int all = outsiders(own);
        for (int i = 0; i < all; i++) {
            int company = 1 + i % (companies.size() - 1);
            boolean english = companies.get(company).name().matches(".*(Utilities|Foods)");
            Post post = new Post(
                    company,
                    Company.NONE,
                    Company.NONE,
                    Company.NONE,
                    Company.NONE,
                    Rank.OUTSIDE,
                    title(Rank.OUTSIDE, 0, english),
                    "");
            double activity = Math.clamp(dice.logNormal(0.5, 0.6), 0.1, 3);
            people.add(new Player(
                    identity(english, companies.get(company)), post, -1, Company.NEVER, dice.chance(0.2), activity));
        }
    }

    private String title(Rank rank, int trade, boolean english) {
        return switch (rank) {
            case OUTSIDE -> english ? "Contact" : "Interlocuteur technique";
            case COMPANY_HEAD -> english ? "Managing director" : "Direction générale";
            case DIVISION_HEAD -> english ? "Division director" : "Direction de division";
            case UNIT_HEAD -> english ? "Head of unit" : "Responsable d'unité";
            case TEAM_LEAD -> english ? "Team lead" : "Responsable d'équipe";
            case STAFF ->
                dice.one(List.of(
                        bank.chart("trade").get(trade).get(english ? 3 : 2).split(", ", -1)));
        };
    }

    private String grade(Rank rank) {
        return switch (rank) {
            case OUTSIDE -> "";
            case COMPANY_HEAD -> "G7";
            case DIVISION_HEAD -> "G6";
            case UNIT_HEAD -> "G5";
            case TEAM_LEAD -> dice.chance(0.5) ? "G4" : "G3";
            case STAFF -> "G" + dice.between(1, 3);
        };
    }

    private Identity identity(boolean english, Place company) {
        String language = english ? "en" : "fr";
        String first = dice.one(bank.names(language + " first"));
        String last = dice.one(bank.names(language + " start")) + dice.one(bank.names(language + " end"));
        while (!takenNames.add(first + " " + last)) {
            first = dice.one(bank.names(language + " first"));
            last = dice.one(bank.names(language + " start"))
                    + dice.one(bank.names(language + " end"))
                    + (dice.chance(0.3) ? "-" + dice.one(bank.names(language + " start")) : "");
        }
        String domain = plain(company.id()) + ".example";
        List<String> addresses = new ArrayList<>();
        addresses.add(plain(first) + "." + plain(last) + "@" + domain);
        if (dice.chance(0.12)) {
            addresses.add(plain(first) + "." + plain(last) + "@pompes." + domain);
        }
        return new Identity(ids.get(people.size()), first + " " + last, first, List.copyOf(addresses), english);
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace(' ', '-')
                .toLowerCase(Locale.ROOT);
    }

    private List<Community> communities() {
        Map<String, Integer> topics = new HashMap<>();
        for (int i = 0; i < bank.topics().size(); i++) {
            topics.put(bank.topics().get(i).id(), i);
        }
        List<Community> communities = new ArrayList<>();
        for (List<String> row : bank.chart("community")) {
            List<Integer> discussed = new ArrayList<>();
            for (String topic : row.get(6).split(", ", -1)) {
                discussed.add(java.util.Objects.requireNonNull(topics.get(topic), topic));
            }
            communities.add(new Community(
                    row.get(0),
                    row.get(1),
                    CommunityKind.valueOf(row.get(2)),
                    row.get(3),
                    Visibility.valueOf(row.get(4)),
                    unitPosition(row.get(5)),
                    List.copyOf(discussed)));
        }
        return List.copyOf(communities);
    }

    private int unitPosition(String id) {
        for (int i = 0; i < units.size(); i++) {
            if (units.get(i).id().equals(id)) {
                return i;
            }
        }
        throw new IllegalStateException("The bank has no unit " + id);
    }

    private List<Place> places(String section, int remark) {
        return bank.chart(section).stream()
                .map(row -> new Place(row.get(0), row.get(1), remark == 0 ? "" : row.get(remark)))
                .toList();
    }

    private static int position(List<Place> places, String id) {
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i).id().equals(id)) {
                return i;
            }
        }
        throw new IllegalStateException("The bank has no " + id);
    }
}
