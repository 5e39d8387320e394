// What stands behind one cell of the silo map: a sentence, how it went over time, channel by channel, who links the two
// groups and which meetings would. What takes long is asked for when it is opened; what is open stays open for the next cell.

import { h } from './dom.js';
import { ask } from './graphql.js';
import { number, percent, t } from './i18n.js';
import { stateOf } from './controls.js';
import { course, strip, withInterval } from './estimates.js';
import { pairName } from './matrix.js';
import { unsure, valueOf } from './silo-figures.js';
import { whenOpened } from './waiting.js';

const STRETCHES_MAX = 8;
const CELL = `query Cell($dimension: Dimension!, $unitDepth: Int, $window: WindowInput, $channels: [String!], $between: [ID!]) {
  silos(dimension: $dimension, unitDepth: $unitDepth, window: $window, channels: $channels) {
    cells(between: $between) { state ties observedOverExpected { value low high } }
  }
}`;
const HELD = `query Held($dimension: Dimension!, $unitDepth: Int, $window: WindowInput, $channels: [String!], $between: [ID!]!) {
  silos(dimension: $dimension, unitDepth: $unitDepth, window: $window, channels: $channels) {
    heldBy(between: $between) {
      state
      directly { people persons(first: 5) { id name } }
      byAnyWay { people }
    }
  }
}`;
const LINKS = `query Links($dimension: Dimension!, $unitDepth: Int, $window: WindowInput, $between: [ID!], $language: Language!) {
  bridges(dimension: $dimension, unitDepth: $unitDepth, window: $window, between: $between, first: 3) {
    nodes { rank person { id name } summary(language: $language) workload risk { connects alone } }
  }
}`;
const MEETINGS = `query Meetings($dimension: Dimension!, $unitDepth: Int, $window: WindowInput, $between: [ID!], $language: Language!) {
  introductions(dimension: $dimension, unitDepth: $unitDepth, window: $window, between: $between, first: 3) {
    gain
    meetings {
      rank people { id name } groups { id name } gain sentence(language: $language)
      introduction { people { id name } }
      sharedSubjects { id name }
    }
  }
}`;

/** A box and what fills it: `show(place, one, other)`. */
export function cellPanel(context) {
  const opened = new Set();
  const facts = h('div', { 'aria-live': 'polite' }, h('p', { class: 'hint' }, t('pickCell')));
  const further = h('div', { class: 'further' });
  const show = (place, one, other) => {
    facts.replaceChildren(...figures(place, one, other), drillButtons(one, other, context.drill));
    const parts = place.cell?.state === 'SHOWN' ? partsOf(one, other, context) : [];
    further.replaceChildren(...parts.map(([name, box]) => {
      box.addEventListener('toggle', () => (box.open ? opened.add(name) : opened.delete(name)));
      box.open = opened.has(name);
      return box;
    }));
  };
  return { box: h('div', { class: 'details' }, facts, further), show };
}

function partsOf(one, other, context) {
  const { question, signal } = context;
  const between = [one.id, other.id];
  const { channels: _, ...withoutChannels } = question;
  const parts = [
    ['trend', whenOpened(t('overTime'), t('waitingCell'), async () => trend(between, context))],
    ['channels', context.question.channels ? null : whenOpened(t('byChannel'), t('waitingChannels'), async () => byChannel(between, context))],
  ];
  if (one.id !== other.id) {
    parts.push(
      ['links', whenOpened(t('whoLinks'), t('waitingLinks'), async () => links(question, one, other,
        (await ask(LINKS, { ...withoutChannels, between }, signal)).bridges.nodes,
        (await ask(HELD, { ...question, between }, signal)).silos.heldBy))],
      ['meetings', whenOpened(t('meetings'), t('waitingMeetings'), async () => meetings(
        (await ask(MEETINGS, { ...withoutChannels, between }, signal)).introductions))]);
  }
  return parts.filter(([, box]) => box);
}

/** The figures of a cell and a sentence that says what they mean. */
function figures({ cell, row }, one, other) {
  const state = stateOf(cell);
  const pair = pairName(one, other);
  if (state !== 'shown') {
    return [h('h2', {}, pair), h('p', {}, t(state.toUpperCase()), '. ', t(state === 'suppressed' ? 'suppressedHelp' : 'noDataHelp'))];
  }
  const ratio = cell.observedOverExpected;
  const share = valueOf('PERMEABILITY', { cell, row });
  return [
    h('h2', {}, pair),
    ratio ? h('p', { class: 'headline' }, t('times', number(ratio.value, 2)), h('span', {}, t('interval', number(ratio.low, 2), number(ratio.high, 2)))) : null,
    ratio ? strip(ratio, { from: 1 / 8, to: 8, reference: 1, log: true }) : null,
    h('p', { class: 'sentence' }, sentence(cell, one, other)),
    h('p', { class: 'meta' },
      cell.ties === null ? null : h('span', {}, t('ties', number(cell.ties))),
      cell.people === null ? null : h('span', {}, t('peopleOfCell', cell.people, number(cell.people))),
      cell.interactions === null ? null : h('span', {}, t('interactions', number(cell.interactions))),
      cell.density === null ? null : h('span', {}, t('density', percent(cell.density))),
      share === null ? null : h('span', {}, t(one.id === other.id ? 'ownShare' : 'shareOf', percent(share), one.name))),
  ].filter(Boolean);
}

