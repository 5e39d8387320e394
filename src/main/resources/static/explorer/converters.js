// People after whom their neighbours begin, against days dealt anew: asked for when it is opened, often nobody.

import { choices } from './controls.js';
import { h } from './dom.js';
import { ask } from './graphql.js';
import { pValue, strip } from './estimates.js';
import { day, number, t } from './i18n.js';
import { notShown } from './community-shape.js';
import { whenOpened } from './waiting.js';

const NEIGHBOURS = ['UNIT', 'SITE', 'LINE'];
const CONVERTERS = `query Converters($dimension: Dimension!, $unitDepth: Int, $window: WindowInput, $channels: [String!], $leaderDepth: Int!, $neighbours: Neighbourhood!, $language: Language!) {
  adoption(dimension: $dimension, unitDepth: $unitDepth, window: $window, channels: $channels, leaderDepth: $leaderDepth) {
    contagion(neighbours: $neighbours) { state summary(language: $language) people tested followed expected low high p }
    converters(neighbours: $neighbours, first: 20) {
      nodes { person { id name title unit { id name } } activeFrom neighbours followed expected low high adjusted summary(language: $language) }
      provenance { method(language: $language) }
    }
  }
}`;

export function converters({ cut, window, channel, depth, view }) {
  const { parameters, keep, go, signal } = view;
  const neighbours = NEIGHBOURS.includes(parameters.get('neighbours')) ? parameters.get('neighbours') : 'UNIT';
  const box = whenOpened(t('convertersTitle'), t('waitingConverters'), async () => {
    const { adoption } = await ask(CONVERTERS, { ...cut, window, channels: channel ? [channel] : null, leaderDepth: Number(depth), neighbours }, signal);
    return [
      h('p', { class: 'help' }, t('convertersHelp')),
      choices('neighbours', t('neighboursAre'), NEIGHBOURS.map((value) => [value, t(`neighbours_${value}`)]), neighbours, (value) => go({ neighbours: value, open: 'converters' })),
      contagion(adoption.contagion),
      people(adoption.converters.nodes),
      h('p', { class: 'provenance' }, adoption.converters.provenance.method)];
  });
  box.classList.add('converters');
  box.addEventListener('toggle', () => keep({ open: box.open ? 'converters' : null }));
  box.open = parameters.get('open') === 'converters';
  return box;
}

function contagion(found) {
  if (found.state !== 'SHOWN') return h('div', { class: 'contagion' }, notShown(found.state), h('p', { class: 'sentence' }, found.summary));
  return h('div', { class: 'contagion' },
    h('p', { class: 'sentence' }, t('contagionSentence', number(found.followed), number(found.expected, 1), number(found.low), number(found.high)), ' ', pValue(found.p), '. ',
      h('strong', {}, t(found.p < 0.05 ? (found.followed > found.expected ? 'contagious' : 'notContagious') : 'contagionUnsure'))),
    h('p', { class: 'help' }, t('contagionTested', number(found.people), number(found.tested))));
}

function people(list) {
  if (!list.length) return h('p', { class: 'hint' }, t('noConverters'));
  return h('ol', { class: 'linkers' }, list.map((converter) => {
    const pseudonym = converter.activeFrom === null;
    const reach = Math.max(converter.followed, converter.high) + 1;
    return h('li', {},
      h('strong', {}, pseudonym ? converter.person.name : h('a', { href: `#/person?id=${encodeURIComponent(converter.person.id)}` }, converter.person.name)),
      h('p', { class: 'where' }, pseudonym ? t('pseudonym') : [converter.person.title, converter.person.unit?.name, t('activeFrom', day(converter.activeFrom))].filter(Boolean).join(' · ')),
      h('p', {}, t('followedOf', number(converter.followed), number(converter.neighbours), number(converter.expected, 1), number(converter.low), number(converter.high)), ' ', pValue(converter.adjusted)),
      strip({ value: converter.followed, low: converter.low, high: converter.high }, { from: 0, to: reach, reference: converter.expected }),
      h('p', { class: 'help' }, converter.summary));
  }));
}
