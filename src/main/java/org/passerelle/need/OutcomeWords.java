package org.passerelle.need;

/** How people thank and say what became of a need, in French and English; over folded sentences of {@link OwnWords}. */
final class OutcomeWords {
    /** Letters from where a solution is told in which it may be taken back. */
    private static final int AFTER_MAX = 60;

    private static final Wordings THANKS = Wordings.of(
            "thanks",
            "thank you",
            "thank u",
            "thx",
            "many thanks",
            "merci",
            "mrc",
            "mille mercis",
            "(?:tous )?(?:mes|nos|grands) remerciements",
            "^remerciements",
            "(?:tenais|tenons|tenions|tiens) a (?:te|vous|t'|l'|les?) ?remercier",
            "gratitude",
            "je (?:te|vous|t'|l')? ?remercie",
            "nous (?:te|vous) remercions",
            "grace a (?:toi|vous|ton|ta|tes|votre|vos)",
            "you saved (?:me|us|my|our)",
            "much appreciated",
            "(?:i|we) owe you");

    /** A line of regards that is more than manners: it says whom or what it thanks for. */
    private static final Wordings THANKS_TO_SOMEBODY = Wordings.of(
            "(?:thanks|thank you)(?: again| so much| very much| a lot)? (?:to )?(?:all|both|everyone|everybody|you all)",
            "(?:thanks|thank you)(?: again| so much| very much| a lot)? for (?:all |both )?(?:the|your|this|these|that|those|all)",
            "merci(?: encore| beaucoup)? (?:a (?:tous|toutes|tous les deux|vous)|pour (?:votre|vos|ton|ta|tes|la|le|les|cette|ces))");

    /** They thank for what was not done yet, or for nothing. */
    private static final Wordings NO_THANKS = Wordings.of(
            "(?:thanks|thank you|thx|merci)[^.?!]{0,40}(?:in advance|in advanced|beforehand|ahead|d[' ]?avance|par avance)",
            "(?:in advance|d[' ]avance|par avance)[^.?!]{0,20}(?:thanks|merci)",
            "remerci\\w+ (?:d[' ]avance|par avance)",
            "(?:d[' ]avance|par avance)[^.?!]{0,20}remerci\\w+",
            "no,? thanks",
            "no,? thank you",
            "non,? merci",
            "sans merci",
            "dieu merci",
            "thanks to (?!(?:you|your|all|both|every\\p{L}*)(?!\\p{L}))\\p{L}+",
            "(?:thanks|thank you|merci) (?:anyway|all the same|quand meme|malgre tout|tout de meme)",
            "(?:thanks|thank you) (?:for|if) (?:asking|any|anybody|anyone|you (?:can|could)|the question|your question)",
            "merci d(?:e|'(?!avoir|etre))(?! (?:ta|ton|tes|votre|vos|l'|la|le|les|cette|ce|ces|m'avoir|nous avoir|t'etre|vous etre|rien)\\b)"
                    + " ?\\p{L}+",
            "merci pour (?:votre|ta|la) question",
            "(?:svp|stp|s'il (?:vous|te) plait|please|avant|asap)[^.?!]*(?:merci|thanks|thank you)",
            "(?:i|we|would|will) be thankful",
            "(?:je|nous) (?:te|vous) (?:remercierais|remercierions)");

