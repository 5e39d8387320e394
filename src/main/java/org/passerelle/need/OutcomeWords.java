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
            "mille mercis",
            "je (?:te|vous|t'|l')? ?remercie",
            "nous (?:te|vous) remercions",
            "grace a (?:toi|vous|ton|ta|tes|votre|vos)",
            "you saved (?:me|us|my|our)",
            "much appreciated",
            "(?:i|we) owe you");

    /** They thank for what was not done yet, or for nothing. */
    private static final Wordings NO_THANKS = Wordings.of(
            "(?:thanks|thank you|thx|merci)[^.?!]{0,40}(?:in advance|beforehand|d'avance|par avance)",
            "(?:in advance|d'avance|par avance)[^.?!]{0,20}(?:thanks|merci)",
            "remerci\\w+ (?:d'avance|par avance)",
            "(?:d'avance|par avance)[^.?!]{0,20}remerci\\w+",
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
            "(?:is|are) working (?:now|again|fine|perfectly)",
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
            "pas",
            "plus",
            "toujours pas",
            "mal",
            "not",
            "only (?:if|on|when|with|for)",
            "but not",
            "but only",
            "for (?:him|her|others)",
            "mais pas",
            "sauf",
            "except");

    private static final Wordings UNSOLVED = Wordings.of(
            "still (?:not|fails?|failing|broken|stuck|open|(?:have|get|see|having|getting|seeing) )",
            "still (?:does|do|did|is|are|can|could|will)(?:n't| not|not)",
            "(?:did|does|do)(?:n't| not) (?:work|help|solve|fix|change|resolve)",
            "same (?:error|problem|issue|result|behaviou?r)",
            "no (?:luck|success|effect|improvement)",
            "not (?:yet |been |really |quite )*(?:solved|fixed|resolved|working)",
            "(?:isn't|wasn't|hasn't been) (?:yet )?(?:solved|fixed|resolved)",
            "(?:thanks|thank you|merci) (?:anyway|all the same|quand meme|malgre tout|tout de meme)",
            "toujours (?:pas|le meme|la meme|les memes|bloques?|bloquee|en panne|rien)",
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

    /** Whether it says that a need is met: not asked, supposed or denied. */
    static boolean isSolved(String sentence) {
        if (!SOLVED.in(sentence) || sentence.endsWith("?")) {
            return false;
        }
        String before = SOLVED.before(sentence);
        String after = sentence.substring(before.length(), Math.min(sentence.length(), before.length() + AFTER_MAX));
        return !NOT_SURELY.in(before) && !TAKEN_BACK.in(after);
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
