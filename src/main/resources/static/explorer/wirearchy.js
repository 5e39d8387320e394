// How far work departs from the chart: the reporting tree and the observed ties on one drawing, and what counts of both.

import { choices, otherDays, windowFields, windowOf } from './controls.js';
import { h } from './dom.js';
import { span, strip, withInterval } from './estimates.js';
import { ask } from './graphql.js';
import { number, percent, t } from './i18n.js';
import { orgDrawing } from './org-drawing.js';
import { announce, waiting, whenOpened } from './waiting.js';

const DEPTHS = [1, 2, 3, 0];
const BEYOND = [1, 2, 4];
const PEOPLE_MAX = 600;
const RANGE = 'query Days { dataset { extent { from to } } }';
const CHART = `query Wirearchy($window: WindowInput, $language: Language!) {
  wirearchy(window: $window) {
    provenance { method(language: $language) window { from to } }
    people activePeople alongTheLine linesUsed
    byDistance { distance possiblePairs ties share rate observedOverExpected }
    hierarchy { connectedness hierarchy efficiency leastUpperBound }
  }
}`;
const INDEX = `query Index($window: WindowInput, $unitDepth: Int!) {
  wirearchy(window: $window) {
    lineReliance(unitDepth: $unitDepth) { state across betweenManagers expected oneManager direct alongTheLine managers }
    wirearchyIndex(unitDepth: $unitDepth) { state value low high weeks expectedAcross parts { name value low high } }
  }
}`;
const WORKING = `query Working($window: WindowInput, $unitDepth: Int!) {
  wirearchy(window: $window) {
    workingGroups(unitDepth: $unitDepth) {
      periods { window { from to } people clusters freedom }
      steps { people fluidity noise }
    }
  }
}`;
const PEERS = `query Peers($window: WindowInput, $language: Language!) {
  wirearchy(window: $window) {
    peerExchange { state figures { exchanges people peers { value low high } unprompted { value low high } } }
    managerEntries { rows { kind state entries matched others after expected difference { value low high } sign sentence(language: $language) } }
  }
}`;
const SHORTCUTS = `query Shortcuts($window: WindowInput, $unitDepth: Int!, $language: Language!) {
  wirearchy(window: $window) {
    shortcuts(unitDepth: $unitDepth) {
      people sources sentence(language: $language)
      cells { from { id name } to { id name } state way { treeSteps steps shortened } }
      carrying(first: 10) { one { id name } other { id name } treeSteps carries }
    }
  }
}`;
const DRAWING = `query Drawing($window: WindowInput, $first: Int!) {
  network(granularity: PERSON, unitDepth: 3, window: $window, first: $first) {
    nodes { id label x y group { id name } }
    edges { from to kind strength }
    truncated
  }
}`;

