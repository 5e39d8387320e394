// What one's own profile says of one's own decisions, in English.

export const mySayInEnglish = {
  mySay: 'What is used of you',
  mySayHelp: 'Only you see this and decide it. It holds at once, over every later load, and you can take it back at any time.',
  mySayKept: 'Kept. It holds now.',
  waitingMySay: 'Looking up what you decided …',
  suggestMe: 'Suggest me to colleagues',
  suggestMeHelp: 'As an expert on what you write about, and to introduce others. Without it you are never shown for either, and cannot be asked.',
  shareAcquaintances: 'Colleagues may be introduced to one another over people I know',
  shareNONE: 'only where they could read that we know each other',
  shareCOMMUNITIES: 'also where we know each other from communities they are not in',
  sharePRIVATE_TOO: 'also where we know each other from private messages',
  shareAcquaintancesHelp: 'Such an acquaintance is used only if the other person agreed as well. Colleagues then see that you two know each other: never from where, how often or since when, and never a message.',
  bothAgreed: 'know each other; both agreed to introduce colleagues',
  yourProfile: 'Your profile',
  yourProfileHelp: 'what you are known for, and what is used of you',
  declaredTopics: 'Says so',
  declaredTopicsHelp: 'Declared, confirmed or added by the person: counts as evidence',
  topicPassages: (topic) => `Contributions about ${topic}`,
  waitingPassages: 'Looking for contributions …',
  noPassages: 'None that you may read.',
};
