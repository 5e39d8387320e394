// How far the groups are apart: a matrix of observed over expected ties. No data and withheld figures look
// like neither zero nor each other.

import { h } from './dom.js';
import { ask } from './graphql.js';
import { number, percent, t } from './i18n.js';
import { announce, waiting, whenOpened } from './waiting.js';

const DIMENSIONS = ['UNIT', 'TRADE', 'SITE', 'COMPANY', 'BORDER', 'COMMUNITY'];
const DEPTHS = [1, 2, 3, 0];
/** From an eighth of what chance gives to eight times: beyond, the colour says no more. */
const LIMIT = Math.log(8);
const SMALL_TABLE = 16;
const SILOS = `query Silos($dimension: Dimension!, $unitDepth: Int) {
  silos(dimension: $dimension, unitDepth: $unitDepth) {
    provenance { method snapshot window { from to } }
    groups { group { id name } people activePeople state permeability externalInternal }
    cells { from { id } to { id } state ties interactions density observedOverExpected { value low high } }
    externalInternal
    modularity
  }
}`;
/** What takes seconds in a large network: each part is asked for when the reader opens it. */
const heavy = (name, fields) => `query ${name}($dimension: Dimension!, $unitDepth: Int) {
  silos(dimension: $dimension, unitDepth: $unitDepth) { ${fields} }
}`;
const CHANNELS = heavy('Channels', 'byChannel { channel ties externalInternal }');
const CHANCE = heavy('Chance', `
  externalInternal externalInternalExpected { value low high }
  modularityByLabels { observed expected { value low high } }`);
const SEGREGATION = heavy('Segregation', `segregation {
  segregation { observed expected { value low high } }
  assortativity { observed expected { value low high } }
}`);
const CLUSTERS = heavy('Clusters', 'clusters { clusters modularity adjustedMutualInformation stability }');

export async function silosView({ root, parameters, go, signal }) {
  const asked = parameters.get('dimension');
  const dimension = DIMENSIONS.includes(asked) ? asked : 'UNIT';
  const unitDepth = parameters.has('depth') ? Number(parameters.get('depth')) : 3;
  const answer = h('div', { class: 'answer' }, waiting(t('waitingSilos')));
  root.replaceChildren(
    h('h1', {}, t('silosTitle')),
    h('p', { class: 'lead' }, t('silosLead')),
    choices('dimension', t('dimension'), DIMENSIONS.map((value) => [value, t(value)]), dimension,
      (value) => go({ dimension: value })),
    dimension === 'UNIT' ? choices('depth', t('depth'), DEPTHS.map((value) => [String(value), value ? String(value) : t('depthOwn')]),
      String(unitDepth), (value) => go({ depth: value })) : '',
    answer);
  const question = { dimension, unitDepth: dimension === 'UNIT' ? unitDepth : 0 };
  const { silos } = await ask(SILOS, question, signal);
  announce(t('groupsShown', number(silos.groups.length)));
  const part = async (query) => (await ask(query, question, signal)).silos;
  if (!silos.groups.length) {
    answer.replaceChildren(h('p', { class: 'hint' }, t('noGroups')));
    return;
  }
  const details = h('div', { class: 'details', 'aria-live': 'polite' }, h('p', { class: 'hint' }, t('pickCell')));
  answer.replaceChildren(
    legend(),
    h('div', { class: 'columns' },
      h('div', { class: 'matrix-side' }, h('div', { class: 'scroll', tabindex: '-1' }, matrix(silos, details))),
      h('aside', {}, details, whole(silos),
        whenOpened(t('chance'), t('waitingChance'), async () => chance(await part(CHANCE))),
        whenOpened(t('segregation'), t('waitingSegregation'), async () => segregation((await part(SEGREGATION)).segregation)),
        whenOpened(t('clusters'), t('waitingClusters'), async () => clusters((await part(CLUSTERS)).clusters)),
        whenOpened(t('byChannel'), t('waitingChannels'), async () => channels((await part(CHANNELS)).byChannel)),
        openness(silos.groups))),
    h('p', { class: 'provenance' }, silos.provenance.method));
}