export async function wirearchyView({ root, parameters, go, signal }) {
  const asked = Number(parameters.get('depth') ?? 3);
  const unitDepth = DEPTHS.includes(asked) ? asked : 3;
  const window = windowOf(parameters);
  const layout = parameters.get('layout') === 'NETWORK' ? 'NETWORK' : 'TREE';
  const beyond = BEYOND.includes(Number(parameters.get('beyond'))) ? Number(parameters.get('beyond')) : 2;
  const days = h('div', { class: 'narrowing' });
  const drawing = h('section', { class: 'panel drawing' }, h('h2', {}, t('chartAndWork')), waiting(t('waitingNetwork')));
  const distances = h('section', { class: 'panel' }, h('h2', {}, t('byDistance')), waiting(t('waitingWirearchy')));
  const index = h('section', { class: 'panel' }, h('h2', {}, t('wirearchyIndex')), waiting(t('waitingIndex')));
  const reliance = h('section', { class: 'panel' }, h('h2', {}, t('lineReliance')), waiting(t('waitingIndex')));
  const method = h('p', { class: 'provenance' });
  root.replaceChildren(
    h('h1', {}, t('wirearchyTitle')),
    h('p', { class: 'lead' }, t('wirearchyLead')),
    days,
    h('div', { class: 'bars' },
      choices('layout', t('layout'), ['TREE', 'NETWORK'].map((value) => [value, t(`layout${value}`)]), layout, (value) => go({ layout: value })),
      choices('beyond', t('tiesDrawn'), BEYOND.map((value) => [String(value), t(`beyond${value}`)]), String(beyond), (value) => go({ beyond: value }))),
    drawing,
    h('div', { class: 'columns' }, distances,
      h('aside', {}, h('div', { class: 'in-panel' }, choices('depth', t('depth'), DEPTHS.map((value) => [String(value), value ? String(value) : t('depthOwn')]),
        String(unitDepth), (value) => go({ depth: value }))), index, reliance,
      whenOpened(t('threadPeers'), t('waitingThreads'), async () => peersOf((await ask(PEERS, { window }, signal)).wirearchy)),
      whenOpened(t('shortcuts'), t('waitingShortcuts'), async () => shortcutsOf((await ask(SHORTCUTS, { window, unitDepth }, signal)).wirearchy.shortcuts)),
      whenOpened(t('workingGroups'), t('waitingWorking'), async () => working((await ask(WORKING, { window, unitDepth }, signal)).wirearchy.workingGroups)))),
    method);
  await Promise.all([
    ask(RANGE, {}, signal).then(({ dataset }) => days.replaceChildren(...windowFields(window, dataset.extent, go))),
    ask(CHART, { window }, signal).then(({ wirearchy }) => {
      distances.replaceChildren(...byDistance(wirearchy));
      method.textContent = wirearchy.provenance.method;
      days.after(otherDays(window, wirearchy.provenance.window) ?? '');
    }),
    ask(INDEX, { window, unitDepth }, signal).then(({ wirearchy }) => {
      index.replaceChildren(...indexOf(wirearchy.wirearchyIndex));
      reliance.replaceChildren(...relianceOf(wirearchy.lineReliance));
    }),
    ask(DRAWING, { window, first: PEOPLE_MAX }, signal).then(({ network }) => {
      drawing.replaceChildren(h('h2', {}, t('chartAndWork')), ...orgDrawing(network, { layout, beyond }));
      announce(t('nodesShown', number(network.nodes.length), number(network.edges.length)));
    }),
  ]);
}

/** How often people exchange by how far apart the chart puts them, beside all pairs together. */
function byDistance({ byDistance: rows, people, activePeople, alongTheLine, linesUsed, hierarchy }) {
  const ties = d3.sum(rows, (row) => row.ties);
  const pairs = d3.sum(rows, (row) => row.possiblePairs);
  if (!pairs) return [h('h2', {}, t('byDistance')), h('p', { class: 'hint' }, t('noTree'))];
  const all = ties / pairs;
  const most = Math.max(...rows.map((row) => row.rate ?? 0), all);
  return [
    h('h2', {}, t('byDistance')),
    h('p', { class: 'help' }, t('byDistanceHelp', percent(all))),
    h('div', { class: 'scroll' }, h('table', { class: 'plain distances' },
      h('thead', {}, h('tr', {}, ['stepsInTree', 'pairsWithTie', 'tiesOfPairs', 'againstAll'].map((key) => h('th', { scope: 'col' }, t(key))))),
      h('tbody', {}, rows.filter((row) => row.possiblePairs > 0).map((row) => h('tr', {},
        h('th', { scope: 'row' }, row.distance === null ? t('otherTree') : t('steps', row.distance)),
        h('td', { class: 'rate' },
          row.rate === null ? '–' : [h('span', { class: 'track', 'aria-hidden': 'true' },
            h('span', { class: 'filled', style: { width: `${(100 * row.rate) / most}%` } }),
            h('span', { class: 'mark', style: { left: `${(100 * all) / most}%` } })), h('span', { class: 'figure' }, percent(row.rate))]),
        h('td', {}, t('of', number(row.ties), number(row.possiblePairs))),
        h('td', {}, row.observedOverExpected === null ? '–' : `${number(row.observedOverExpected, 1)}×`)))))),
    h('dl', { class: 'figures row' },
      fact(t('alongTheLine'), t('alongTheLineHelp'), alongTheLine === null ? '–' : percent(alongTheLine)),
      fact(t('linesUsed'), t('linesUsedHelp'), linesUsed === null ? '–' : percent(linesUsed)),
      fact(t('inTree'), t('inTreeHelp'), t('of', number(activePeople), number(people)))),
    hierarchy ? h('details', {}, h('summary', {}, t('krackhardt')), h('dl', { class: 'figures row' },
      ['connectedness', 'hierarchy', 'efficiency', 'leastUpperBound'].map((name) => fact(t(`gtd_${name}`), t(`gtd_${name}Help`), number(hierarchy[name], 2)))),
    h('p', { class: 'help' }, t('krackhardtHelp'))) : null,
  ].filter(Boolean);
}

