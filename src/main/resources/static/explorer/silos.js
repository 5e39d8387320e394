// How far the groups are apart: a map of groups as a matrix, as circles within circles, or as a table of pairs.

import { h } from './dom.js';
import { ask } from './graphql.js';
import { cellPanel } from './cell.js';
import { choices, cutControls, cutOf, otherDays, select, windowFields, windowOf } from './controls.js';
import { number, t } from './i18n.js';
import { isWide, matrix, pairTable } from './matrix.js';
import { nest } from './nest.js';
import { FIGURES, legend, scaleOf } from './silo-figures.js';
import { announce, waiting } from './waiting.js';
import { wholeOf } from './whole.js';

const DRAWINGS = ['MATRIX', 'NEST', 'TABLE'];
const DEEPEST = 3;
const SILOS = `query Silos($dimension: Dimension!, $unitDepth: Int, $window: WindowInput, $channels: [String!], $language: Language!) {
  silos(dimension: $dimension, unitDepth: $unitDepth, window: $window, channels: $channels) {
    provenance { method(language: $language) snapshot window { from to } }
    groups {
      group { id name above { id name above { id name above { id name above { id name } } } } }
      people activePeople state permeability externalInternal
    }
    cells { from { id } to { id } state ties people interactions density observedOverExpected { value low high } }
    wholeState
    externalInternal
    modularity
  }
}`;
const RANGE = 'query Range { dataset { extent { from to } coverage { channel } } }';

export async function silosView(view) {
  const { root, parameters, go, signal } = view;
  const cut = cutOf(parameters);
  const figure = FIGURES.includes(parameters.get('figure')) ? parameters.get('figure') : 'OE';
  const drawing = DRAWINGS.includes(parameters.get('draw')) ? parameters.get('draw') : 'MATRIX';
  const forget = { one: null, other: null, in: null };
  const answer = h('div', { class: 'answer' }, waiting(t('waitingSilos')));
  const narrowing = h('div', { class: 'narrowing' });
  root.replaceChildren(
    h('h1', {}, t('silosTitle')),
    h('p', { class: 'lead' }, t('silosLead')),
    h('div', { class: 'bars' }, cutControls(cut, go, forget)),
    h('div', { class: 'bars' },
      choices('draw', t('drawAs'), DRAWINGS.map((value) => [value, t(value)]), drawing, (value) => go({ draw: value })),
      drawing === 'MATRIX' ? choices('figure', t('figure'), FIGURES.map((value) => [value, t(value)]), figure, (value) => go({ figure: value })) : null),
    narrowing, answer);
  const { dataset } = await ask(RANGE, {}, signal);
  const channels = [...new Set(dataset.coverage.map(({ channel }) => channel))].sort();
  const channel = channels.includes(parameters.get('channel')) ? parameters.get('channel') : null;
  narrowing.replaceChildren(
    ...windowFields(windowOf(parameters), dataset.extent, go),
    select('channel', t('channel'), t('allChannels'), channels.map((name) => [name, name]), channel, (value) => go({ channel: value })));
  const question = { ...cut, window: windowOf(parameters), channels: channel ? [channel] : null };
  const { silos } = await ask(SILOS, question, signal);
  announce(t('groupsShown', number(silos.groups.length)));
  if (!silos.groups.length) {
    answer.replaceChildren(h('p', { class: 'hint' }, t('noGroups')));
    return;
  }
  narrowing.append(otherDays(question.window, silos.provenance.window) ?? '');
  drawn(answer, silos, { view, question, figure, drawing, channels });
}

