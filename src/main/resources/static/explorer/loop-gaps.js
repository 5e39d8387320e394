// Subjects whose needs stay unanswered, and who closes the needs of others: each asked for when it is opened.

import { choices } from './controls.js';
import { h } from './dom.js';
import { ask } from './graphql.js';
import { strip, withInterval } from './estimates.js';
import { number, percent, t } from './i18n.js';
import { closerOverlap } from './closer-overlap.js';
import { whenOpened } from './waiting.js';

const SUBJECTS = ['TOPIC', 'PROCESS'];
const FIRST = 15;
const GAPS = `query Gaps($subject: LoopGrouping!, $unitDepth: Int, $window: WindowInput) {
  loopFigures(unitDepth: $unitDepth, window: $window) {
    gaps(by: $subject) { topic { id name } process state needs unanswered expected share { value low high } timesUsual recurrent }
  }
}`;
const CLOSERS = `query Closers($unitDepth: Int, $window: WindowInput) {
  loopFigures(unitDepth: $unitDepth, window: $window) {
    closers(first: 10) { person { id name } group { id name } loops askers across helped { group { id name } loops } }
  }
}`;

export function gapsAndClosers(window, unitDepth, { parameters, go, keep, signal }) {
  const subject = SUBJECTS.includes(parameters.get('gaps')) ? parameters.get('gaps') : 'TOPIC';
  const gaps = whenOpened(t('gapsTitle'), t('waitingGaps'), async () => {
    const { loopFigures } = await ask(GAPS, { subject, unitDepth, window }, signal);
    return [h('p', { class: 'help' }, t('gapsHelp')),
      choices('gaps', t('gapsBy'), SUBJECTS.map((value) => [value, t(`loops_${value}`)]), subject, (value) => go({ gaps: value })),
      gapTable(loopFigures.gaps)];
  });
  const closers = whenOpened(t('closersTitle'), t('waitingClosers'), async () => {
    const { loopFigures } = await ask(CLOSERS, { unitDepth, window }, signal);
    return closerList(loopFigures.closers);
  });
  // What is open stays open when the address is shared or the days change.
  const open = new Set((parameters.get('open') ?? '').split(',').filter(Boolean));
  const overlap = closerOverlap(window, unitDepth, { parameters, go, signal });
  for (const [name, box] of [['gaps', gaps], ['closers', closers], ['overlap', overlap]]) {
    box.classList.add(`loop-${name}`);
    box.addEventListener('toggle', () => {
      if (box.open) open.add(name);
      else open.delete(name);
      keep({ open: [...open].join(',') });
    });
    box.open = open.has(name) || (name === 'gaps' && parameters.has('gaps')) || (name === 'overlap' && parameters.has('overlap'));
  }
  return [gaps, closers, overlap];
}

function gapTable(gaps) {
  const shown = gaps.filter(({ state }) => state === 'SHOWN');
  const withheld = gaps.length - shown.length;
  return h('div', {},
    shown.length ? h('div', { class: 'scroll' }, h('table', { class: 'plain wide gap-table' },
      h('thead', {}, h('tr', {}, ['subjectColumn', 'unansweredColumn', 'gapExpected', 'shareColumn', 'timesUsual', 'test'].map((key) => h('th', { scope: 'col' }, t(key))))),
      h('tbody', {}, shown.slice(0, FIRST).map((gap) => h('tr', { class: gap.recurrent ? 'recurrent' : null },
        h('th', { scope: 'row' }, gap.process ?? (gap.topic
          ? h('a', { href: `#/loops?${new URLSearchParams({ topic: gap.topic.id, topicname: gap.topic.name, by: 'WAITING_LONGEST' })}` }, gap.topic.name) : t('hiddenTopic'))),
        h('td', { class: 'figure' }, t('of', number(gap.unanswered), number(gap.needs))),
        h('td', { class: 'figure' }, gap.expected === null ? '–' : number(gap.expected, 1)),
        h('td', { class: 'with-strip' }, gap.share ? [strip(gap.share, { from: 0, to: 1 }), h('span', { class: 'figure', title: withInterval(gap.share, percent) }, percent(gap.share.value))] : '–'),
        h('td', { class: 'figure' }, gap.timesUsual === null ? '–' : `${number(gap.timesUsual, 1)}×`),
        h('td', {}, h('span', { class: gap.recurrent ? 'chip' : 'chip plain' }, t(gap.recurrent ? 'recurrent' : 'asChanceShort'))))))))
      : h('p', { class: 'hint' }, t('noGaps')),
    withheld ? h('p', { class: 'help' }, t('gapsWithheld', number(withheld))) : null);
}

function closerList(closers) {
  if (!closers.length) return [h('p', { class: 'hint' }, t('noClosers'))];
  return [h('p', { class: 'help' }, t('closersHelp')), h('ol', { class: 'linkers' }, closers.map((closer) => h('li', {},
    h('strong', {}, closer.person.name), closer.group ? h('span', { class: 'where' }, ` · ${closer.group.name}`) : null,
    h('p', { class: 'meta' }, h('span', {}, t('closedLoops', closer.loops, number(closer.loops))), h('span', {}, t('ofAskers', closer.askers, number(closer.askers))),
      h('span', {}, t('acrossOf', number(closer.across)))),
    closer.helped.length ? h('p', { class: 'where' }, t('helpedGroups', closer.helped.slice(0, 4).map(({ group, loops }) => `${group.name} (${number(loops)})`).join(', '))) : null)))];
}