/** One choice of a few, as radio buttons that look like one control. */
export function choices(name, label, options, chosen, change) {
  return h('fieldset', { class: 'choices' }, h('legend', {}, label),
    h('div', {}, options.map(([value, text]) => h('label', {},
      h('input', { type: 'radio', name, value, checked: value === chosen, onchange: () => change(value) }),
      h('span', {}, text)))));
}

// Brown for fewer ties than chance, green-blue for more; light at 1, and dark text stays legible on all of it.
function colour(value) {
  const position = Math.max(-1, Math.min(1, Math.log(Math.max(value, 1e-9)) / LIMIT));
  const ramp = position < 0
    ? d3.interpolateLab('#f7f5f0', '#d9884f')
    : d3.interpolateLab('#f7f5f0', '#4fa3a5');
  return ramp(Math.abs(position));
}

function legend() {
  const steps = d3.range(-1, 1.01, 0.25).map((step) => h('span', { style: { background: colour(Math.exp(step * LIMIT)) } }));
  return h('div', { class: 'legend' },
    h('span', {}, `⅛ ${t('less')}`), h('span', { class: 'ramp', 'aria-hidden': 'true' }, steps), h('span', {}, `8× ${t('moreTies')}`),
    h('span', { class: 'key', title: t('noDataHelp') }, h('span', { class: 'swatch no_data', 'aria-hidden': 'true' }), t('NO_DATA')),
    h('span', { class: 'key', title: t('suppressedHelp') }, h('span', { class: 'swatch suppressed', 'aria-hidden': 'true' }), t('SUPPRESSED')));
}

function matrix(silos, details) {
  const groups = [...silos.groups].sort((a, b) => a.group.name.localeCompare(b.group.name));
  const cells = new Map();
  for (const cell of silos.cells) {
    cells.set(`${cell.from.id} ${cell.to.id}`, cell);
    cells.set(`${cell.to.id} ${cell.from.id}`, cell);
  }
  const rows = groups.map((row, r) => h('tr', {},
    h('th', { scope: 'row', title: row.group.name }, row.group.name),
    groups.map((column, c) => tableCell(cells.get(`${row.group.id} ${column.group.id}`), row.group, column.group, r + c === 0, details))));
  return h('table', {
    role: 'grid',
    class: groups.length > SMALL_TABLE ? 'matrix dense' : 'matrix',
    'aria-label': t('matrix'),
    onkeydown: moveBetweenCells,
  },
  h('thead', {}, h('tr', {}, h('td', {}), groups.map((column) => h('th', { scope: 'col', title: column.group.name },
    h('span', {}, column.group.name))))),
  h('tbody', {}, rows));
}

function tableCell(cell, row, column, first, details) {
  const state = cell?.state ?? 'NO_DATA';
  const estimate = cell?.observedOverExpected ?? null;
  const shown = state === 'SHOWN' && estimate !== null;
  const kind = shown ? 'shown' : state === 'SUPPRESSED' ? 'suppressed' : 'no_data';
  const text = shown ? number(estimate.value, estimate.value < 9.95 ? 1 : 0) : t(kind.toUpperCase());
  const pair = row.id === column.id ? t('within', row.name) : t('between', row.name, column.name);
  const pick = (event) => {
    details.replaceChildren(...figures(cell, pair, kind));
    event.currentTarget.closest('table').querySelectorAll('[tabindex="0"]').forEach((other) => { other.tabIndex = -1; });
    event.currentTarget.tabIndex = 0;
  };
  return h('td', {
    role: 'gridcell',
    class: row.id === column.id ? `${kind} own` : kind,
    tabindex: first ? '0' : '-1',
    'aria-label': `${pair}: ${text}`,
    title: `${pair}: ${text}`,
    style: shown ? { background: colour(estimate.value) } : {},
    onfocus: pick,
    onclick: (event) => event.currentTarget.focus(),
  }, shown ? text : kind === 'suppressed' ? '·' : '');
}

function moveBetweenCells(event) {
  const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
  const step = steps[event.key];
  const cell = event.target.closest('td');
  if (!step || !cell) return;
  event.preventDefault();
  const body = cell.closest('tbody');
  const row = body.rows[cell.parentNode.sectionRowIndex + step[0]];
  row?.cells[cell.cellIndex + step[1]]?.focus();
}