function fact(name, help, value) {
  return h('div', {}, h('dt', {}, name), h('dd', {}, h('span', { class: 'figure' }, value)), h('dd', { class: 'help' }, help));
}

/** The index after its parts, each with its interval; a number to follow, not to rank by. */
function indexOf(index) {
  const title = h('h2', {}, t('wirearchyIndex'));
  if (index.state !== 'SHOWN') return [title, notTold(index.state)];
  if (index.value === null) return [title, h('p', { class: 'hint' }, t('noIndex'))];
  return [title,
    h('dl', { class: 'index-parts' }, index.parts.map((part) => h('div', {},
      h('dt', {}, t(part.name)),
      h('dd', {}, h('span', { class: 'figure' }, withInterval(part, percent)), strip(part, { from: 0, to: 1 }), h('span', { class: 'help' }, t(`${part.name}Help`)))))),
    h('p', { class: 'headline' }, number(index.value, 0), h('span', {}, index.low === null ? t('noInterval') : t('interval', number(index.low, 0), number(index.high, 0)))),
    strip(index, { from: 0, to: 100 }),
    h('p', { class: 'help' }, t('indexHelp', number(index.weeks)))];
}

/** Why there is no figure, in a sentence. */
function notTold(state) {
  return h('p', { class: 'hint' }, t(state), '. ', t(state === 'SUPPRESSED' ? 'suppressedHelp' : 'noDataHelp'));
}

/** What passes between units, by who holds both ends; a bar of three parts. */
function relianceOf(reliance) {
  const title = h('h2', {}, t('lineReliance'));
  if (reliance.state !== 'SHOWN') return [title, notTold(reliance.state)];
  if (reliance.betweenManagers === null) return [title, h('p', { class: 'hint' }, t(reliance.across > 0 ? 'noTree' : 'noAcross'))];
  const parts = [['betweenManagers', reliance.betweenManagers], ['oneManager', reliance.oneManager], ['direct', reliance.direct]];
  return [title,
    h('div', { class: 'stacked', 'aria-hidden': 'true' }, parts.map(([name, share]) => h('span', { class: name, style: { width: `${share * 100}%` } }))),
    h('dl', { class: 'key-list' }, parts.map(([name, share]) => h('div', {}, h('dt', {}, h('span', { class: `dot ${name}`, 'aria-hidden': 'true' }), t(name)), h('dd', { class: 'figure' }, percent(share))))),
    h('p', {}, t('relianceSentence', percent(reliance.betweenManagers), percent(reliance.expected ?? 0), percent(reliance.managers ?? 0))),
    h('p', { class: 'help' }, t('relianceHelp', percent(reliance.alongTheLine ?? 0)))];
}

