// How needs are met, in figures with their intervals: all together, by group, subjects without answers, who closes, what it
// may be worth.

import { choices, select } from './controls.js';
import { h } from './dom.js';
import { ask } from './graphql.js';
import { course, signed, strip, withInterval } from './estimates.js';
import { month, number, percent, t } from './i18n.js';
import { duration } from './loop-card.js';
import { gapsAndClosers } from './loop-gaps.js';
import { valueOfLoops } from './loop-value.js';
import { notShown } from './community-shape.js';
import { announce, refusal, waiting } from './waiting.js';
import { refusedHere } from './refused.js';

const GROUPINGS = ['UNIT', 'COMMUNITY', 'TOPIC', 'PROCESS', 'MONTH'];
const DEPTHS = [1, 2, 3, 0];
const SORTS = ['LOOPS', 'CLOSURE', 'ANSWER', 'SPEED'];
const ROWS = 12;
const STATISTICS = `fragment Statistics on LoopStatistics {
  loops askers closers open answered closed stale
  closureRate { value low high } answerRate { value low high } acrossShare { value low high }
  toAnswer { median { hours low high } p90 { hours low high } businessMedian { hours low high } businessP90 { hours low high } }
  toClose { median { hours low high } p90 { hours low high } businessMedian { hours low high } businessP90 { hours low high } }
  trend { days early { value low high } late { value low high } change { value low high } }
}`;
const FIGURES = `query LoopFigures($by: LoopGrouping!, $unitDepth: Int, $window: WindowInput, $language: Language!) {
  loopFigures(by: $by, unitDepth: $unitDepth, window: $window) {
    whole { state figures { ...Statistics } }
    groups { group { id name } topic { id name } process month state figures { ...Statistics } }
    groupCount
    provenance { method(language: $language) }
  }
}
${STATISTICS}`;

export async function loopFigures(answer, window, view) {
  const { parameters, go, signal } = view;
  const by = GROUPINGS.includes(parameters.get('group')) ? parameters.get('group') : 'UNIT';
  const asked = Number(parameters.get('depth') ?? 3);
  const unitDepth = DEPTHS.includes(asked) ? asked : 3;
  const whole = h('div', {}, waiting(t('waitingLoopFigures')));
  const grouped = h('div', {});
  answer.replaceChildren(
    whole,
    h('section', { class: 'panel loop-groups' }, h('h2', {}, t('funnelByGroup')),
      h('div', { class: 'bars in-panel' },
        choices('group', t('loopsBy'), GROUPINGS.map((value) => [value, t(`loops_${value}`)]), by, (value) => go({ group: value })),
        by === 'UNIT' ? choices('depth', t('depth'), DEPTHS.map((value) => [String(value), value ? String(value) : t('depthOwn')]), String(unitDepth), (value) => go({ depth: value })) : null),
      grouped),
    ...gapsAndClosers(window, unitDepth, view),
    valueOfLoops(window, view));
  try {
    const { loopFigures: found } = await ask(FIGURES, { by, unitDepth, window }, signal);
    announce(t('show_FIGURES'));
    whole.replaceChildren(found.whole.state === 'SHOWN' ? together(found.whole.figures, found.provenance) : notShown(found.whole.state));
    grouped.replaceChildren(...byGroup(found, by, view));
  } catch (error) {
    if (!refusedHere(error)) throw error;
    whole.replaceChildren(refusal(error));
  }
}

function together(figures, provenance) {
  const { closureRate, answerRate, acrossShare, toAnswer, toClose, trend } = figures;
  return h('section', { class: 'panel together' }, h('h2', {}, t('allLoops')),
    h('p', { class: 'sentence' }, t('loopsSentence', number(figures.loops), number(figures.askers), number(figures.closers))),
    h('dl', { class: 'three' },
      rate('answer-rate', t('answerRate'), answerRate, t('answerRateHelp')),
      rate('closure-rate', t('closureRate'), closureRate, t('closureRateHelp')),
      rate('across', t('acrossShare'), acrossShare, t('acrossShareHelp')),
      time('to-answer', t('toAnswer'), toAnswer), time('to-close', t('toClose'), toClose),
      h('div', { class: 'trend-of' }, h('dt', {}, t('loopTrend')), h('dd', {}, trend
        ? [h('span', { class: 'figure' }, `${percent(trend.early.value)} → ${percent(trend.late.value)}`),
          strip(trend.change, { from: -0.5, to: 0.5, reference: 0 }),
          h('span', { class: 'help' }, t('loopTrendHelp', number(trend.days), pointsOf(trend.change)), ' ',
            t(trend.change.low > 0 ? 'moreThanBefore' : trend.change.high < 0 ? 'fewerThanBefore' : 'noDirection'))]
        : [h('span', { class: 'figure' }, '–'), h('span', { class: 'help' }, t('tooFewForTrend'))]))),
    h('p', { class: 'help' }, t('silenceHelp')),
    h('p', { class: 'provenance' }, provenance.method));
}

function pointsOf({ value, low, high }) {
  const write = (share) => number(share * 100);
  return t('withInterval', signed(value, write), signed(low, write), signed(high, write));
}

function rate(kind, name, estimate, help) {
  return h('div', { class: kind }, h('dt', {}, name), h('dd', {}, h('span', { class: 'figure' }, estimate ? percent(estimate.value) : '–'),
    estimate ? [strip(estimate, { from: 0, to: 1 }), h('span', { class: 'help' }, t('interval', percent(estimate.low), percent(estimate.high)))] : h('span', { class: 'help' }, t('NO_DATA')),
    h('span', { class: 'help' }, help)));
}

