package org.passerelle.need;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.network.ContributionMark;

/** Invented sentences of both languages, with what each must be taken for: "-" for nothing. */
class MarkingTest {
    private static Set<ContributionMark> marks(String names) {
        return names.equals("-")
                ? Set.of()
                : Stream.of(names.split(" ", -1)).map(ContributionMark::valueOf).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Does anybody know which seal fits the old housing?                  | QUESTION ASKS
            Anyone know a good supplier for gaskets                             | QUESTION
            How can I export the list of orders?                                | QUESTION ASKS
            I am looking for the drawing of the second stage.                   | QUESTION
            We are looking forward to the visit.                                | -
            I don't know how to read this curve.                                | QUESTION
            Could you please explain the last column?                           | QUESTION ASKS
            I was wondering whether the coating can be repaired.                | QUESTION
            Any advice on torque?                                               | QUESTION ASKS
            Is the meeting on Monday?                                           | ASKS
            Pumps: where do we stand?                                           | ASKS
            Where do I find the drawing?                                        | QUESTION ASKS
            Encore des moules : qui d'autre en rêve la nuit ?                   | ASKS
            Who knows?                                                          | -
            Nice weather, isn't it?                                             | -
            Why not?                                                            | -
            How are you?                                                        | -
            He asked "does anybody know the way?" and left.                     | -
            I know how we can do this.                                          | -
            Quelqu'un sait-il où se trouve le plan ?                            | QUESTION ASKS
            Quelqu’un connaît un fournisseur de joints                          | QUESTION
            Comment puis-je exporter la liste des commandes ?                   | QUESTION ASKS
            Je cherche le plan du deuxième étage.                               | QUESTION
            Je ne cherche plus, c'était dans le tiroir.                         | -
            Je ne sais pas comment lire cette courbe.                           | QUESTION
            Pourriez-vous m'expliquer la dernière colonne ?                     | QUESTION ASKS
            Auriez-vous une piste pour ce bruit                                 | QUESTION
            Y a-t-il une notice en anglais ?                                    | QUESTION ASKS
            Toute aide est la bienvenue.                                        | QUESTION
            Est-ce que la réunion est lundi ?                                   | QUESTION ASKS
            La réunion est lundi ?                                              | ASKS
            C'est beau, n'est-ce pas ?                                          | -
            Qui sait ?                                                          | -
            On m'a demandé « quelqu'un sait-il conduire ? » hier.               | -
            Nous savons comment faire le plan.                                  | QUESTION
            The second pump does not start any more.                            | PROBLEM
            We have an issue with the new valve.                                | PROBLEM
            I get the following error when I save.                              | PROBLEM
            I have no problem with Tuesday.                                     | -
            La deuxième pompe ne démarre plus.                                  | PROBLEM
            Nous avons un souci avec la nouvelle vanne.                         | PROBLEM
            Pas de problème pour mardi.                                         | -
            I suggest that we label the shelves.                                | IDEA
            Il serait utile de ranger les plans.                                | IDEA
            Et si on rangeait les plans ?                                       | IDEA ASKS
            """)
    void needs_wordingsOfBothLanguages_areSeenAndTrapsAreNot(String text, String expected) {
        assertThat(Marking.of(null, text)).isEqualTo(marks(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Thanks a lot, Bob!                                                  | THANKS
            Thank you, that was exactly it.                                     | THANKS SOLVED
            Thanks in advance!                                                  | -
            Many thanks in advance for any hint.                                | -
            Thanks for any help.                                                | QUESTION
            No thanks.                                                          | -
            Thanks to the update nothing runs.                                  | -
            Thanks to you we are back on line.                                  | THANKS
            That solved it.                                                     | SOLVED
            I hope that solved it.                                              | -
            Has that solved it?                                                 | ASKS
            If it works, tell me.                                               | -
            It works now.                                                       | SOLVED
            It still doesn't work.                                              | UNSOLVED PROBLEM
            Thanks, but I still get the same error.                             | THANKS UNSOLVED
            Thanks anyway.                                                      | UNSOLVED
            The problem is not solved yet.                                      | UNSOLVED
            Tried this morning, solved.                                         | SOLVED
            You were right, it was the filter.                                  | SOLVED
            I found the solution in the manual.                                 | SOLVED
            We close the subject when it is solved.                             | SOLVED
            I opened a ticket for the supplier.                                 | WORK_ITEM
            Should I open a ticket?                                             | ASKS
            Merci beaucoup !                                                    | THANKS
            Merci, ça marche.                                                   | THANKS SOLVED
            Merci d'avance !                                                    | -
            D'avance, un grand merci.                                           | -
            Merci de me dire si cela convient.                                  | QUESTION
            J'ai trouvé la solution, le capteur n'était pas branché.            | SOLVED
            Ça marche, mais pas le matin.                                       | -
            Merci d avance si vous l avez.                                      | -
            Le défaut est revenu ce matin.                                      | UNSOLVED
            Merci d'utiliser le modèle prévu.                                   | -
            Réponse avant vendredi, merci.                                      | -
            Merci de ta réponse rapide.                                         | THANKS
            Merci d'avoir pris le temps.                                        | THANKS
            Non merci.                                                          | -
            Grâce à vous, la ligne tourne.                                      | THANKS
            Ça marche maintenant.                                               | SOLVED
            Ça ne marche toujours pas.                                          | UNSOLVED PROBLEM
            Ça marche pas.                                                      | UNSOLVED PROBLEM
            Dites-moi si ça marche.                                             | -
            J'espère que ça marche.                                             | -
            Le problème est résolu.                                             | SOLVED
            Le problème n'est pas encore résolu.                                | UNSOLVED
            Tu avais raison, l'explication était bien là.                       | SOLVED
            Je ferme le sujet.                                                  | SOLVED
            Même erreur chez moi.                                               | UNSOLVED
            J'ai ouvert un ticket chez le fournisseur.                          | WORK_ITEM
            Faut-il ouvrir un ticket ?                                          | ASKS
            Merci quand même.                                                   | UNSOLVED
            """)
    void outcomes_wordingsOfBothLanguages_areSeenAndTrapsAreNot(String text, String expected) {
        assertThat(Marking.of(null, text)).isEqualTo(marks(expected));
    }

