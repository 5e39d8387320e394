// One month's funnel as bars, and every group's beside it. What no source tells is hatched, never empty.

import { h } from './dom.js';
import { month, number, percent, t } from './i18n.js';

export const STAGES = ['REACHED', 'READING', 'REACTING', 'REPLYING', 'POSTING', 'ANIMATING'];

/** The stages of a month; `state` is the group's. */
export function funnel(entry, state, name) {
  const head = [h('h3', {}, name), h('p', { class: 'help' }, entry ? `${month(entry.month)}${t('colon')}${t('people', number(entry.people))}${entry.complete ? '' : ` – ${t('incompleteHelp')}`}` : t('NO_DATA'))];
  if (!entry) return head;
  return [...head,
    state === 'NO_DATA' ? h('p', { class: 'hint' }, t('notReached')) : null,
    h('ol', { class: 'stairs' }, entry.stages.map((stage) => h('li', { 'data-stage': stage.stage },
      h('span', { class: 'name' }, t(`stage_${stage.stage}`)),
      h('span', { class: `bar ${stage.state === 'SHOWN' ? '' : stage.state.toLowerCase()}`, 'aria-hidden': 'true' },
        stage.state === 'SHOWN' ? h('span', { style: { width: `${(stage.share * 100).toFixed(1)}%` } }) : null),
      h('span', { class: 'figure' }, stage.state === 'SHOWN' ? [percent(stage.share), h('small', {}, number(stage.people))] : h('small', {}, t(stage.state))),
      h('small', { class: 'stage-help' }, t(stage.stage === 'READING' ? 'readingUnknown' : `stage_${stage.stage}Help`)))))].filter(Boolean);
}

/** Groups by stage in the month that is chosen; a group's name chooses it. */
export function stageTable({ groups }, state, choose) {
  const stages = STAGES.filter((stage) => stage !== 'READING');
  return h('div', {}, h('p', { class: 'help' }, t('funnelByGroupHelp', month(state.month))), h('div', { class: 'scroll' }, h('table', { class: 'plain wide stage-table' },
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('group')), h('th', { scope: 'col' }, t('peopleColumn')), stages.map((stage) => h('th', { scope: 'col' }, t(`stage_${stage}`))))),
    h('tbody', {}, groups.map((entry) => {
      const found = entry.months.find((one) => one.month === state.month);
      return h('tr', { class: entry.group.id === state.group ? 'chosen' : null, 'data-group': entry.group.id },
        h('th', { scope: 'row' }, h('button', { type: 'button', class: 'link', 'aria-pressed': String(entry.group.id === state.group), onclick: () => choose({ group: entry.group.id === state.group ? null : entry.group.id }) }, entry.group.name)),
        h('td', { class: 'figure' }, entry.state === 'SUPPRESSED' ? '–' : number(found?.people ?? entry.people)),
        stages.map((stage) => cell(found?.stages.find((one) => one.stage === stage) ?? { state: 'NO_DATA' })));
    })))));
}

/** The deeper the colour, the larger the share; dark text stays legible on all of it. */
function cell({ state, share }) {
  if (state !== 'SHOWN') return h('td', { class: `share-cell ${state.toLowerCase()}`, title: t(state === 'SUPPRESSED' ? 'suppressedHelp' : 'noDataHelp') }, h('span', { class: 'on-hatch' }, t(state)));
  return h('td', { class: 'share-cell figure', style: { background: d3.interpolateLab('#ffffff', '#7fbdbd')(Math.sqrt(share)) } }, percent(share));
}