function sentence(cell, one, other) {
  const ratio = cell.observedOverExpected;
  if (!ratio) return t('nothingExpected');
  const inside = one.id === other.id;
  if (unsure(cell)) return t('asChanceSentence');
  if (ratio.value < 1) return t(inside ? 'closedInside' : 'apart', percent(1 - ratio.value));
  return t(inside ? 'together' : 'near', number(ratio.value, 1));
}

function drillButtons(one, other, drill) {
  if (!drill) return '';
  return h('p', { class: 'drill' }, (one.id === other.id ? [one] : [one, other]).map((group) => h('button', {
    type: 'button', class: 'link', onclick: () => drill(group),
  }, t('lookInto', group.name))));
}

/** The same cell in equal stretches of the window. */
async function trend(between, { question, window, signal }) {
  const stretches = stretchesOf(window);
  const points = await Promise.all(stretches.map(async (stretch) => ({ window: stretch, ...await cellIn({ ...question, window: stretch, between }, signal) })));
  return [course(points, { title: t('OE'), write: (value) => number(value, 2), reference: 1, referenceText: t('chanceLine'), log: true }),
    h('p', { class: 'help' }, t('courseHelp'))];
}

async function cellIn(variables, signal) {
  const { silos } = await ask(CELL, variables, signal);
  const [cell] = silos.cells;
  return { state: cell?.state ?? 'NO_DATA', ties: cell?.ties ?? null, ...(cell?.observedOverExpected ?? { value: null }) };
}

/** The window's whole months, cut into at most eight stretches of equally many: two, three where there are many, or more. */
export function stretchesOf({ from, to }) {
  const first = new Date(`${from}T00:00:00Z`);
  const start = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + (first.getUTCDate() > 1 ? 1 : 0), 1);
  const last = new Date(`${to}T00:00:00Z`);
  const begin = new Date(start);
  const dayAfter = new Date(last.getTime() + 86_400_000);
  const months = (dayAfter.getUTCFullYear() - begin.getUTCFullYear()) * 12 + dayAfter.getUTCMonth() - begin.getUTCMonth();
  const step = Math.max(months >= 18 ? 3 : 2, Math.ceil(months / STRETCHES_MAX));
  const iso = (year, month, date) => new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);
  const stretches = [];
  for (let month = 0; month + step <= months; month += step) {
    stretches.push({ from: iso(begin.getUTCFullYear(), begin.getUTCMonth() + month, 1), to: iso(begin.getUTCFullYear(), begin.getUTCMonth() + month + step, 0) });
  }
  return stretches.length ? stretches : [{ from, to }];
}

async function byChannel(between, { question, channels, signal }) {
  const cells = await Promise.all(channels.map(async (channel) => ({ channel, ...await cellIn({ ...question, channels: [channel], between }, signal) })));
  return [h('p', { class: 'help' }, t('cellChannelsHelp')), h('ul', { class: 'channels' }, cells.map((cell) => h('li', {},
    h('p', {}, h('strong', {}, cell.channel), ' ',
      h('span', { class: 'figure' }, cell.state !== 'SHOWN' ? t(cell.state) : cell.value === null ? '–' : withInterval(cell)),
      cell.ties === null || cell.state !== 'SHOWN' ? null : h('small', {}, t('ties', number(cell.ties)))),
    cell.state === 'SHOWN' && cell.value !== null ? strip(cell, { from: 1 / 8, to: 8, reference: 1, log: true }) : null)))];
}

function links(question, one, other, bridges, held) {
  return [
    held.state === 'SHOWN' && held.directly ? h('p', {}, t('heldDirectly', number(held.directly.people)), ' ',
      held.directly.persons.length && held.directly.people <= 5 ? held.directly.persons.map(({ name }) => name).join(', ') : null) : null,
    bridges.length ? h('ol', { class: 'linkers' }, bridges.map((bridge) => h('li', {},
      h('strong', {}, bridge.person.name), h('span', { class: 'meta' }, h('span', {}, t('contactsOf', number(bridge.workload))),
        h('span', {}, t('aloneOf', number(bridge.risk.alone), number(bridge.risk.connects)))),
      h('p', {}, bridge.summary)))) : h('p', { class: 'hint' }, t('nobodyLinks')),
    h('p', {}, h('a', { href: `#/bridges?${new URLSearchParams({ dimension: question.dimension, depth: question.unitDepth, one: one.id, other: other.id })}` }, t('allBridges'))),
  ];
}

function meetings({ meetings: planned, gain }) {
  if (!planned.length) return h('p', { class: 'hint' }, t('noMeetings'));
  return [h('ol', { class: 'linkers' }, planned.map((meeting) => h('li', {},
    h('strong', {}, meeting.people.map(({ name }) => name).join(' – ')),
    meeting.sharedSubjects.length ? h('span', { class: 'meta' }, t('bothKnow', meeting.sharedSubjects.map(({ name }) => name).join(', '))) : null,
    h('p', {}, meeting.sentence)))),
  h('p', { class: 'help' }, t('meetingsGain', number(gain, 4)))];
}