    @Test
    void ownWords_quotationsSignaturesAndCode_areNotTheirs() {
        String reply = """
                On Monday Ann wrote:
                > Does anybody know the torque?
                > Thanks in advance
                Forty is enough for this flange.

                ```
                does anybody know?
                ```
                --
                Who watches the watchmen? Does anybody know?
                """;
        assertThat(Marking.of(null, reply)).isEmpty();
    }

    @Test
    void marks_answerThatAsksOn_tellsMoreThanItAsks() {
        assertThat(Marking.of(null, "Tighten the four screws crosswise. Then close the valve again. Which pump is it?"))
                .containsExactlyInAnyOrder(ContributionMark.ASKS, ContributionMark.TELLS);
        assertThat(Marking.of(null, "Good question. Which pump is it?")).containsExactly(ContributionMark.ASKS);
    }

    @Test
    void solved_beforeAnotherFailure_isNotSolved() {
        assertThat(Marking.of(null, "On the old press it works fine. On the new one it fails with an error."))
                .contains(ContributionMark.PROBLEM)
                .doesNotContain(ContributionMark.SOLVED);
        assertThat(Marking.of(null, "On the new press we had an error. It works now."))
                .contains(ContributionMark.SOLVED);
    }

    @Test
    void apostrophe_lostByAnArchive_endsNoSentence() {
        assertThat(Marking.of(null, "I?m wondering if the seal is still sold."))
                .containsExactly(ContributionMark.QUESTION);
    }

    @Test
    void regards_thatSayForWhat_areThanks() {
        assertThat(Marking.of(null, "The second way it will be.\n\nThanks to all,\nAnn"))
                .containsExactly(ContributionMark.THANKS);
    }

    @Test
    void regards_belowSomethingElse_areNoThanks() {
        assertThat(Marking.of(null, "The flange leaks on the left side.\n\nThanks,\nAnn"))
                .isEmpty();
        assertThat(Marking.of(null, "Merci beaucoup,\nAnne")).contains(ContributionMark.THANKS);
    }

    @Test
    void subject_asksOrSaysSolved_counts() {
        assertThat(Marking.of("How do I reset the meter?", "See the picture."))
                .containsExactlyInAnyOrder(ContributionMark.QUESTION, ContributionMark.ASKS);
        assertThat(Marking.of("[SOLVED] meter", "All is well.")).contains(ContributionMark.SOLVED);
    }

    @Test
    void text_absentOrOfAnotherLanguage_hasNoMarks() {
        assertThat(Marking.of(null, null)).isEmpty();
        assertThat(Marking.of("", "")).isEmpty();
        assertThat(Marking.of(null, "Der Flansch ist heute angekommen.")).isEmpty();
    }

    @Test
    void text_longLinesWithoutEnd_isReadInTime() {
        // Patterns that look back and forth over such a text would not come to an end.
        String endless = "merci avant tout ce que nous ".repeat(2_000);
        assertThat(Marking.of(endless, endless)).isNotNull();
    }
}
