// Ce que le profil dit des décisions de la personne elle-même, en français.

export const mySayInFrench = {
  mySay: 'Ce qui est utilisé de vous',
  mySayHelp: 'Vous seul·e le voyez et en décidez. Cela vaut tout de suite, malgré tout nouveau chargement, et vous pouvez revenir dessus à tout moment.',
  mySayKept: 'C’est noté, et cela vaut dès maintenant.',
  waitingMySay: 'Recherche de vos décisions…',
  suggestMe: 'Me proposer aux collègues',
  suggestMeHelp: 'Comme expert·e de ce sur quoi vous écrivez, et pour mettre d’autres personnes en relation. Sans cela, vous n’apparaissez jamais ni pour l’un ni pour l’autre, et on ne peut pas vous solliciter.',
  shareAcquaintances: 'Des collègues peuvent être mis en relation par des personnes que je connais',
  shareNONE: 'seulement là où ils pouvaient lire que nous nous connaissons',
  shareCOMMUNITIES: 'aussi là où nous nous connaissons par des communautés dont ils ne sont pas',
  sharePRIVATE_TOO: 'aussi là où nous nous connaissons par des messages privés',
  shareAcquaintancesHelp: 'Une telle relation ne sert que si l’autre personne a accepté elle aussi. Les collègues voient alors que vous vous connaissez : jamais d’où, combien de fois ni depuis quand, et jamais un message.',
  bothAgreed: 'se connaissent ; les deux acceptent de mettre en relation',
  yourProfile: 'Votre profil',
  yourProfileHelp: 'ce que vous connaissez, et ce qui est utilisé de vous',
  declaredTopics: 'Dit connaître',
  declaredTopicsHelp: 'Déclaré, confirmé ou ajouté par la personne : compte comme indice',
  topicPassages: (topic) => `Contributions sur ${topic}`,
  waitingPassages: 'Recherche de contributions…',
  noPassages: 'Aucune que vous puissiez lire.',
};
