package org.passerelle.need;

/** How people ask, complain and suggest, in French and English; over folded sentences of {@link OwnWords}. */
final class NeedWords {
    private static final int WORDS_MIN = 3;

    /** They ask with or without a question mark. */
    private static final Wordings ASKING = Wordings.of(
            "(?:does|do|did|has|have|can|could|would|is|are|was) (?:there )?(?:anybody|anyone|somebody|someone|any of you|one of you)",
            "^(?:hi |hello |hey )?(?:anybody|anyone|somebody|someone) (?:knows?|has|have|else|seen|tried|got|here)",
            "how (?:can|do|does|should|could|would|might) (?:i|we|one)",
            "where (?:can|could|should|would) (?:i|we|one)",
            "where do (?:i|we|one) (?:find|get|buy|look|start|put|order|send|report|go|download)",
            "who (?:can|could|should|do|would) (?:i|we|one) (?:ask|contact|talk|call|turn|see)",
            "(?:i am|i'm|we are|we're) (?:looking|searching) for",
            "(?:i|we) (?:would like|want|need|'d like) to know",
            "(?:i|we) (?:do not|don't|cannot|can't|could not|couldn't) (?:know|understand|see|find out|figure out|work out)"
                    + " (?:how|why|what|where|which|whether|if)",
            "(?:i|we) (?:wonder|am wondering|was wondering|were wondering|are wondering) (?:if|how|why|what|where|which|whether)",
            "i'm wondering (?:if|how|why|what|where|which|whether)",
            "(?:could|can|would) (?:you|somebody|someone|anybody|anyone)(?: please| kindly| perhaps)? "
                    + "(?:help|tell|explain|advise|share|point|show)",
            "any (?:help|advice|hint|hints|pointers?|ideas?|suggestions?) (?:is|are|would be|will be|welcome|appreciated)",
            "please help",
            "help (?:is )?needed",
            "(?:i|we) need (?:some |your )?(?:help|advice)",
            "(?:i|we) (?:have|had) (?:an?|some|the following|several|two|three|one)(?: \\p{L}+){0,2} questions?",
            "my (?:main |first |only |other )?questions? (?:is|are|here is)",
            "(?:would|will|i'd|we'd) (?:be )?(?:greatly |highly |really |very |much |also )*(?:appreciated?|grateful)(?: for)?"
                    + "(?: any| some| your| if| it if)",
            "any(?: \\p{L}+){1,6} (?:is|are|would be|will be)(?: \\p{L}+)? (?:appreciated|welcome|helpful)",
            "(?:could|can|would) you(?: please| kindly)? (?:check|recommend|suggest|give|provide|have|let me|let us)",
            "(?:would like|want|could use|looking for|asking for) (?:some |any )?(?:advice|help|suggestions|guidance)",
            "(?:if|whether|hope|hoping|hoped) (?:that )?(?:anybody|anyone|any one|somebody|someone|some one|some of you|you)"
                    + " (?:can|could|might|may|will|would|is able to) (?:be able to )?(?:help|advise|explain|tell|point|give|suggest)",
            "(?:can|could|would|does|has) any one",
            "(?:thanks|thank you|grateful) for any (?:help|advice|hints?|pointers?|ideas?|suggestions?|input|thoughts?|guidance)",
            "where (?:might|may) (?:i|we|one)",
            "please let (?:me|us) know (?:if|how|what|whether|where|why)",
            "(?:je|nous) (?:cherche|cherchons|recherche|recherchons)(?! pas| plus)",
            "(?:je |nous |j')(?:voudrais|voudrions|aimerais|aimerions|souhaite|souhaitons|souhaiterais|souhaiterions) (?:bien )?"
                    + "(?:savoir|comprendre|connaitre|echanger|obtenir|recevoir|trouver|disposer)",
            "^(?:bonjour,? |salut,? )?besoin (?:d'|de |du |urgent)\\p{L}+",
            "merci de (?:bien vouloir )?(?:me |nous |m')(?:communiquer|indiquer|dire|transmettre|envoyer|donner|preciser|expliquer)",
            "(?:je suis|nous sommes|on est) (?:preneu(?:r|se)s?|interessee?s?) (?:de|d'|par) ?(?:tout|vos|votre)\\p{L}*",
            "a (?:ceux|celui|celle|celles) qui (?:pourr|saur|connai|peu)\\p{L}*",
            "si (?:quelqu[' ]un|qqn|qqu?un) (?:peut|pourrait|a|aurait|sait|connait)",
            "(?:tu|vous) (?:saurais|sauriez) (?:me|nous|ou|qui|quel|comment|si)",
            "que faire",
            "(?:je me|nous nous) demand(?:e|ons)",
            "(?:je ne|nous ne) (?:sais|savons|comprends|comprenons|vois|voyons) pas (?:comment|ou|pourquoi|quoi|si|quel|quelle|qui|a qui)",
            "(?:comment|ou|a qui) (?:puis-je|peut-on|pouvons-nous|pourrait-on|dois-je|doit-on|devons-nous|fait-on|faites-vous|"
                    + "procedez-vous|trouver|m'adresser|nous adresser)",
            "comment (?:faire|fait-on|font)",
            "(?:avez|auriez)-vous (?:deja|une idee|une piste|un conseil|une solution|des)",
            "(?:as|aurais)-tu (?:deja|une idee|une piste|un conseil|une solution)",
            "(?:pouvez|pourriez)-vous (?:m'|nous |me )?(?:aider|dire|expliquer|conseiller|indiquer|montrer)",
            "(?:peux|pourrais)-tu (?:m'|nous |me )?(?:aider|dire|expliquer|conseiller|indiquer|montrer)",
            "(?:savez|connaissez|sauriez)-vous",
            "(?:sais|connais|saurais)-tu",
            "(?:j'ai|j'aurais|nous avons|nous aurions|on a) besoin (?:d'aide|d'un conseil|de conseils|d'un coup de main)",
            "toutes? (?:aide|piste|idee|suggestion|information|info)s? (?:est|sera|serait|sont|seront|seraient)",
            "^(?:bonjour,? |salut,? )?quelqu'un (?:sait|saurait|connait|connaitrait|peut|pourrait|a deja|aurait)(?:-il)?");

