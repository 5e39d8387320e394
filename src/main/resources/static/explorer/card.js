// One expert: who, why, the evidence, the way there, and what the place in the answer was made of.

import { helped, introductionRequest } from './actions.js';
import { h, initials, marked } from './dom.js';
import { ask, me } from './graphql.js';
import { day, languageName, number, t } from './i18n.js';
import { introduction } from './introduction.js';
import { variables } from './question.js';
import { refusal, waiting } from './waiting.js';

const EVIDENCE_MAX = 10;
const EVIDENCE_FIRST = 3;
const SUBJECT_MAX = 90;
/** What is shown of a contribution. */
export const PIECE = `fragment Piece on Evidence {
  contribution subject subjectMarks { start end } snippet marks { start end } link at reactions helpful markedByMe resolving similarInMeaning community { name }
}`;
const MORE = `query Evidence($about: String, $question: ID, $from: ID, $filter: ExpertFilter, $by: Ranking!, $before: String) {
  experts(about: $about, question: $question, from: $from, filter: $filter, by: $by, first: 1, after: $before) {
    nodes { person { id } evidence(first: ${EVIDENCE_MAX}) { ...Piece } }
  }
}
${PIECE}`;
const PARTS = ['text', 'nearby', 'recognition', 'recency', 'answering', 'focus', 'familiarity', 'reach'];
/** What is worth saying in words, with the least value at which it is. */
const REASONS = { text: 0.75, answering: 0.5, focus: 0.6, recognition: 0.4, recency: 0.8, familiarity: 0.2 };

export function expertCard(expert, search) {
  const { person } = expert;
  const name = `expert-${expert.rank}-name`;
  return h('li', { class: 'card', id: `expert-${expert.rank}`, tabindex: '-1', 'aria-labelledby': name },
    h('div', { class: 'card-head' },
      h('span', { class: 'disc', 'aria-hidden': 'true' }, initials(person.name), h('span', { class: 'rank' }, expert.rank)),
      h('div', {},
        h('h2', { id: name }, h('a', { href: `#/person?id=${encodeURIComponent(person.id)}` }, person.name)),
        h('p', { class: 'where' }, [person.title, person.unit?.name, expert.site?.name, languages(expert)].filter(Boolean).join(' · '))),
      h('span', { class: 'distance' }, distanceText(expert))),
    why(expert),
    declared(expert),
    evidence(expert, search),
    introduction(expert),
    expert.silos.length ? h('p', { class: 'crosses' }, h('span', { class: 'caption' }, t('crosses')),
      expert.silos.map((group) => h('span', { class: 'chip' }, h('small', {}, t(group.dimension)), group.name))) : null,
    workload(expert.workload),
    introductionRequest(expert, search.question.about),
    parts(expert.parts));
}

/** The languages they write in about it, as the reader calls them. */
function languages(expert) {
  return expert.languages.map(languageName).join(', ');
}

function distanceText(expert) {
  if (!me()) return null;
  if (expert.person.id === me().id) return t('itsYou');
  if (expert.distance === null) return t('noDistance');
  return expert.distance === 0 ? t('sameUnit') : t('distance', expert.distance);
}

/** Said where it matters: whoever is asked a lot, or hardly. */
function workload(load) {
  if (!load || load.level === 'USUAL') return null;
  return h('p', { class: `workload ${load.level.toLowerCase()}` }, t(`${load.level}_LOAD`), ' ',
    h('small', {}, t('loadFigures', load.askedLately, number(load.ownUsual, 1))));
}

/** The reasons in words, and the doubt where there is one. */
function why({ parts: values, weak, evidence: pieces, declared: topics, nearbyTopics: near }) {
  // A like word matched closely is no close match.
  const told = weak ? { ...values, text: 0 } : values;
  const reasons = Object.entries(REASONS).filter(([name, least]) => told[name] >= least).map(([name]) => t(`${name}Reason`));
  if (!weak && !reasons.length) reasons.push(t('noReason'));
  return [
    near.length ? byTopic(near) : weak ? h('p', { class: 'weak' }, h('strong', {}, t('weak')), t('colon'), t(topics.length && !pieces.length ? 'onlySaysSo' : 'weakHelp')) : null,
    h('ul', { class: 'why', 'aria-label': t('reasons') }, reasons.map((reason) => h('li', {}, reason))),
  ];
}