    private static final Wordings SOLVED = Wordings.of(
            "(?:that|this|it|which|your \\p{L}+) (?:has |have |just )?(?:solved|fixed|resolved|settled|cured|did it|did the trick|"
                    + "does the trick|worked|helped)",
            "(?:that|this|it) (?:was|is) (?:it|exactly (?:it|that|what)|the (?:problem|cause|explanation|solution|reason))",
            "(?:it|this|that|everything|all)(?: all)? (?:now )?works?(?: now| again| fine| perfectly| well| great| like a charm)*",
            "(?:is|are) (?:now )?working (?:now|again|fine|perfectly|properly|well)",
            "(?:that|this|it)(?:'s| is| was) the (?:reason|cause|culprit)",
            "(?:solved|fixed|resolved) (?:my|the|our) (?:problem|issue|error)",
            "exactly what i (?:am|was|'m|have been) (?:looking|searching) for",
            "that did it",
            "(?:i|we) (?:was|were|am|are) able to (?:fix|solve|resolve|get it)",
            "works (?:now|again|perfectly|like a charm|great|fine|a treat)",
            "(?:problem|issue|question|mystery|case)(?: is| has been| was)? (?:now )?(?:solved|fixed|resolved|settled|gone|answered)",
            "(?:is|are|been|got|gets) (?:now )?(?:solved|fixed|resolved|settled|sorted)",
            "(?:i|we|they|he|she) (?:solved|fixed|settled|resolved) (?:it|this|that|the)",
            "^(?:solved|fixed|resolved|settled|sorted)",
            "(?:morning|today|yesterday|done),? (?:solved|fixed|resolved)",
            "(?:you|he|she|they) (?:were|was|are|is) right",
            "exactly what (?:i|we) (?:needed|wanted|was looking for|were looking for)",
            "(?:i|we) (?:have |'ve )?(?:found|got) (?:the|a|my) (?:solution|answer|cause|culprit|mistake)",
            "(?:figured|worked|sorted) it out",
            "(?:i|we) (?:can )?(?:close|closed|am closing|are closing) (?:the|this) (?:subject|thread|ticket|issue|topic|question)",
            "closing (?:this|the) (?:thread|ticket|issue)",
            "(?:ca|cela|tout|tout cela) (?:re)?(?:marche|fonctionne)(?: maintenant| bien| parfaitement| a nouveau| enfin| nickel)*",
            "(?:marche|fonctionne) (?:maintenant|a nouveau|enfin|parfaitement|nickel)",
            "(?:probleme|souci|question|panne|incident|affaire|ticket|sujet)(?: est| a ete)? (?:desormais |maintenant )?(?:regles?|reglee?|resolue?|clos|close|corrigee?)",
            "(?:c'est|tout est|voila,? c'est|c'est maintenant|est) (?:bon|regle|resolu|repare|corrige|en place|ok) ?(?:maintenant|depuis|desormais|pour moi|merci)?",
            "c'(?:est|etait) (?:bien |exactement |tout a fait )+(?:cela|ca|le probleme|la cause|ce)",
            "(?:l'explication|la cause|le coupable) etait (?:bien )?la",
            "(?:tu avais|vous aviez|tu as|vous avez|il avait|elle avait) raison",
            "^(?:resolu|regle|corrige|repare|solde)",
            "plus (?:aucune?|de|d'une?) (?:defaut|probleme|erreur|fuite|panne|souci|blocage)s?",
            "(?:acces|connexion|service|reseau|courant|liaison)(?: est| a ete)?(?: de nouveau)? retablie?s?",
            "(?:ca|cela|tout) a (?:bien |enfin )?(?:marche|fonctionne)",
            "(?:votre|ton|ta|le|la) (?:conseil|astuce|idee|piste|solution|remede) (?:etait|est) (?:le bon|la bonne)",
            "(?:tu peux|vous pouvez) (?:fermer|clore|cloturer) (?:le|la|ce|cette) (?:sujet|ticket|fil|question|demande)",
            "(?:j'ai|nous avons|on a) (?:enfin|finalement) (?:pu|reussi a)",
            "tout ce qu'il (?:me|nous) (?:faut|fallait)",
            "(?:j'ai|nous avons|on a) (?:enfin |finalement )?(?:trouve (?:la|une|ma) (?:solution|reponse|cause|panne|erreur)|resolu|regle|repare|corrige)",
            "(?:je|on|nous) (?:ferme|fermons|cloture|cloturons|peut fermer|peut clore|pouvons fermer|clos) (?:le|la|ce|cette) (?:sujet|ticket|fil|question|demande)",
            "exactement ce (?:que je cherchais|qu'il (?:me|nous) fallait|dont j'avais besoin)");

    /** Before what would be a solution, they say that it is none, or not yet. */
    private static final Wordings NOT_SURELY = Wordings.of(
            "if",
            "whether",
            "hope",
            "hopefully",
            "when",
            "once",
            "until",
            "unless",
            "should",
            "would",
            "could",
            "might",
            "may",
            "not",
            "n't",
            "\\p{L}+n't",
            "cannot",
            "never",
            "nobody",
            "nothing",
            "maybe",
            "perhaps",
            "think",
            "almost",
            "nearly",
            "as soon as",
            "si",
            "espere",
            "esperons",
            "quand",
            "lorsque",
            "une fois",
            "pas",
            "jamais",
            "personne",
            "rien",
            "des que",
            "tant que",
            "faudrait",
            "pourrait",
            "devrait",
            "serait",
            "presque",
            "peut-etre",
            "je crois",
            "je pense",
            "sans",
            "how",
            "comment",
            "ne",
            "n'est",
            "n'a");

    private static final Wordings TAKEN_BACK = Wordings.of(
            "pas", "plus", "toujours pas", "mal", "not", "only (?:if|on|when|with|for)", "for (?:him|her|others)");

    private static final Wordings REFUSED =
            Wordings.of("but not", "but only", "mais (?:pas|plus)", "sauf", "except", "only (?:if|on|when|with|for)");

