// How the shares of each stage went month by month, as lines named at their ends. Arrow keys choose the month.

import { h, s } from './dom.js';
import { STAGES } from './funnel.js';
import { month, percent, t } from './i18n.js';

const WIDTH = 460;
const HEIGHT = 250;
const [LEFT, RIGHT, TOP, BOTTOM] = [50, 336, 12, 212];
/** Names of lines that end close to one another are moved apart by as much. */
const APART = 17;

export function takeUp(months, chosen, choose) {
  const stages = STAGES.filter((stage) => months.some((entry) => shareIn(entry, stage) !== null));
  if (!stages.length) return h('p', { class: 'hint' }, t('noCourse'));
  const most = Math.max(...months.flatMap((entry) => stages.map((stage) => shareIn(entry, stage) ?? 0)), 0.01);
  const x = d3.scalePoint().domain(months.map((entry) => entry.month)).range([LEFT, RIGHT]);
  const y = d3.scaleLinear().domain([0, most]).nice(4).range([BOTTOM, TOP]);
  const at = months.findIndex((entry) => entry.month === chosen);
  const step = (by) => choose(months[Math.max(0, Math.min(months.length - 1, at + by))].month);
  const keys = { ArrowLeft: -1, ArrowRight: 1, Home: -months.length, End: months.length };
  const figure = h('figure', { class: 'take-up' });
  const svg = s('svg', {
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`, tabindex: '0', role: 'slider', 'aria-label': t('takeUpLabel'),
    'aria-valuemin': '1', 'aria-valuemax': String(months.length), 'aria-valuenow': String(at + 1), 'aria-valuetext': month(chosen),
    onkeydown: (event) => {
      if (!(event.key in keys)) return;
      event.preventDefault();
      const parent = figure.parentNode;
      step(keys[event.key]);
      // The drawing is replaced by that of the month: the keyboard stays on it.
      parent?.querySelector('svg')?.focus({ preventScroll: true });
    },
    onclick: (event) => {
      const box = svg.getBoundingClientRect();
      const place = ((event.clientX - box.left) / box.width) * WIDTH;
      choose(d3.least(months, (entry) => Math.abs(x(entry.month) - place)).month);
    },
  },
  y.ticks(4).map((tick) => [s('line', { class: 'grid', x1: LEFT, x2: RIGHT, y1: y(tick), y2: y(tick) }),
    s('text', { class: 'note', x: LEFT - 6, y: y(tick) + 4, 'text-anchor': 'end' }, percent(tick, 0))]),
  s('line', { class: 'at', x1: x(chosen), x2: x(chosen), y1: TOP, y2: BOTTOM }),
  stages.map((stage) => line(stage, months, x, y)),
  names(stages, months, y),
  [months[0], months.at(-1)].map((entry, index) => s('text', { class: 'note', x: index ? RIGHT : LEFT, y: HEIGHT - 18, 'text-anchor': index ? 'end' : 'start' }, month(entry.month))));
  figure.append(svg, table(months, stages));
  return figure;
}

function shareIn(entry, stage) {
  return entry.stages.find((one) => one.stage === stage)?.share ?? null;
}

/** Months of which the data are not complete are drawn as open dots without a line. */
function line(stage, months, x, y) {
  const path = d3.line().defined((entry) => shareIn(entry, stage) !== null && entry.complete).x((entry) => x(entry.month)).y((entry) => y(shareIn(entry, stage)));
  return s('g', { class: `stage ${stage.toLowerCase()}` }, s('path', { d: path(months) ?? '' }),
    months.filter((entry) => shareIn(entry, stage) !== null).map((entry) => s('circle', {
      class: entry.complete ? null : 'incomplete', cx: x(entry.month), cy: y(shareIn(entry, stage)), r: months.length > 24 ? 2 : 3,
    }, s('title', {}, `${t(`stage_${stage}`)}, ${month(entry.month)}${t('colon')}${percent(shareIn(entry, stage))}`))));
}

function names(stages, months, y) {
  const places = stages.map((stage) => {
    const last = months.findLast((entry) => shareIn(entry, stage) !== null);
    return { stage, at: y(shareIn(last, stage)) };
  }).sort((a, b) => a.at - b.at);
  places.forEach((place, index) => { place.text = index ? Math.max(place.at, places[index - 1].text + APART) : place.at; });
  const beyond = places.at(-1).text - BOTTOM;
  if (beyond > 0) {
    // Pushed back up from the bottom, still apart.
    for (let index = places.length - 1, limit = BOTTOM; index >= 0; index -= 1, limit -= APART) places[index].text = Math.min(places[index].text, limit);
  }
  return places.map(({ stage, text }) => s('text', { class: `stage-name ${stage.toLowerCase()}`, x: RIGHT + 9, y: text + 4 }, t(`stage_${stage}`)));
}

function table(months, stages) {
  return h('div', { class: 'visually-hidden' }, h('table', {}, h('caption', {}, t('takeUpLabel')),
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('inMonth')), stages.map((stage) => h('th', { scope: 'col' }, t(`stage_${stage}`))))),
    h('tbody', {}, months.map((entry) => h('tr', {}, h('th', { scope: 'row' }, month(entry.month)),
      stages.map((stage) => h('td', {}, shareIn(entry, stage) === null ? t(entry.stages.find((one) => one.stage === stage)?.state ?? 'NO_DATA') : percent(shareIn(entry, stage)))))))));
}
