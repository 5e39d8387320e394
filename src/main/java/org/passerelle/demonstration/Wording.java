package org.passerelle.demonstration;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.passerelle.demonstration.Act.Use;

/** Finds the words of an act, always the same ones for the same act. */
final class Wording {
    private static final Pattern TERM = Pattern.compile("\\{(le|du|au|T)}");

    private static final Pattern PRODUCT = Pattern.compile("\\{(p|pump|valve)}");

    private final Bank bank;
    private final Company company;
    private final Map<Occasion, List<String>> fitting = new HashMap<>();
    private final List<String> customers;
    private final List<String> pumps;
    private final List<String> valves;

    Wording(Bank bank, Company company) {
        this.bank = bank;
        this.company = company;
        this.customers = company.companies().stream()
                .filter(place -> place.remark().equals("customer"))
                .map(Company.Place::name)
                .toList();
        this.pumps = flat("pump");
        this.valves = flat("valve");
    }

    private List<String> flat(String section) {
        return bank.chart(section).stream().map(List::getFirst).toList();
    }

    /** What the act says. */
    String text(Act act) {
        Dice dice = new Dice(act.words);
        return switch (act.use) {
            case QUESTION -> problem(act, dice) + " " + phrase("ask", act, dice);
            case CUSTOMER -> phrase("customer", act, dice) + " " + problem(act, dice) + " " + phrase("ask", act, dice);
            case TICKET ->
                phrase("ticket", act, dice) + " " + problem(act, dice)
                        + (dice.chance(0.5) ? " " + phrase("ask", act, dice) : "");
            case ANSWER -> answer(act, dice);
            case EXPERIENCE -> phrase("experience", act, dice) + " " + advice(act, dice);
            case SPARK -> spark(act, dice);
            case DOCUMENT -> phrase("document", act, dice) + ". " + twoAdvices(act, dice);
            case JOINING, POST -> phrase(name(act.use), act, dice) + (dice.chance(0.6) ? " " + advice(act, dice) : "");
            case HELLO -> phrase("hello", act, dice) + (dice.chance(0.5) ? " " + problem(act, dice) : "");
            case SETTLED -> phrase("settled", act, dice) + (dice.chance(0.6) ? " " + advice(act, dice) : "");
            default -> phrase(name(act.use), act, dice);
        };
    }

    /** The subject of the thread that the act opens. */
    String subject(Act act) {
        Dice dice = new Dice(act.words ^ 0x5DEECE66DL);
        if (act.topic < 0) {
            return act.english ? "News and notes" : "Nouvelles et annonces";
        }
        boolean need = act.use == Use.QUESTION || act.use == Use.CUSTOMER || act.use == Use.TICKET;
        return phrase(need ? "subject" : "headline", act, dice);
    }

    private static String name(Use use) {
        return use.name().toLowerCase(Locale.ROOT);
    }

    private String answer(Act act, Dice dice) {
        String close = dice.chance(0.5) ? " " + phrase("close", act, dice) : "";
        return phrase("lead", act, dice) + " " + (dice.chance(0.35) ? twoAdvices(act, dice) : advice(act, dice))
                + close;
    }

    private String problem(Act act, Dice dice) {
        return filled(dice.one(speech(act).problems()), act, dice);
    }

    private String advice(Act act, Dice dice) {
        return filled(advices(act, 0), act, dice);
    }

    private String twoAdvices(Act act, Dice dice) {
        return advice(act, dice) + " " + filled(advices(act, 1), act, dice);
    }

    /** In one thread everybody advises something else, as long as there is something else. */
    private String advices(Act act, int further) {
        List<String> advices = speech(act).advices();
        return advices.get(
                (int) Math.floorMod((act.root.words >>> 7) + 2L * act.place + further, (long) advices.size()));
    }

    private Topic.Speech speech(Act act) {
        return bank.topic(act.topic).in(act.english);
    }

    private String phrase(String use, Act act, Dice dice) {
        Occasion occasion = new Occasion(use, act.english, act.topic, act.mentions.size() >= 2);
        return filled(dice.one(fitting.computeIfAbsent(occasion, this::fitting)), act, dice);
    }

    /** What decides which sentences may be said. */
    private record Occasion(String use, boolean english, int topic, boolean namesTwo) {}

    /** A topic that never speaks of products or customers gets no sentence about one. */
    private List<String> fitting(Occasion occasion) {
        List<String> problems = occasion.topic() < 0
                ? List.of("{p} {c}")
                : bank.topic(occasion.topic()).in(occasion.english()).problems();
        boolean product =
                problems.stream().anyMatch(problem -> PRODUCT.matcher(problem).find());
        boolean customer = problems.stream().anyMatch(problem -> problem.contains("{c}"));
        return bank.phrases(occasion.use(), occasion.english()).stream()
                .filter(phrase -> occasion.topic() >= 0 || !TERM.matcher(phrase).find())
                .filter(phrase -> occasion.namesTwo() || !phrase.contains("{third}"))
                .filter(phrase -> product || !PRODUCT.matcher(phrase).find())
                .filter(phrase -> customer || !phrase.contains("{c}"))
                .toList();
    }