    /** They ask where the sentence ends with a question mark. */
    private static final Wordings ASKING_WITH_MARK = Wordings.of(
            "quelqu'un",
            "l'une? d'entre vous",
            "l'une? de vous",
            "qui (?:sait|connait|peut|pourrait|saurait|a deja|aurait)",
            "y a-t-il",
            "est-ce que",
            "est-il possible",
            "quel(?:le)?s? (?:est|sont)",
            "existe-t-il",
            "any (?:ideas?|advice|suggestions?|hints?|pointers?|experience|news)",
            "(?:une|des) (?:idees?|pistes?|avis)",
            "un (?:conseil|avis)",
            "is there",
            "are there",
            "anybody",
            "anyone",
            "who (?:knows|has|can|could|is)",
            "what (?:is|are) the (?:best|right|correct|recommended|usual|proper)",
            "is it possible",
            "which (?:one|of)");

    /** Stand-alone figures of speech: with hardly anything around them nobody is asked. */
    private static final Wordings RHETORICAL = Wordings.of(
            "who knows",
            "how do you do",
            "how are you",
            "why not",
            "right",
            "really",
            "isn't it",
            "you know",
            "ok",
            "okay",
            "n'est-ce pas",
            "qui sait",
            "pourquoi pas",
            "hein",
            "non",
            "ah bon",
            "comment allez-vous",
            "comment vas-tu",
            "ca va",
            "who cares",
            "what else",
            "guess what",
            "see what i mean",
            "vraiment",
            "et alors",
            "so what",
            "does (?:that|this|it) help",
            "(?:ca|cela) (?:vous|t') ?aide",
            "est-ce clair",
            "make sense",
            "makes sense");

    /** They stand for a whole sentence that asks nobody anything. */
    private static final Wordings FIGURES = Wordings.of(
            "qui (?:aurait|l'aurait|l'eut) cru",
            "est-ce bien (?:raisonnable|serieux|utile|necessaire)",
            "who would have thought",
            "who could have (?:thought|known|guessed)");

