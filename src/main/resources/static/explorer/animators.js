// Who animates a community, with the parts of the score and the exchanges behind each: never a rating, and under a
// pseudonym only what does not undo it.

import { h, initials } from './dom.js';
import { ask } from './graphql.js';
import { day, known, number, t } from './i18n.js';
import { refusal, waiting, whenOpened } from './waiting.js';

const PAGE = 3;
const ASK_AGAIN_MILLIS = 2500;
const ASK_AGAIN_MAX = 120;
const PARTS = ['sparks', 'draws', 'welcomes', 'resolves', 'connects', 'keeps'];
const ANIMATORS = `query Animators($id: ID!, $window: WindowInput, $after: String, $language: Language!) {
  community(id: $id, window: $window) {
    animators(first: ${PAGE}, after: $after) {
      edges {
        cursor
        node {
          rank score beforeRank appointed significant persona newcomer external summary(language: $language) contributions
          person { id name title unit { name } }
          rankInterval { state low high }
          legitimacy { kind legitimate reason(language: $language) }
          parts { name value }
        }
      }
      pageInfo { endCursor hasNextPage }
      provenance { method(language: $language) }
    }
  }
}`;
const RANKS = `query AnimatorRanks($id: ID!, $window: WindowInput, $after: String) {
  community(id: $id, window: $window) {
    animators(first: ${PAGE}, after: $after) { nodes { rank rankInterval { state low high } } }
  }
}`;
const EVIDENCE = `query AnimatorEvidence($id: ID!, $window: WindowInput, $after: String, $language: Language!) {
  community(id: $id, window: $window) {
    animators(first: 1, after: $after) { nodes { rank parts { name evidence(first: 4) { contribution thread at sentence(language: $language) } } } }
  }
}`;

/** Fills the place with the first animators and a way to the next. */
export async function animatorList(place, community, window, { signal }) {
  const list = h('ol', { class: 'animators' });
  const further = h('div', {});
  const add = async (after) => {
    const { community: found } = await ask(ANIMATORS, { id: community.id, window, after }, signal);
    const { edges, pageInfo, provenance } = found.animators;
    let previous = after;
    const cards = edges.map(({ node, cursor }) => {
      const before = previous;
      previous = cursor;
      return card(node, async () => (await ask(EVIDENCE, { id: community.id, window, after: before }, signal)).community.animators.nodes[0]);
    });
    list.append(...cards.map(({ box }) => box));
    if (!list.isConnected) {
      place.replaceChildren(...(cards.length ? [list, further, h('p', { class: 'provenance' }, provenance.method)] : [h('p', { class: 'hint' }, t('noAnimators'))]));
    }
    further.replaceChildren(pageInfo.hasNextPage ? moreButton(() => add(pageInfo.endCursor)) : '');
    if (edges.some(({ node }) => node.rankInterval.state === 'PENDING')) askAgain(cards, { id: community.id, window, after }, signal, ASK_AGAIN_MAX);
  };
  await add(null);
}

function moreButton(load) {
  const button = h('button', { type: 'button', class: 'more', onclick: async () => {
    button.replaceWith(waiting(t('waitingAnimators')));
    await load().catch((error) => button.replaceWith(refusal(error)));
  } }, t('more'));
  return button;
}

/** Where a rank lies in other weeks is computed in the background: the question is asked again until it is there. */
function askAgain(cards, question, signal, left) {
  if (!left) return;
  const timer = setTimeout(async () => {
    try {
      const { nodes } = (await ask(RANKS, question, signal)).community.animators;
      nodes.forEach((node) => cards.find(({ rank }) => rank === node.rank)?.tell(node.rankInterval));
      if (nodes.some((node) => node.rankInterval.state === 'PENDING')) askAgain(cards, question, signal, left - 1);
    } catch (error) {
      if (error.name !== 'AbortError') cards.forEach(({ tell }) => tell(null));
    }
  }, ASK_AGAIN_MILLIS);
  signal.addEventListener('abort', () => clearTimeout(timer));
}

