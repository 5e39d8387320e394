package org.passerelle.export;

import java.util.Map;
import org.passerelle.network.Bilingual;
import org.passerelle.network.Language;

/** The fixed words of the report in one language. */
record ReportWords(Language language) {
    private static final Map<String, Bilingual> SECTIONS = Map.of(
            "CHANGED", new Bilingual("What changed", "Ce qui a changé"),
            "AT_RISK", new Bilingual("What is at risk", "Ce qui est en danger"),
            "THANKS", new Bilingual("Who deserves thanks", "Qui mérite un merci"));

    static ReportWords of(Language language) {
        return new ReportWords(language);
    }

    private String said(String english, String french) {
        return language == Language.FRENCH ? french : english;
    }

    String section(String section) {
        return java.util.Objects.requireNonNull(SECTIONS.get(section)).in(language);
    }

    String title() {
        return said("The network at a glance", "Le réseau en un coup d'œil");
    }

    String waiting() {
        return said(
                "The overview is being worked out; this page shows it as soon as it is there.",
                "La vue d'ensemble est en cours de calcul\u00a0; cette page l'affichera dès qu'elle sera prête.");
    }

    String period(String from, String to) {
        return said(from + " to " + to, "Du " + from + " au " + to);
    }

    String comparedWith() {
        return said("compared with", "– comparé à la période");
    }

    String detail() {
        return said("See the detail", "Voir le détail");
    }

    String who(String section, String names) {
        return section.equals("THANKS")
                ? said(
                        "Among them, in order of name: " + names + ".",
                        "Parmi elles, par ordre alphabétique\u00a0: " + names + ".")
                : said("It is about: " + names + ".", "Il s'agit de\u00a0: " + names + ".");
    }

    String certainty(String sure, String reason) {
        return said("Certainty " + sure + ": " + reason, "Certitude " + sure + "\u00a0: " + reason);
    }

    String people(String number, int people) {
        return people == 1
                ? said("1 person concerned", "1 personne concernée")
                : said(number + " people concerned", number + " personnes concernées");
    }

    String howTo() {
        return said("How to read this.", "Comment lire.");
    }

    String reading() {
        return said(
                "The figure on the left is the one of the sentence. Points are percentage points. Certainty is 1 less the"
                        + " p of a test, 1 less the width of a share's interval, or how far two periods agree; what is less"
                        + " sure than one half is not shown. Few figures are about people by name: they say who helps or"
                        + " what would be lost, and rate nobody.",
                "Le chiffre de gauche est celui de la phrase. Les points sont des points de pourcentage. La certitude est 1"
                        + " moins le p d'un test, 1 moins la largeur de l'intervalle d'une part, ou l'accord de deux"
                        + " périodes\u00a0; ce qui est sûr à moins de la moitié n'est pas montré. Les rares chiffres nominatifs disent"
                        + " qui aide ou ce qui se perdrait, et ne notent personne.");
    }

    String method() {
        return said("Method.", "Méthode.");
    }

    String looked() {
        return said("Looked at:", "Examiné\u00a0:");
    }

    String left(int left) {
        return left == 0
                ? said("Nothing else was found.", "Rien d'autre n'a été trouvé.")
                : left == 1
                        ? said("One more finding is one level down.", "Un autre constat est un niveau plus bas.")
                        : said(
                                left + " more findings are one level down.",
                                left + " autres constats sont un niveau plus bas.");
    }

    String version() {
        return said("Version of the data:", "Version des données\u00a0:");
    }
}