/** The map, what is beside it, and what a picked cell says. */
function drawn(answer, silos, { view, question, figure, drawing, channels }) {
  const { parameters, go, keep, signal } = view;
  const map = mapOf(silos, parameters.get('in'));
  const panel = cellPanel({ question, channels, window: silos.provenance.window, signal, drill: drillOf(question, go) });
  const chosen = chosenOf(parameters, map);
  const pick = (one, other) => {
    keep({ one: one.id, other: other.id });
    panel.show(map.place(one.id, other.id), one, other);
  };
  const places = map.groups.flatMap((row) => map.groups.map((column) => map.place(row.group.id, column.group.id)));
  const colour = scaleOf(figure, places);
  const settings = { figure, colour, pick, chosen };
  const seen = { groups: map.groups, place: (row, column) => map.place(row.group.id, column.group.id) };
  const picture = drawing === 'NEST' ? nest(map, settings, drillOf(question, go))
    : drawing === 'TABLE' ? pairTable(seen, pick)
      : h('div', { class: 'scroll', tabindex: '-1' }, matrix(seen, settings));
  answer.replaceChildren(
    trail(map, go),
    drawing === 'TABLE' ? '' : legend(figure, colour, places, drawing === 'NEST'),
    h('div', { class: drawing === 'MATRIX' && isWide(map.groups) ? 'columns wide' : 'columns' },
      h('div', { class: 'matrix-side' }, picture),
      h('aside', {}, panel.box, ...wholeOf(silos, question, signal, map.inside).filter(Boolean))),
    h('p', { class: 'provenance' }, silos.provenance.method));
  if (chosen) panel.show(map.place(chosen.one, chosen.other), map.named(chosen.one), map.named(chosen.other));
}

/** The groups of an answer by name, those within one unit only where one is looked into, and the cell of every two. */
function mapOf(silos, within) {
  const cells = new Map();
  for (const cell of silos.cells) {
    cells.set(`${cell.from.id}\n${cell.to.id}`, cell);
    cells.set(`${cell.to.id}\n${cell.from.id}`, cell);
  }
  const all = new Map(silos.groups.map((entry) => [entry.group.id, {
    ...entry,
    line: lineOf(entry.group),
    ownTies: cells.get(`${entry.group.id}\n${entry.group.id}`)?.ties ?? null,
  }]));
  const known = [...all.values()].some(({ line }) => line.some(({ id }) => id === within));
  const inside = ({ group }) => !known || all.get(group.id).line.some(({ id }) => id === within) || group.id === within;
  const groups = [...all.values()].filter(inside)
    .sort((a, b) => inOrder(lineText(a), lineText(b)) || inOrder(a.group.name, b.group.name));
  return {
    groups,
    inside,
    last: known ? null : all.get(within)?.group ?? null,
    within: known ? groups.flatMap(({ line }) => line).find(({ id }) => id === within) : null,
    named: (id) => all.get(id).group,
    has: (id) => all.has(id),
    place: (row, column) => ({ cell: cells.get(`${row}\n${column}`) ?? null, row: all.get(row) }),
  };
}

/** What a group is part of, the whole first. */
function lineOf(group) {
  const line = [];
  for (let above = group.above; above; above = above.above) line.unshift({ id: above.id, name: above.name });
  return line;
}

/** By name, Department 9 before Department 10. */
function inOrder(one, other) {
  return one.localeCompare(other, undefined, { numeric: true });
}

function lineText({ line }) {
  return line.map(({ name }) => name).join('\n');
}

/** Looks into a unit one level further down; null where there is none. */
function drillOf({ dimension, unitDepth }, go) {
  if (dimension !== 'UNIT' || unitDepth === 0) return null;
  const depth = unitDepth < DEEPEST ? unitDepth + 1 : 0;
  return (group) => go({ in: group.id, depth: String(depth), one: null, other: null });
}

/** Where the reader is: the unit looked into, and the way back. */
function trail(map, go) {
  // The last unit of a line has nothing below it: the reader sees the whole again, and is told why.
  if (map.last) return h('p', { class: 'hint trail' }, t('nothingBelow', map.last.name));
  if (!map.within) return '';
  return h('p', { class: 'trail' },
    h('button', { type: 'button', class: 'link', onclick: () => go({ in: null, one: null, other: null }) }, t('wholeOrganisation')),
    h('span', { 'aria-hidden': 'true' }, ' › '), h('strong', {}, map.within.name));
}

function chosenOf(parameters, map) {
  const [one, other] = [parameters.get('one'), parameters.get('other')];
  return one && other && map.has(one) && map.has(other) ? { one, other } : null;
}