/** What stands behind a cell, in words. */
function figures(cell, pair, kind) {
  if (kind !== 'shown') {
    return [h('h2', {}, pair), h('p', {}, t(kind.toUpperCase()), '. ', t(kind === 'suppressed' ? 'suppressedHelp' : 'noDataHelp'))];
  }
  const { value, low, high } = cell.observedOverExpected;
  return [
    h('h2', {}, pair),
    h('p', { class: 'headline' }, t('times', number(value, 2)), h('span', {}, t('interval', number(low, 2), number(high, 2)))),
    h('p', { class: 'meta' },
      cell.ties === null ? null : h('span', {}, t('ties', number(cell.ties))),
      cell.interactions === null ? null : h('span', {}, t('interactions', number(cell.interactions))),
      cell.density === null ? null : h('span', {}, t('density', percent(cell.density)))),
  ];
}

function row(name, help, value, more) {
  return h('div', {}, h('dt', {}, name),
    h('dd', {}, h('span', { class: 'figure' }, value === null ? '–' : number(value, 2)), more ? h('small', {}, more) : null),
    help ? h('dd', { class: 'help' }, help) : null);
}

function whole(silos) {
  return h('section', { class: 'panel' }, h('h2', {}, t('whole')), h('dl', { class: 'figures' },
    row(t('eiIndex'), t('eiHelp'), silos.externalInternal, null),
    row(t('modularity'), t('modularityHelp'), silos.modularity, null)));
}

function besideChance(expected) {
  return expected ? t('eiExpected', number(expected.value, 2), number(expected.low, 2), number(expected.high, 2)) : null;
}

function chance({ externalInternal, externalInternalExpected, modularityByLabels }) {
  return h('dl', { class: 'figures' },
    row(t('eiIndex'), null, externalInternal, besideChance(externalInternalExpected)),
    row(t('modularity'), null, modularityByLabels?.observed ?? null, besideChance(modularityByLabels?.expected)));
}

function segregation(scores) {
  return h('dl', { class: 'figures' },
    row(t('freeman'), t('freemanHelp'), scores.segregation?.observed ?? null, besideChance(scores.segregation?.expected)),
    row(t('assortativity'), t('assortativityHelp'), scores.assortativity?.observed ?? null, besideChance(scores.assortativity?.expected)));
}

function clusters(found) {
  return h('dl', { class: 'figures' },
    h('div', {}, h('dt', {}, t('clusterCount')), h('dd', {}, h('span', { class: 'figure' }, number(found.clusters)))),
    row(t('ami'), t('amiHelp'), found.adjustedMutualInformation,
      found.stability === null ? null : t('stability', number(found.stability, 2))),
    row(t('clusterModularity'), null, found.modularity, null));
}

function channels(list) {
  if (!list.length) return h('p', { class: 'hint' }, t('NO_DATA'));
  return h('table', { class: 'plain' },
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('channel')), h('th', { scope: 'col' }, t('ties', '')), h('th', { scope: 'col', title: t('eiHelp') }, t('eiIndex')))),
    h('tbody', {}, list.map((channel) => h('tr', {}, h('th', { scope: 'row' }, channel.channel), h('td', {}, channel.ties === null ? '–' : number(channel.ties)),
      h('td', {}, channel.externalInternal === null ? '–' : number(channel.externalInternal, 2))))));
}

function openness(groups) {
  const sorted = [...groups].sort((a, b) => (a.permeability ?? 2) - (b.permeability ?? 2) || a.group.name.localeCompare(b.group.name));
  return h('section', { class: 'panel' }, h('h2', {}, t('openness')), h('ul', { class: 'openness' }, sorted.map((entry) => {
    const shown = entry.state === 'SHOWN' && entry.permeability !== null;
    const kind = entry.state === 'SUPPRESSED' ? 'suppressed' : 'no_data';
    return h('li', { title: t('people', number(entry.people)) },
      h('span', { class: 'name' }, entry.group.name),
      shown
        ? h('span', { class: 'bar', 'aria-hidden': 'true' }, h('span', { style: { width: percentWidth(entry.permeability) } }))
        : h('span', { class: `bar ${kind}`, 'aria-hidden': 'true' }),
      h('span', { class: 'figure' }, shown ? percent(entry.permeability) : t(kind.toUpperCase())));
  })));
}

function percentWidth(share) {
  return `${Math.round(share * 1000) / 10}%`;
}