    private static final Wordings PROBLEM = Wordings.of(
            "n[e' ] ?(?:atteint|passe|imprime|sort|monte|remonte|affiche|reconnait|detecte|chauffe|tourne|avance|descend|tient) "
                    + "(?:pas|plus)",
            "n'arriv(?:e|ons|ent) (?:pas|plus) a (?!comprendre|savoir|voir)\\p{L}+",
            "(?:je|on|nous) ne (?:trouve|trouvons) (?:pas|plus) (?:la cause|l'origine|pourquoi|d'ou)",
            "(?:est|sont|reste|passe|passent|se met|tombe|tombent|en|sommes) en (?:defaut|erreur|alarme|rupture)",
            "^(?:panne|probleme|souci|pb|bug|fuite|perte|ecart|erreur|defaut)s? (?:\\p{L}+ )?(?:de|d'|du|des|sur|avec|dans|au|a|entre|en)",
            "(?:ca|cela|il|elle) (?:bloque|coince|bugue|beugue|plante)",
            "aucune? \\p{L}+ ne (?:\\p{L}+)",
            "(?:cela|ca) fait [^.?!]{1,30} que (?:j'attends|nous attendons|on attend)",
            "(?:do|does|did|is|are|will|would) ?(?:not|n't) (?:work|working|start|starting|run|running|load|open|respond|print|connect)",
            "(?:doesn't|don't|didn't|isn't|aren't|won't) (?:work|working|start|starting|run|running|load|open|respond|print|connect)",
            "(?:no longer|stopped|stops) (?:works?|working|starts?|runs?|responds?|responding)",
            "(?:is|are|seems) broken",
            "(?:fails?|failed|crash(?:es|ed)?) (?:with|when|on|at|every|after)",
            "(?:i|we) (?:get|got|have|had|see|receive|am getting|am receiving|keep getting|encounter|encountered)"
                    + " (?:an?|the|this|these|some|several|same)(?: (?!no\\b)\\p{L}+){0,2} (?:error|failure|warning|note)s?",
            "(?:i|we) (?:get|got|have|had|see|receive|am having|are having) (?:an? |the |this |following |same )*"
                    + "(?:error|problem|issue|failure)s?",
            "(?:keep|keeps|kept) getting (?:an?|the|this|these|some)(?: \\p{L}+){0,2} (?:error|failure|warning|note)s?",
            "(?:having|have|had|has|in|into|run into|ran into) (?:some |a lot of |a few |big |serious )?"
                    + "(?:trouble|troubles|difficulty|difficulties|problems|issues)",
            "(?:throws?|gives?|gave|returns?|returned|produces?|produced|results? in|resulted in|with|causes?) (?:me )?(?:an?|the|this) "
                    + "(?:following )?(?:error|warning|segfault)",
            "(?:fails|failed) to",
            "^error(?: in|:)",
            "(?:but|and) (?:it )?fails",
            "(?:i am|i'm|we are|we're) stuck",
            "error message",
            "(?:there is|there's|having) (?:a|an) (?:problem|issue|bug)",
            "n[e']\\s?(?:fonctionnent|fonctionne|marchent|marche|demarre|repond|s'ouvre|s'allume|imprime|charge) (?:toujours )?(?:pas|plus)",
            "(?:ca|cela) (?:marche|fonctionne) (?:pas|plus)",
            "(?:est|sont) en panne",
            "tombe en panne",
            "(?:j'ai|nous avons|on a|nous rencontrons|je rencontre) (?:toujours |encore )?(?:un|une|des) (?:gros |petit )?"
                    + "(?:problemes?|soucis?|pannes?|blocage|difficultes?)",
            "(?:je suis|nous sommes|on est) bloques?(?:ee?s?)?",
            "message d'erreur",
            "anorma(?:l|ux|les?)",
            "impossible de");

    private static final Wordings IDEA = Wordings.of(
            "(?:i|we) (?:would )?(?:suggest|propose)(?! you)",
            "(?:my|an|one|another) (?:idea|suggestion|proposal) ?(?:is|would be|:)",
            "^(?:idea|suggestion|proposal|feature request|idee|proposition) ?:",
            "feature request",
            "what if we",
            "why don't we",
            "how about (?:we|a|an|using|making|having)",
            "it would be (?:nice|great|good|useful|helpful) (?:to|if|for)",
            "(?:je propose|je suggere|nous proposons|nous suggerons)",
            "(?:une|mon|ma|notre) (?:idee|suggestion|proposition)(?: comme (?:ca|cela))? ?(?::|serait)",
            "pourquoi pas \\p{L}+er",
            "que (?:diriez|dirais|penseriez|penserais)-(?:vous|tu) d(?:e|'\\p{L}+)",
            "(?:je|on|nous) (?:verrais|verrait|verrions) bien",
            "(?:j'ai|nous avons|on a) pense a (?:une?|la)",
            "^et si (?:on|nous)",
            "pourquoi ne pas",
            "(?:il|ce) serait (?:bien|utile|interessant|bon|judicieux) (?:de|que|(?:d|qu)'\\p{L}+)");

    private NeedWords() {}

    /** Whether the sentence asks in so many words. */
    static boolean asks(String sentence) {
        return ASKING.in(sentence) || (isMarked(sentence) && !isRhetorical(sentence) && ASKING_WITH_MARK.in(sentence));
    }

    /** Whether it ends with a question mark and is no figure of speech. */
    static boolean isQuestion(String sentence) {
        return isMarked(sentence) && !isRhetorical(sentence);
    }

    /** Whether it says that something does not work. */
    static boolean tellsProblem(String sentence) {
        return PROBLEM.in(sentence);
    }

    /** Whether it suggests something. */
    static boolean suggests(String sentence) {
        return IDEA.in(sentence);
    }

    private static boolean isMarked(String sentence) {
        return sentence.endsWith("?") || sentence.endsWith("?!");
    }

    /** Figures of speech, and what is too short to ask anything. */
    private static boolean isRhetorical(String sentence) {
        return words(sentence) < WORDS_MIN
                || FIGURES.in(sentence)
                || (RHETORICAL.in(sentence) && words(RHETORICAL.without(sentence)) < WORDS_MIN);
    }

    private static int words(String sentence) {
        int words = 0;
        for (String word : sentence.split("[^\\p{L}\\d'-]+", -1)) {
            words += word.chars().anyMatch(Character::isLetterOrDigit) ? 1 : 0;
        }
        return words;
    }
}
