// Draws figures with how certain they are: an interval as a strip, a course over time, a change beside what chance brings.

import { h, s } from './dom.js';
import { day, number, t } from './i18n.js';

const WIDTH = 220;
const HEIGHT = 22;

/** "0.42 (0.31 to 0.55)", or no data. */
export function withInterval(estimate, write = (value) => number(value, 2)) {
  if (!estimate || estimate.value === null || estimate.value === undefined) return t('NO_DATA');
  return estimate.low === null || estimate.low === undefined
    ? write(estimate.value)
    : t('withInterval', write(estimate.value), write(estimate.low), write(estimate.high));
}

/** A point with its interval between two ends of a scale; `reference` is what chance or nothing would give. */
export function strip({ value, low, high }, { from, to, reference = null, log = false }) {
  const position = (figure) => {
    const [a, b, x] = log ? [from, to, Math.max(figure, 1e-9)].map(Math.log) : [from, to, figure];
    return 6 + (WIDTH - 12) * Math.max(0, Math.min(1, (x - a) / (b - a || 1)));
  };
  const certain = low !== null && low !== undefined;
  const x = position(value);
  return s('svg', { class: 'strip', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, 'aria-hidden': 'true' },
    s('line', { class: 'axis', x1: 6, x2: WIDTH - 6, y1: 11, y2: 11 }),
    reference === null ? null : s('line', { class: 'reference', x1: position(reference), x2: position(reference), y1: 2, y2: 20 }),
    certain ? s('line', { class: 'range', x1: position(low), x2: Math.max(position(high), position(low) + 1), y1: 11, y2: 11 }) : null,
    s('circle', { cx: x, cy: 11, r: 4.5 }));
}

/**
 * A course over stretches of time: a dot and a whisker for each, nothing drawn where there is no figure, and the same as a
 * table for those who do not see it.
 */
export function course(points, { title, write, reference = null, referenceText = null, log = false, floor = null }) {
  const known = points.filter((point) => point.value !== null && point.value !== undefined);
  if (!known.length) return h('p', { class: 'hint' }, t('noCourse'));
  const width = 300;
  const height = 130;
  const [left, right, top, bottom] = [8, 292, 12, 104];
  const ends = known.flatMap((point) => [point.value, point.low, point.high]).filter((end) => end !== null && end !== undefined);
  if (reference !== null) ends.push(reference);
  if (floor !== null) ends.push(floor);
  const least = Math.max(Math.min(...ends), log ? 1 / 16 : -Infinity);
  const most = log ? Math.min(Math.max(...ends), 16) : Math.max(...ends);
  const scale = (log ? d3.scaleLog() : d3.scaleLinear()).domain([least, most === least ? most + 1e-6 : most]).range([bottom, top]).clamp(true);
  const x = (index) => left + 14 + (right - left - 28) * (points.length > 1 ? index / (points.length - 1) : 0.5);
  const placed = points.map((point, index) => ({ ...point, index, x: x(index), shown: known.includes(point) }));
  const line = d3.line().defined((point) => point.shown).x((point) => point.x).y((point) => scale(point.value));
  return h('figure', { class: 'course' },
    s('svg', { viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' },
      reference === null ? null : [
        s('line', { class: 'reference', x1: left, x2: right, y1: scale(reference), y2: scale(reference) }),
        s('text', { class: 'note', x: right, y: scale(reference) + (scale(reference) > 92 ? -4 : 11), 'text-anchor': 'end' }, referenceText)],
      s('path', { class: 'line', d: line(placed) ?? '' }),
      placed.map((point) => (point.shown
        ? s('g', {}, s('title', {}, `${span(point.window)}: ${withInterval(point, write)}`),
          point.low === null || point.low === undefined ? null : s('line', { class: 'range', x1: point.x, x2: point.x, y1: scale(point.low), y2: scale(point.high) }),
          s('circle', { cx: point.x, cy: scale(point.value), r: 4 }))
        : s('g', {}, s('title', {}, `${span(point.window)}: ${t(point.state === 'SUPPRESSED' ? 'SUPPRESSED' : 'NO_DATA')}`),
          s('text', { class: 'note', x: point.x, y: bottom, 'text-anchor': 'middle' }, '∅')))),
      // Two whole spans would run into each other: the first day of all and the last.
      [[left, 'start', placed[0].window.from], [right, 'end', placed.at(-1).window.to]].map(([at, anchor, date]) => s('text', {
        class: 'note', x: at, y: height - 6, 'text-anchor': anchor,
      }, day(date)))),
    h('div', { class: 'visually-hidden' }, h('table', {}, h('caption', {}, title),
      h('tbody', {}, points.map((point) => h('tr', {}, h('th', { scope: 'row' }, span(point.window)),
        h('td', {}, known.includes(point) ? withInterval(point, write) : t(point.state === 'SUPPRESSED' ? 'SUPPRESSED' : 'NO_DATA'))))))));
}

/** The days of a window, as short as they can be said. */
export function span({ from, to }) {
  return t('days', day(from), day(to));
}

/** A figure before and after, with the change's interval beside what chance brings. */
export function changeOf(name, change, { write = (value) => number(value, 2), reach, help = null }) {
  const known = change.before !== null && change.after !== null;
  return h('div', { class: `change ${verdict(change)}` },
    h('div', { class: 'change-head' }, h('h3', {}, name), help ? h('p', { class: 'help' }, help) : null),
    h('p', { class: 'from-to' },
      h('span', { class: 'figure' }, known ? write(change.before) : t('NO_DATA')), h('span', { 'aria-hidden': 'true' }, '→'),
      h('span', { class: 'visually-hidden' }, t('becomes')), h('span', { class: 'figure after' }, known ? write(change.after) : t('NO_DATA'))),
    known && change.low !== null && change.low !== undefined ? h('div', { class: 'change-strip' },
      strip({ value: change.change, low: change.low, high: change.high }, { from: -reach, to: reach, reference: change.expected ?? 0 }),
      h('p', { class: 'help' }, t('changeInterval', signed(change.change, write), signed(change.low, write), signed(change.high, write)),
        change.expected === null ? null : `; ${t('chanceBrings', signed(change.expected, write))}`,
        change.adjustedP === null ? null : `; ${pValue(change.adjustedP)}`)) : null,
    h('p', { class: 'sentence' }, change.summary));
}

/** Whether a change is called one. */
export function verdict(change) {
  return change.adjustedP === null || change.adjustedP === undefined ? 'untested' : change.adjustedP < 0.05 ? 'sure' : 'chance';
}

export function pValue(p) {
  return p < 0.001 ? 'p < ' + number(0.001, 3) : `p = ${number(p, p < 0.1 ? 3 : 2)}`;
}

/** With its sign, a true minus; what rounds to nothing has neither. */
export function signed(value, write = (figure) => number(figure, 2)) {
  const written = write(Math.abs(value));
  return `${written === write(0) ? '±' : value > 0 ? '+' : '−'}${written}`;
}
