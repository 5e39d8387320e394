// Nobody was found: why, and what to do instead.

import { h } from './dom.js';
import { t } from './i18n.js';

/** What the API answers about it. */
export const NOBODY = `nobody {
  reason words withoutFilter similar topics { id name }
  communities { contributions community { id name } }
}`;

/** The reason in words, the nearest words to try, and the communities to ask. */
export function nobodyFound(nobody, about, go) {
  if (!nobody) return h('div', { class: 'nobody' }, h('h2', {}, t('noExperts')), h('p', {}, t('noExpertsHelp')));
  return h('div', { class: 'nobody' },
    h('h2', {}, t('noExperts')),
    h('p', {}, t(nobody.reason)),
    nobody.reason === 'APART' ? h('p', {}, h('button', {
      type: 'button',
      class: 'link without-quotes',
      onclick: () => go({ about: about.replace(/["“”«»]/gu, ' ').replace(/\s+/gu, ' ').trim() }),
    }, t('withoutQuotes'))) : null,
    nobody.withoutFilter && nobody.reason !== 'APART' ? h('p', {}, t('withoutFilterPeople', nobody.withoutFilter)) : null,
    nobody.similar.length ? [h('h3', {}, t('similarWords')), h('ul', { class: 'on similar' }, nobody.similar.map((word) => h('li', {},
      h('button', { type: 'button', onclick: () => go({ about: word }) }, word))))] : null,
    nobody.topics.length ? [h('h3', {}, t('nearTopics')), h('ul', { class: 'on similar near-topics' }, nobody.topics.map(({ name }) => h('li', {},
      h('button', { type: 'button', onclick: () => go({ about: name }) }, name))))] : null,
    nobody.communities.length ? [h('h3', {}, t('communitiesToAsk')), h('ul', { class: 'communities-to-ask' }, nobody.communities.map(({ community, contributions }) => h('li', {},
      h('a', { href: `#/communities?id=${encodeURIComponent(community.id)}` }, community.name),
      // Where no word is in use, what is written there holds the near ones.
      h('small', {}, t(nobody.reason === 'NOT_IN_USE' ? 'contributionsNear' : 'contributionsThere', contributions)))))] : null);
}