function working({ periods, steps }) {
  return [h('table', { class: 'plain' },
    h('thead', {}, h('tr', {}, ['daysOf', 'people_', 'clusterCount', 'freedom'].map((key) => h('th', { scope: 'col' }, t(key))))),
    h('tbody', {}, periods.map((period) => h('tr', {}, h('th', { scope: 'row' }, span(period.window)),
      h('td', {}, number(period.people)), h('td', {}, number(period.clusters)), h('td', {}, period.freedom === null ? '–' : number(period.freedom, 2)))))),
  ...steps.map((step) => h('p', {}, step.fluidity === null ? t('NO_DATA') : t('fluidity', percent(step.fluidity), step.noise === null ? '–' : percent(step.noise)))),
  h('p', { class: 'help' }, t('workingHelp'))];
}

/** Who speaks in threads, and what peers go on to say once a manager is there; each with how certain it is. */
function peersOf({ peerExchange, managerEntries }) {
  const shares = peerExchange.state === 'SHOWN'
    ? h('dl', { class: 'index-parts' }, ['peers', 'unprompted'].map((name) => h('div', {},
      h('dt', {}, t(`${name}InThreads`)),
      h('dd', {}, h('span', { class: 'figure' }, withInterval(peerExchange.figures[name], percent)),
        peerExchange.figures[name] ? strip(peerExchange.figures[name], { from: 0, to: 1 }) : null,
        h('span', { class: 'help' }, t(`${name}InThreadsHelp`))))))
    : h('p', { class: 'hint' }, t(peerExchange.state));
  return [shares,
    h('h3', {}, t('managerEntries')),
    ...managerEntries.rows.map((row) => h('div', { class: 'entry' },
      h('p', {}, row.sentence ?? `${t(row.kind)}${t('colon')}${t(row.state)}`),
      row.difference ? strip(row.difference, scale(row.difference)) : null,
      row.state === 'SHOWN' ? h('p', { class: 'help' }, t('entriesCompared', number(row.matched), number(row.entries), number(row.others))) : null)),
    h('p', { class: 'help' }, t('managerEntriesHelp'))];
}

/** A scale around nothing that holds the interval. */
function scale({ low, high }) {
  const most = 1.2 * Math.max(Math.abs(low), Math.abs(high), 0.5);
  return { from: -most, to: most, reference: 0 };
}

/** How much nearer ties bring people than the lines do: the whole, the units that stay far apart, and the ties that do most. */
function shortcutsOf({ people, sources, sentence, cells, carrying }) {
  const shown = cells.filter((cell) => cell.state === 'SHOWN' && cell.from.id !== cell.to.id);
  const least = d3.sort(shown, (cell) => -cell.way.steps).slice(0, 8);
  const withheld = cells.filter((cell) => cell.state === 'SUPPRESSED').length;
  return [h('p', {}, sentence),
    least.length ? h('h3', {}, t('farApartStill')) : null,
    least.length ? h('div', { class: 'scroll' }, h('table', { class: 'plain' },
      h('thead', {}, h('tr', {}, ['unitPair', 'byLines', 'withTies', 'shorter'].map((key) => h('th', { scope: 'col' }, t(key))))),
      h('tbody', {}, least.map(({ from, to, way }) => h('tr', {},
        h('th', { scope: 'row' }, `${from.name} – ${to.name}`),
        h('td', {}, number(way.treeSteps, 1)), h('td', {}, number(way.steps, 1)), h('td', {}, percent(way.shortened))))))) : null,
    withheld ? h('p', { class: 'help' }, t('pairsWithheld', number(withheld))) : null,
    carrying.length ? h('h3', {}, t('shortcutTies')) : null,
    carrying.length ? h('ol', { class: 'carrying' }, carrying.map((tie) => h('li', {},
      `${tie.one.name} – ${tie.other.name}`,
      h('span', { class: 'help' }, ` ${t('carriesWays', tie.treeSteps === null ? t('otherTree') : t('stepsApart', tie.treeSteps), percent(tie.carries, 2))}`)))) : null,
    h('p', { class: 'help' }, sources < people ? t('shortcutsDrawn', number(sources)) : t('shortcutsHelp'))].filter(Boolean);
}
