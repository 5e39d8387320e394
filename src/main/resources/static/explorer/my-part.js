// What somebody is to a community themselves, and their offer to animate it: nobody else sees this part.

import { h } from './dom.js';
import { ask, me } from './graphql.js';
import { number, percent, t } from './i18n.js';
import { refusal } from './waiting.js';

const MINE = `query Mine($id: ID!, $window: WindowInput, $from: ID, $language: Language!) {
  community(id: $id, window: $window) {
    mine(from: $from) { persona appointed natural offered advice(language: $language) animator { rank score parts { name value } } }
  }
}`;
const OFFER = `mutation Offer($community: ID!, $offer: AnimationOffer!, $from: ID) {
  offerToAnimate(community: $community, offer: $offer, from: $from)
}`;

export async function myPart(place, id, window, { signal }) {
  try {
    const { community } = await ask(MINE, { id, window, from: me().id }, signal);
    draw(place, id, community.mine);
  } catch (error) {
    place.replaceChildren(refusal(error));
  }
}

function draw(place, id, mine) {
  if (!mine) return;
  const said = h('p', { role: 'status' });
  const button = h('button', { type: 'button', class: 'more', onclick: async () => {
    button.disabled = true;
    try {
      const { offerToAnimate } = await ask(OFFER, { community: id, offer: mine.offered ? 'WITHDRAWN' : 'OFFERED', from: me().id });
      draw(place, id, { ...mine, offered: offerToAnimate === 'OFFERED' });
    } catch (error) {
      said.replaceChildren(refusal(error));
      button.disabled = false;
    }
  } }, t(mine.offered ? 'withdrawOffer' : 'offerToAnimate'));
  place.replaceChildren(h('section', { class: 'panel mine' }, h('h3', {}, t('myPart')),
    h('p', { class: 'help' }, t('onlyYou')),
    h('p', {}, mine.persona ? h('span', { class: 'chip plain', title: t(`${mine.persona}Help`) }, t(mine.persona)) : t('notContributed'), ' ',
      mine.natural ? h('span', { class: 'chip' }, t('significant')) : null, ' ',
      mine.appointed ? h('span', { class: 'chip plain' }, t('appointed')) : null),
    mine.animator ? h('p', {}, t('myRank', number(mine.animator.rank), number(mine.animator.score, 2))) : null,
    h('p', { class: 'sentence' }, mine.advice),
    mine.animator ? h('p', { class: 'meta' }, mine.animator.parts.map(({ name, value }) => h('span', {}, `${t(name)} ${percent(value)}`))) : null,
    h('p', {}, mine.offered ? t('youOffered') : t('offerHelp')), button, said));
}