/** Said of whoever was found by topic alone, with the topics. */
function byTopic(topics) {
  return h('p', { class: 'weak by-topic' }, h('strong', {}, t('nearby')), t('colon'), t('nearbyTopics', topics.map(({ name }) => name).join(', ')));
}

/** What the expert says of themselves: the organisation's list, or their own word. */
function declared({ declared: topics }) {
  return topics.length ? h('p', { class: 'declared', title: t('declaredTopicsHelp') }, h('span', { class: 'caption' }, t('declaredTopics')),
    topics.map(({ name }) => h('span', { class: 'chip plain' }, name))) : null;
}

function evidence(expert, search) {
  const list = h('ul', { class: 'evidence', 'aria-label': t('evidence') });
  const box = h('div', {}, list);
  const fill = (items, open) => list.replaceChildren(...items.map((item, index) => piece(item, search.question.about, open || index === 0)));
  fill(expert.evidence, false);
  if (expert.evidence.length < EVIDENCE_FIRST) return box;
  const more = h('button', { type: 'button', class: 'link more-evidence', onclick: async () => {
    const wait = waiting(t('waitingEvidence'));
    more.replaceWith(wait);
    try {
      // The page that begins after the expert before this one.
      const { experts } = await ask(MORE, { ...variables(search.question), before: expert.before }, search.signal);
      fill(experts.nodes[0]?.person.id === expert.person.id ? experts.nodes[0].evidence : expert.evidence, true);
      wait.remove();
    } catch (error) {
      wait.replaceWith(refusal(error));
    }
  } }, t('moreEvidence'));
  box.append(more);
  return box;
}

/** A contribution; those after the first are folded to one line. */
function piece(item, about, open) {
  return h('li', {}, h('details', { open },
    h('summary', {}, subject(item), h('time', { datetime: item.at }, day(item.at))),
    h('blockquote', {}, marked(item.snippet, item.marks)),
    h('p', { class: 'meta' },
      item.community && item.subject ? h('span', {}, item.community.name) : null,
      item.reactions ? h('span', {}, t('reactions', item.reactions)) : null,
      item.similarInMeaning ? h('span', { class: 'alike', title: t('similarInMeaningHelp') }, t('similarInMeaning')) : null,
      item.resolving ? h('span', { class: 'accepted' }, `✓ ${t('accepted')}`) : null,
      link(item),
      helped(item, about))));
}

/** Leaves the page only for the web: the API promises http or https, and an address comes from data. */
function link({ link: address }) {
  if (!address || !URL.canParse(address) || !['http:', 'https:'].includes(new URL(address).protocol)) return null;
  return h('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, t('readInFull'), h('span', { 'aria-hidden': 'true' }, ' ↗'));
}

/** Where there is no subject, the beginning of the text stands for it while the text is folded away. */
function subject(item) {
  if (item.subject) return h('span', { class: 'subject' }, marked(item.subject, item.subjectMarks));
  return [h('span', { class: 'subject folded' }, shortened(item)),
    h('span', { class: 'subject unfolded' }, item.community?.name ?? t('message'))];
}

function shortened({ snippet, marks }) {
  const end = snippet.length > SUBJECT_MAX ? snippet.lastIndexOf(' ', SUBJECT_MAX) : snippet.length;
  return [marked(snippet.slice(0, end), marks.filter((mark) => mark.end <= end)), end < snippet.length ? ' …' : ''];
}

/** Every part of the score as a bar and a figure, folded: the reasons above say the same in words. */
function parts(values) {
  const shown = PARTS.filter((name) => (name !== 'familiarity' || me()) && (name !== 'nearby' || values.nearby > 0));
  return h('details', { class: 'parts-box' }, h('summary', {}, t('parts')),
    h('dl', { class: 'parts' }, shown.map((name) => h('div', {},
      h('dt', {}, t(name)),
      h('dd', {},
        h('span', { class: 'bar', 'aria-hidden': 'true' }, h('span', { style: { width: percentWidth(values[name]) } })),
        h('span', { class: 'figure' }, number(values[name], 2))),
      h('dd', { class: 'help' }, t(`${name}Help`))))));
}

function percentWidth(share) {
  return `${Math.round(share * 100)}%`;
}