    private static final Wordings UNSOLVED = Wordings.of(
            "still (?:not|fails?|failing|broken|stuck|open|(?:have|get|see|having|getting|seeing) )",
            "still (?:does|do|did|is|are|can|could|will)(?:n't| not|not)",
            "(?:did|does|do)(?:n't| not) (?:work|help|solve|fix|change|resolve)",
            "same (?:error|problem|issue|result|behaviou?r)",
            "no (?:luck|success|effect|improvement)",
            "not (?:yet |been |really |quite )*(?:solved|fixed|resolved|working)",
            "(?:isn't|wasn't|hasn't been) (?:yet )?(?:solved|fixed|resolved)",
            "(?:thanks|thank you|merci) (?:anyway|all the same|quand meme|malgre tout|tout de meme)",
            "(?:toujours|tjs|tjrs) (?:pas|le meme|la meme|les memes|bloques?|bloquee|en panne|rien)",
            "n'a (?:rien change|pas (?:suffi|marche|fonctionne|aide|resolu|change|regle))",
            "(?:probleme|defaut|panne|erreur|souci|bruit|message) (?:est|sont) (?:deja )?(?:revenue?s?|reapparue?s?|de retour)",
            "ne (?:correspond|repond) pas (?:a|vraiment)",
            "^echec(?: egalement| aussi| encore)?",
            "n[e']\\s?(?:marchent|marche|fonctionnent|fonctionne|resout|change|regle|suffit|aide)(?: toujours| malheureusement)? (?:pas|plus|rien)",
            "(?:ca|cela) (?:marche|fonctionne|change|resout)(?: toujours)? (?:pas|rien|plus)",
            "(?:la )?meme (?:erreur|probleme|souci|panne)",
            "pas (?:encore |vraiment |tout a fait )*(?:resolue?|regle|corrige)",
            "rien n'y fait",
            "sans (?:succes|effet|resultat)",
            "encore (?:le|la) meme");

    private static final Wordings WORK_ITEM = Wordings.of(
            "(?:opened|filed|created|raised|logged|submitted|made) (?:an?|the|new| )*(?:ticket|issue|bug report|bug|work item|pull request|pr|change request|jira)",
            "(?:tracked|followed up|handled|see|now) (?:in|as|under|by)? ?(?:the )?(?:ticket|issue|bug|pr|pull request|work item) ?(?:no\\.? ?|n° ?|#)?\\d+",
            "(?:ticket|issue|bug|pull request|work item) ?#\\d+",
            "(?:j'ai|nous avons|on a|il a|elle a|je viens d'|nous venons d') ?(?:ouvert|ouvrir|cree|creer|depose|deposer|saisi)(?: un| une| le| la)? "
                    + "(?:ticket|demande|fiche|incident|anomalie|bug)",
            "(?:suivi|traite|pris en charge) (?:dans|par|sous) (?:le |la )?(?:ticket|demande|fiche|incident|anomalie)",
            "ticket (?:n°|no|numero) ?\\d+");

    private OutcomeWords() {}

    /** Whether the sentence thanks for what was said or done. */
    static boolean thanks(String sentence) {
        return THANKS.in(sentence) && THANKS.in(NO_THANKS.without(sentence)) && !sentence.endsWith("?");
    }

    /** Whether a line of regards thanks somebody for something, which a bare "Thanks," does not. */
    static boolean thanksInClosing(String closing) {
        return THANKS_TO_SOMEBODY.in(closing) && thanks(closing);
    }

    /** Whether it says that a need is met: not asked, supposed or denied. */
    static boolean isSolved(String sentence) {
        if (!SOLVED.in(sentence) || sentence.endsWith("?")) {
            return false;
        }
        String before = SOLVED.before(sentence);
        String after = sentence.substring(before.length(), Math.min(sentence.length(), before.length() + AFTER_MAX));
        return !NOT_SURELY.in(before) && !TAKEN_BACK.in(clause(after)) && !REFUSED.in(after);
    }

    /** As far as the comma: what follows tells of something else, unless it says "but". */
    private static String clause(String text) {
        int comma = text.indexOf(',');
        return comma < 0 ? text : text.substring(0, comma);
    }

    /** Whether it says that a need is not met in spite of what was said. */
    static boolean isUnsolved(String sentence) {
        return UNSOLVED.in(sentence) && !sentence.endsWith("?");
    }

    /** Whether it says that a work item is there for it. */
    static boolean namesWorkItem(String sentence) {
        return WORK_ITEM.in(sentence) && !sentence.endsWith("?");
    }
}
