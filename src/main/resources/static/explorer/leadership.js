// Whether more people contribute for the first time after the leadership began something: an association, said as one.

import { notShown } from './community-shape.js';
import { h } from './dom.js';
import { pValue, signed, strip } from './estimates.js';
import { number, t } from './i18n.js';

export function leadership(effect) {
  const head = h('p', { class: 'help' }, t('leadershipHelp'));
  if (effect.state !== 'SHOWN') {
    return h('div', { class: 'leadership' }, head, notShown(effect.state), h('p', { class: 'sentence' }, effect.summary));
  }
  const { after, otherwise, difference, p } = effect;
  const most = Math.max(after, otherwise, 1e-9);
  return h('div', { class: 'leadership' }, head,
    h('div', { class: 'two' },
      h('div', { class: 'pairs-of' },
        bar('after', t('afterLeaders'), after, most),
        bar('otherwise', t('otherWeeks'), otherwise, most)),
      h('div', {}, difference ? [
        h('p', {}, h('span', { class: 'figure large' }, signed(difference.value)), ' ', h('span', { class: 'help' }, t('interval', signed(difference.low), signed(difference.high)), '; ', pValue(p))),
        strip(difference, { from: -reach(difference), to: reach(difference), reference: 0 }),
        h('p', { class: 'sentence' }, t(verdict(effect)))]
        : h('p', { class: 'hint' }, t('tooFewWeeks')))),
    h('p', { class: 'sentence' }, effect.summary),
    h('p', { class: 'help' }, t('weeksCompared', number(effect.leaders), number(effect.weeks), number(effect.unmatched)), ' ', t('association')),
    places(effect.places));
}

function reach({ low, high }) {
  return Math.max(Math.abs(low), Math.abs(high), 0.1) * 1.15;
}

function verdict({ p, difference }) {
  return p >= 0.05 ? 'leadersUnsure' : difference.value > 0 ? 'leadersMore' : 'leadersFewer';
}

function bar(kind, name, value, most) {
  return h('div', { class: `share-bar ${kind}` }, h('span', { class: 'of' }, name), h('span', { class: 'figure' }, number(value, 2)),
    h('span', { class: 'bar', 'aria-hidden': 'true' }, h('span', { style: { width: `${Math.round((value / most) * 100)}%` } })));
}

function places(list) {
  if (!list.length) return null;
  return h('details', { class: 'effect-places' }, h('summary', {}, t('placeByPlace')),
    h('div', { class: 'scroll' }, h('table', { class: 'plain wide' },
      h('thead', {}, h('tr', {}, ['community', 'weeksColumn', 'afterColumn', 'otherwiseColumn', 'test'].map((key) => h('th', { scope: 'col' }, t(key))))),
      h('tbody', {}, list.map((place) => h('tr', {}, h('th', { scope: 'row' }, place.community
        ? h('a', { href: `#/communities?id=${encodeURIComponent(place.community.id)}` }, place.community.name) : t('outsideCommunities')),
      h('td', { class: 'figure' }, number(place.weeks)),
      place.state === 'SHOWN' ? [h('td', { class: 'figure' }, number(place.after, 2)), h('td', { class: 'figure' }, number(place.otherwise, 2)),
        h('td', {}, h('span', { class: place.adjusted < 0.05 ? 'chip' : 'chip plain' }, t(place.adjusted < 0.05 ? 'aChange' : 'asChanceShort'), ` ${pValue(place.adjusted)}`))]
        : h('td', { class: 'absent', colspan: 3 }, t(place.state))))))));
}