function card(animator, load) {
  const { person } = animator;
  // What would undo a pseudonym is null under one: the volume is what everybody named has.
  const pseudonym = animator.contributions === null;
  const interval = h('span', { class: 'rank-interval' });
  const tell = (found) => interval.replaceChildren(...[found === null ? t('rankUnknown') : rankText(found)].flat());
  tell(animator.rankInterval);
  const box = h('li', { class: 'card animator' },
    h('div', { class: 'card-head' },
      h('span', { class: 'disc', 'aria-hidden': 'true' }, pseudonym ? '?' : initials(person.name), h('span', { class: 'rank' }, animator.rank)),
      h('div', {}, h('h4', {}, pseudonym ? person.name : h('a', { href: `#/person?id=${encodeURIComponent(person.id)}` }, person.name)),
        h('p', { class: 'where' }, pseudonym ? t('pseudonym') : [person.title, person.unit?.name].filter(Boolean).join(' · ')),
        h('p', { class: 'where' }, t('rankNumber', animator.rank), ' · ', interval)),
      h('span', { class: 'marks' },
        h('span', { class: animator.significant ? 'chip' : 'chip plain', title: t('significantHelp') }, t(animator.significant ? 'significant' : 'asVolume')),
        animator.persona ? h('span', { class: 'chip plain', title: t(`${animator.persona}Help`) }, t(animator.persona)) : null,
        animator.appointed ? h('span', { class: 'chip plain' }, t('appointed')) : null,
        animator.newcomer ? h('span', { class: 'chip plain' }, t('newcomer')) : null,
        animator.external ? h('span', { class: 'chip plain' }, t('external')) : null)),
    animator.summary ? h('p', { class: 'summary' }, animator.summary) : null,
    legitimacy(animator.legitimacy),
    h('dl', { class: 'parts' }, animator.parts.map((part) => h('div', { 'data-part': part.name, title: known(`${part.name}Help`) },
      h('dt', {}, known(part.name) ?? part.name),
      h('dd', {},
        h('span', { class: 'bar', 'aria-hidden': 'true' }, h('span', { style: { width: `${Math.round(Math.max(0, Math.min(1, part.value)) * 100)}%` } })),
        h('span', { class: 'figure' }, number(part.value, 2)))))),
    h('p', { class: 'meta score' }, h('span', {}, t('scoreOf', number(animator.score, 2))),
      animator.beforeRank === null ? null : h('span', {}, t('beforeRank', number(animator.beforeRank, 2))),
      pseudonym ? null : h('span', {}, t('volume', number(animator.contributions)))),
    pseudonym ? h('p', { class: 'help' }, t('pseudonymEvidence')) : whenOpened(t('whyAnimates'), t('waitingEvidence'), async () => behind(await load())));
  return { box, rank: animator.rank, tell };
}

function rankText({ state, low, high }) {
  if (state === 'READY') return low === high ? t('rankSure', number(low)) : t('rankBetween', number(low), number(high));
  return state === 'PENDING' ? [h('span', { class: 'turning small', 'aria-hidden': 'true' }), t('rankPending')] : t('rankNoData');
}

function legitimacy(found) {
  if (!found) return null;
  const verdict = found.legitimate === null ? 'unjudged' : found.legitimate ? 'legitimate' : 'illegitimate';
  return h('p', { class: `legitimacy ${verdict}` }, h('strong', {}, t(verdict, t(found.kind))), ' ', found.reason);
}

/** The contributions behind each part, as far as the reader may read them. */
function behind(animator) {
  const parts = PARTS.map((name) => animator?.parts.find((part) => part.name === name)).filter((part) => part?.evidence.length);
  if (!parts.length) return h('p', { class: 'hint' }, t('noReadableEvidence'));
  return [h('dl', { class: 'behind' }, parts.map((part) => h('div', {},
    h('dt', {}, t(part.name), h('small', {}, t(`${part.name}Help`))),
    h('dd', {}, h('ul', {}, part.evidence.map((piece) => h('li', {},
      h('span', { class: 'subject' }, piece.thread ?? t('message')), ' ', h('time', { datetime: piece.at }, day(piece.at)),
      h('p', {}, piece.sentence)))))))),
  h('p', { class: 'help' }, t('evidenceKeeps'))];
}