/** The clock first, working hours below; what the data do not reach is said so, never left out. */
function time(kind, name, times) {
  return h('div', { class: kind }, h('dt', {}, name), h('dd', {}, times ? [
    h('span', { class: 'figure' }, times.median.hours === null ? '∞' : duration(times.median.hours)),
    h('span', { class: 'help' }, times.median.hours === null ? t('halfBeyond') : t('halfWithin', hoursInterval(times.median, duration))),
    h('span', { class: 'help' }, times.p90.hours === null ? t('nineBeyond') : t('nineInTen', duration(times.p90.hours), hoursInterval(times.p90, duration))),
    times.businessMedian.hours === null ? null : h('span', { class: 'help' },
      t('inWorkingHours', t('hours', number(times.businessMedian.hours, 1)), hoursInterval(times.businessMedian, (hours) => t('hours', number(hours, 1)))))]
    : h('span', { class: 'help' }, t('NO_DATA'))));
}

/** An end that the data do not reach is no end. */
function hoursInterval({ low, high }, write) {
  return t('interval', low === null ? '∞' : write(low), high === null ? '∞' : write(high));
}

function byGroup({ groups, groupCount }, by, { parameters, go }) {
  if (!groups.length) return [h('p', { class: 'hint' }, t(by === 'PROCESS' ? 'noProcesses' : 'NO_DATA'))];
  if (by === 'MONTH') return monthly(groups);
  const sort = SORTS.includes(parameters.get('sort')) ? parameters.get('sort') : 'LOOPS';
  const all = parameters.get('rows') === 'all';
  const rows = sorted(groups, sort);
  return [
    select('sort', t('orderedBy'), null, SORTS.map((value) => [value, t(`sort_${value}`)]), sort, (value) => go({ sort: value })),
    table((all ? rows : rows.slice(0, ROWS)).map((row) => ({ ...row, name: row.group?.name ?? row.topic?.name ?? row.process ?? t('hiddenTopic') }))),
    !all && rows.length > ROWS ? h('button', { type: 'button', class: 'more', onclick: () => go({ rows: 'all' }) }, t('showAll', number(rows.length))) : '',
    groupCount > groups.length ? h('p', { class: 'help' }, t('firstOf', number(groups.length), number(groupCount))) : '',
  ];
}

/** By what the reader asks; what cannot be told comes last. */
function sorted(groups, sort) {
  const value = {
    LOOPS: (figures) => figures.loops,
    CLOSURE: (figures) => figures.closureRate?.value ?? -1,
    ANSWER: (figures) => figures.answerRate?.value ?? -1,
    SPEED: (figures) => -(figures.toAnswer?.median.hours ?? 1e9),
  }[sort];
  const place = ({ figures }) => (figures ? value(figures) : -Infinity);
  return [...groups].sort((a, b) => (place(b) === place(a) ? 0 : place(b) - place(a)));
}

/** One line a group: each share with its interval on one scale. */
function table(rows) {
  const share = (estimate) => h('td', { class: 'with-strip' }, estimate ? [strip(estimate, { from: 0, to: 1 }), h('span', { class: 'figure', title: withInterval(estimate, percent) }, percent(estimate.value))] : '–');
  return h('div', { class: 'scroll' }, h('table', { class: 'plain wide loop-table' },
    h('thead', {}, h('tr', {}, ['name', 'needsColumn', 'answerRate', 'closureRate', 'acrossShare', 'medianAnswer', 'medianClose'].map((key) => h('th', { scope: 'col' }, t(key))))),
    h('tbody', {}, rows.map(({ name, state, figures }) => h('tr', { class: state.toLowerCase() }, h('th', { scope: 'row' }, name),
      state !== 'SHOWN' ? h('td', { class: `absent ${state.toLowerCase()}`, colspan: 6, title: t(state === 'SUPPRESSED' ? 'suppressedHelp' : 'noDataHelp') }, t(state))
        : [h('td', { class: 'figure' }, number(figures.loops)), share(figures.answerRate), share(figures.closureRate), share(figures.acrossShare),
          h('td', { class: 'figure' }, median(figures.toAnswer)), h('td', { class: 'figure' }, median(figures.toClose))]))))) ;
}

function median(times) {
  if (!times) return '–';
  return times.median.hours === null ? '∞' : duration(times.median.hours);
}

/** By month the course says more than a table; the months are not the same age, which the help says. */
function monthly(groups) {
  const points = (figure) => groups.map((entry) => ({
    window: { from: entry.month, to: lastDay(entry.month) }, state: entry.state, ...(entry.figures?.[figure] ?? { value: null }),
  }));
  return [h('div', { class: 'slopes' }, [['answerRate', 'answerRateHelp'], ['closureRate', 'closureRateHelp'], ['acrossShare', 'acrossShareHelp']].map(([figure, help]) => h('div', {},
    h('h3', {}, t(figure)), course(points(figure), { title: t(figure), write: percent, floor: 0 }), h('p', { class: 'help' }, t(help))))),
  h('p', { class: 'help' }, t('youngMonths')),
  h('details', {}, h('summary', {}, t('asTable')), table(groups.map((entry) => ({ ...entry, name: month(entry.month) }))))];
}

function lastDay(first) {
  const begin = new Date(`${first}T00:00:00Z`);
  return new Date(Date.UTC(begin.getUTCFullYear(), begin.getUTCMonth() + 1, 0)).toISOString().slice(0, 10);
}