    /** Names those invited where the sentence does not. */
    private String spark(Act act, Dice dice) {
        String said = phrase("spark", act, dice);
        if (act.mentions.size() < 2 || said.contains("@")) {
            return said;
        }
        return said + (act.english ? " Thinking of " : " Je pense à ") + mentioned(act, 0)
                + (act.english ? " and " : " et ") + mentioned(act, 1) + ".";
    }

    private String filled(String template, Act act, Dice dice) {
        return capitalised(expanded(template, act, dice));
    }

    private StringBuilder expanded(String template, Act act, Dice dice) {
        StringBuilder text = new StringBuilder(template.length() + 60);
        int at = 0;
        while (at < template.length()) {
            char c = template.charAt(at);
            if (c == '[') {
                int end = template.indexOf(']', at);
                String chosen = dice.one(List.of(template.substring(at + 1, end).split("\\|", -1)));
                text.append(expanded(chosen, act, dice));
                at = end + 1;
            } else if (c == '{') {
                int end = template.indexOf('}', at);
                text.append(slot(template.substring(at + 1, end), act, dice));
                at = end + 1;
            } else {
                text.append(c);
                at++;
            }
        }
        return text;
    }

    private static String capitalised(StringBuilder text) {
        boolean starts = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (starts && text.indexOf("http", i) == i) {
                starts = false;
            } else if (starts && Character.isLetter(c)) {
                text.setCharAt(i, Character.toUpperCase(c));
                starts = false;
            } else if ((c == '.' || c == '!' || c == '?') && i + 1 < text.length() && text.charAt(i + 1) == ' ') {
                starts = true;
            } else if (Character.isDigit(c)) {
                starts = false;
            }
        }
        return text.toString();
    }

    private String slot(String name, Act act, Dice dice) {
        return switch (name) {
            case "le" -> term(act);
            case "du" -> contracted(term(act), "de ", "du ", "des ");
            case "au" -> contracted(term(act), "à ", "au ", "aux ");
            case "T" -> bare(term(act));
            case "pump" -> ofThread(pumps, act);
            case "valve" -> ofThread(valves, act);
            case "p" -> ofThread(aboutPumps(act) ? pumps : valves, act);
            case "s" -> dice.one(company.sites()).name();
            case "c" -> ofThread(customers, act);
            case "n" -> String.valueOf(dice.between(2, 9));
            case "w" -> String.valueOf(1 + act.day() / 7);
            case "year" -> String.valueOf(WorkingYear.FIRST.getYear());
            case "month" -> dice.one(bank.chart("month")).get(act.english ? 1 : 0);
            case "group" ->
                act.room.community() < 0
                        ? company.companies().getFirst().name()
                        : "« " + company.communities().get(act.room.community()).name() + " »";
            case "name" -> firstName(answered(act));
            case "other" -> mentioned(act, 0);
            case "third" -> mentioned(act, 1);
            default -> throw new IllegalStateException("The bank uses an unknown slot {" + name + "}");
        };
    }

    /** A thread is about one product and one customer. */
    private static String ofThread(List<String> names, Act act) {
        return names.get((int) Math.floorMod(act.root.words >>> 20, (long) names.size()));
    }

    private boolean aboutPumps(Act act) {
        boolean pumps = act.topic >= 0 && speech(act).problems().stream().anyMatch(text -> text.contains("{pump}"));
        boolean valves = act.topic >= 0 && speech(act).problems().stream().anyMatch(text -> text.contains("{valve}"));
        return pumps == valves ? (act.root.words & 1) == 0 : pumps;
    }

    private static int answered(Act act) {
        return act.parent == null ? act.author : act.parent.author;
    }

    private String firstName(int person) {
        return company.person(person).identity().firstName();
    }

    private String mentioned(Act act, int place) {
        return act.mentions.size() > place
                ? "@" + company.person(act.mentions.get(place)).identity().name()
                : "@" + firstName(act.author);
    }

    private String term(Act act) {
        if (act.topic < 0) {
            return act.english ? "the company" : "l'entreprise";
        }
        List<String> terms = speech(act).terms();
        int synonym = 1 + (int) Math.floorMod(act.words, (long) terms.size() - 1);
        return terms.get(act.bySynonym ? synonym : 0);
    }

    private static String contracted(String term, String plain, String masculine, String plural) {
        if (term.startsWith("le ")) {
            return masculine + term.substring(3);
        }
        return term.startsWith("les ") ? plural + term.substring(4) : plain + term;
    }

    private static String bare(String term) {
        for (String article : List.of("le ", "la ", "les ", "l'")) {
            if (term.startsWith(article)) {
                return term.substring(article.length());
            }
        }
        return term;
    }
}
