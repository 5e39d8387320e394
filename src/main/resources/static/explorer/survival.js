// How long newcomers stay: Kaplan and Meier's steps with their band, and the same as figures by month and for a group.

import { notShown } from './community-shape.js';
import { h, s } from './dom.js';
import { strip, withInterval } from './estimates.js';
import { month, number, percent, t } from './i18n.js';

const WIDTH = 460;
const HEIGHT = 260;
const [LEFT, RIGHT, TOP, BOTTOM] = [50, 448, 12, 214];
const MARKS = [30, 90, 180, 270, 360];

/** `chosen` is a group, or null for everybody. */
export function newcomers({ newcomers: all, curve, cohorts }, chosen) {
  const shown = chosen?.newcomers ?? all;
  return [
    h('p', { class: 'help' }, t('newcomersStayHelp')),
    h('div', { class: 'two' },
      h('div', {}, h('h3', {}, chosen?.group.name ?? t('wholeOrganisation')),
        shown.state === 'SHOWN' ? points(shown) : notShown(shown.state)),
      h('div', {}, h('h3', {}, chosen ? t('curveOfAll') : t('curveTitle')), survivalCurve(curve, chosen ? shown.active : []))),
    cohortBox(cohorts),
  ];
}

function points(survival) {
  return [
    h('p', { class: 'sentence' }, t('newcomersCount', number(survival.newcomers))),
    h('table', { class: 'plain survival-table' },
      h('thead', {}, h('tr', {}, ['afterDays', 'stillActive', 'cameBack'].map((key) => h('th', { scope: 'col' }, t(key))))),
      h('tbody', {}, survival.active.map((point, index) => h('tr', { 'data-days': point.days }, h('th', { scope: 'row' }, t('dayNumber', number(point.days))),
        estimate(point), estimate(survival.returned[index]))))),
  ];
}

function estimate(point) {
  if (!point || point.state !== 'SHOWN') return h('td', { class: 'absent' }, t(point?.state ?? 'NO_DATA'));
  return h('td', { title: t('watchedOf', number(point.watched)) }, h('span', { class: 'figure' }, withInterval(point.share, percent)), strip(point.share, { from: 0, to: 1 }));
}

/** Steps: a share holds until somebody leaves, so nothing is drawn slanted. A group's three figures lie on it as dots. */
export function survivalCurve(curve, dots = []) {
  const shown = curve.filter(({ state, share }) => state === 'SHOWN' && share);
  if (!shown.length) return h('p', { class: 'hint' }, t('tooFewNewcomers'));
  const x = d3.scaleLinear().domain([0, Math.max(...shown.map(({ days }) => days), 30)]).range([LEFT, RIGHT]);
  const y = d3.scaleLinear().domain([0, 1]).range([BOTTOM, TOP]);
  const band = d3.area().curve(d3.curveStepAfter).x(({ days }) => x(days)).y0(({ share }) => y(share.low)).y1(({ share }) => y(share.high));
  const steps = d3.line().curve(d3.curveStepAfter).x(({ days }) => x(days)).y(({ share }) => y(share.value));
  return h('figure', { class: 'survival' },
    s('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, 'aria-hidden': 'true' },
      [0, 0.25, 0.5, 0.75, 1].map((tick) => [s('line', { class: 'grid', x1: LEFT, x2: RIGHT, y1: y(tick), y2: y(tick) }),
        s('text', { class: 'note', x: LEFT - 6, y: y(tick) + 4, 'text-anchor': 'end' }, percent(tick, 0))]),
      MARKS.filter((days) => days <= x.domain()[1]).map((days) => [s('line', { class: 'tick', x1: x(days), x2: x(days), y1: BOTTOM, y2: BOTTOM + 5 }),
        s('text', { class: 'note', x: x(days), y: BOTTOM + 18, 'text-anchor': 'middle' }, number(days))]),
      s('text', { class: 'note', x: (LEFT + RIGHT) / 2, y: HEIGHT - 8, 'text-anchor': 'middle' }, t('daysAfterFirst')),
      s('path', { class: 'band', d: band(shown) }),
      s('path', { class: 'steps', d: steps(shown) }),
      dots.filter(({ state, share, days }) => state === 'SHOWN' && share && days <= x.domain()[1]).map(({ days, share }) => s('g', { class: 'of-group' },
        s('line', { x1: x(days), x2: x(days), y1: y(share.low), y2: y(share.high) }), s('circle', { cx: x(days), cy: y(share.value), r: 5 })))),
    h('figcaption', { class: 'help' }, t(dots.length ? 'curveHelpGroup' : 'curveHelp')),
    h('div', { class: 'visually-hidden' }, h('table', {}, h('caption', {}, t('curveTitle')), h('tbody', {}, shown.map(({ days, share }) => h('tr', {},
      h('th', { scope: 'row' }, t('dayNumber', number(days))), h('td', {}, withInterval(share, percent))))))));
}

/** Newcomers by the month in which they began: of those that can be shown. */
function cohortBox(cohorts) {
  if (!cohorts.length) return '';
  return h('details', { class: 'cohorts' }, h('summary', {}, t('byMonthOfFirst')),
    h('div', { class: 'scroll' }, h('table', { class: 'plain wide' },
      h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('inMonth')), h('th', { scope: 'col' }, t('newcomers')), [30, 90, 180].map((days) => h('th', { scope: 'col' }, t('activeAfter', number(days)))))),
      h('tbody', {}, cohorts.map(({ month: first, survival }) => h('tr', {}, h('th', { scope: 'row' }, month(first)),
        survival.state === 'SHOWN' ? [h('td', { class: 'figure' }, number(survival.newcomers)), survival.active.map((point) => h('td', { class: point.state === 'SHOWN' ? 'figure' : 'absent' },
          point.state === 'SHOWN' ? withInterval(point.share, percent) : t(point.state)))]
          : h('td', { class: 'absent', colspan: 4 }, t(survival.state))))))));
}
