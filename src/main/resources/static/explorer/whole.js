// The whole of a silo map beside its matrix: how open, beside chance, channel by channel, over time, group by group.

import { h } from './dom.js';
import { ask } from './graphql.js';
import { number, percent, t } from './i18n.js';
import { course, strip, withInterval } from './estimates.js';
import { stateOf } from './controls.js';
import { whenOpened } from './waiting.js';

/** What takes seconds in a large network: each part is asked for when the reader opens it. */
const heavy = (name, fields, more = '') => `query ${name}($dimension: Dimension!, $unitDepth: Int, $window: WindowInput, $channels: [String!]${more}) {
  silos(dimension: $dimension, unitDepth: $unitDepth, window: $window, channels: $channels) { ${fields} }
}`;
const CHANNELS = heavy('Channels', 'byChannel { channel state ties externalInternal externalInternalInterval { value low high } difference { value low high } sentence(language: $language) }', ', $language: Language!');
const TREND = heavy('Trend', 'trend { window { from to } state externalInternal { value low high } permeability { value low high } }');
const CHANCE = heavy('Chance', `
  wholeState externalInternal externalInternalExpected { value low high }
  modularityByLabels { observed expected { value low high } }`);
const SEGREGATION = heavy('Segregation', `wholeState segregation {
  segregation { observed expected { value low high } }
  assortativity { observed expected { value low high } }
}`);
const CLUSTERS = heavy('Clusters', `clusters {
  clusters modularity adjustedMutualInformation stability matches { group { id name } sentence(language: $language) }
}`, ', $language: Language!');

/** The boxes beside the map of a question; `inside` tells the groups that are looked at. */
export function wholeOf(silos, question, signal, inside) {
  const part = async (query) => (await ask(query, question, signal)).silos;
  return [whole(silos),
    openness(silos.groups.filter(inside)),
    whenOpened(t('overTime'), t('waitingTrend'), async () => overTime((await part(TREND)).trend)),
    whenOpened(t('chance'), t('waitingChance'), async () => chance(await part(CHANCE))),
    whenOpened(t('segregation'), t('waitingSegregation'), async () => segregation(await part(SEGREGATION))),
    whenOpened(t('clusters'), t('waitingClusters'), async () => clusters((await part(CLUSTERS)).clusters, inside)),
    question.channels ? null : whenOpened(t('byChannel'), t('waitingChannels'), async () => channels((await part(CHANNELS)).byChannel))];
}

function overTime(periods) {
  const points = (figure) => periods.map((period) => ({ window: period.window, state: period.state, ...period[figure] }));
  return [h('h3', {}, t('permeabilityOfAll')), course(points('permeability'), { title: t('permeabilityOfAll'), write: percent }),
    h('h3', {}, t('eiIndex')), course(points('externalInternal'), { title: t('eiIndex'), write: (value) => number(value, 2) }),
    h('p', { class: 'help' }, t('courseHelp'))];
}

function row(name, help, value, more) {
  return h('div', {}, h('dt', {}, name),
    h('dd', {}, h('span', { class: 'figure' }, value === null ? '–' : number(value, 2)), more ? h('small', {}, more) : null),
    help ? h('dd', { class: 'help' }, help) : null);
}

function whole(silos) {
  if (silos.wholeState === 'SUPPRESSED') {
    return h('section', { class: 'panel' }, h('h2', {}, t('whole')), h('p', { class: 'hint' }, t('wholeWithheld')));
  }
  return h('section', { class: 'panel' }, h('h2', {}, t('whole')), h('dl', { class: 'figures' },
    row(t('eiIndex'), t('eiHelp'), silos.externalInternal, null),
    row(t('modularity'), t('modularityHelp'), silos.modularity, null)));
}

function besideChance(expected) {
  return expected ? t('eiExpected', number(expected.value, 2), number(expected.low, 2), number(expected.high, 2)) : null;
}

function chance({ wholeState, externalInternal, externalInternalExpected, modularityByLabels }) {
  if (wholeState === 'SUPPRESSED') return h('p', { class: 'hint' }, t('wholeWithheld'));
  return h('dl', { class: 'figures' },
    row(t('eiIndex'), null, externalInternal, besideChance(externalInternalExpected)),
    row(t('modularity'), null, modularityByLabels?.observed ?? null, besideChance(modularityByLabels?.expected)));
}

function segregation({ wholeState, segregation: scores }) {
  if (wholeState === 'SUPPRESSED') return h('p', { class: 'hint' }, t('wholeWithheld'));
  return h('dl', { class: 'figures' },
    row(t('freeman'), t('freemanHelp'), scores.segregation?.observed ?? null, besideChance(scores.segregation?.expected)),
    row(t('assortativity'), t('assortativityHelp'), scores.assortativity?.observed ?? null, besideChance(scores.assortativity?.expected)));
}

function clusters(found, inside) {
  return [h('dl', { class: 'figures' },
    h('div', {}, h('dt', {}, t('clusterCount')), h('dd', {}, h('span', { class: 'figure' }, number(found.clusters)))),
    row(t('ami'), t('amiHelp'), found.adjustedMutualInformation,
      found.stability === null ? null : t('stability', number(found.stability, 2))),
    row(t('clusterModularity'), null, found.modularity, null)),
  h('ul', { class: 'sentences' }, found.matches.filter(inside)
    .sort((a, b) => a.group.name.localeCompare(b.group.name, undefined, { numeric: true })).map(({ sentence }) => h('li', {}, sentence)))];
}

/** Each channel beside all of them: does it alone make the groups look more open or more closed? */
function channels(list) {
  if (!list.length) return h('p', { class: 'hint' }, t('NO_DATA'));
  const reach = Math.max(0.1, ...list.flatMap(({ difference }) => (difference ? [Math.abs(difference.low), Math.abs(difference.high)] : [])));
  return [h('p', { class: 'help' }, t('channelsHelp')), h('ul', { class: 'channels' }, list.map((channel) => h('li', {},
    h('p', {}, h('strong', {}, channel.channel), ' ',
      h('span', { class: 'figure' }, stateOf(channel) === 'shown' ? `${t('eiIndex')} ${channel.externalInternal === null ? '–' : number(channel.externalInternal, 2)}` : t(channel.state))),
    channel.difference ? strip(channel.difference, { from: -reach, to: reach, reference: 0 }) : null,
    channel.difference ? h('p', { class: 'help' }, t('channelDifference', withInterval(channel.difference))) : null,
    h('p', { class: 'help' }, channel.sentence))))];
}

function openness(groups) {
  const sorted = [...groups].sort((a, b) => (a.permeability ?? 2) - (b.permeability ?? 2) || a.group.name.localeCompare(b.group.name, undefined, { numeric: true }));
  return h('section', { class: 'panel' }, h('h2', {}, t('openness')), h('ul', { class: 'openness' }, sorted.map((entry) => {
    const shown = entry.state === 'SHOWN' && entry.permeability !== null;
    const kind = entry.state === 'SUPPRESSED' ? 'suppressed' : 'no_data';
    return h('li', { title: t('people', number(entry.people)) },
      h('span', { class: 'name', title: entry.group.name }, entry.group.name),
      shown
        ? h('span', { class: 'bar', 'aria-hidden': 'true' }, h('span', { style: { width: percentWidth(entry.permeability) } }))
        : h('span', { class: `bar ${kind}`, 'aria-hidden': 'true' }),
      h('span', { class: 'figure' }, shown ? percent(entry.permeability) : t(kind.toUpperCase())));
  })));
}

function percentWidth(share) {
  return `${Math.round(share * 1000) / 10}%`;
}
