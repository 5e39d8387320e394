// One person who holds groups together: value, price and risk side by side, never added up.

import { h, initials } from './dom.js';
import { number, percent, t } from './i18n.js';
import { whenOpened } from './waiting.js';

/** The role is told where it is played more than anyone in that place would. */
const BEYOND = 2;

/** The card, the person's id, and `rank(interval)` that fills in how certain the rank is. */
export function bridgeCard(bridge, { highest, cut, successors }) {
  const { person, risk } = bridge;
  const interval = h('span', { class: 'rank-interval' });
  const rank = (found) => interval.replaceChildren(...[found === null ? t('rankUnknown') : rankText(found)].flat());
  rank(bridge.rankInterval);
  const pseudonym = person.title === null && person.unit === null;
  const box = h('li', { class: 'card bridge' },
    h('div', { class: 'card-head' },
      h('span', { class: 'disc', 'aria-hidden': 'true' }, pseudonym ? '?' : initials(person.name), h('span', { class: 'rank' }, bridge.rank)),
      h('div', {}, h('h2', {}, pseudonym ? person.name : h('a', { href: `#/person?id=${encodeURIComponent(person.id)}` }, person.name)),
        h('p', { class: 'where' }, pseudonym ? t('pseudonym') : [person.title, person.unit?.name].filter(Boolean).join(' · ')),
        h('p', { class: 'where' }, t('rankNumber', bridge.rank), ' · ', interval)),
      h('span', { class: 'marks' }, bridge.cutPerson ? h('span', { class: 'chip', title: t('cutPersonHelp') }, t('cutPerson')) : null)),
    h('p', { class: 'summary' }, bridge.summary),
    h('dl', { class: 'three' },
      three('value', t('value'), percent(bridge.betweenness), t('valueHelp'), bridge.betweenness / highest,
        bridge.betweennessInterval ? t('estimated', percent(bridge.betweennessInterval.low), percent(bridge.betweennessInterval.high)) : null),
      three('price', t('price'), number(bridge.workload), t('priceHelp')),
      three('risk', t('risk'), t('aloneShort', number(risk.alone), number(risk.connects)), t('riskHelp'), risk.share)),
    h('p', { class: 'sentence' }, risk.sentence),
    roles(bridge.roles),
    h('details', { class: 'parts-box' }, h('summary', {}, t('furtherFigures')), h('dl', { class: 'parts' },
      part(t('groupsReached'), number(bridge.groupsReached)),
      part(t('constraint'), bridge.constraint === null ? '–' : number(bridge.constraint, 2), t('constraintHelp')),
      part(t('effectiveSize'), bridge.effectiveSize === null ? '–' : number(bridge.effectiveSize, 1), t('effectiveSizeHelp')),
      part(t('structuralDiversity'), number(bridge.structuralDiversity), t('structuralDiversityHelp')))),
    successorBox(successors),
    pseudonym ? null : h('p', { class: 'leave' }, h('a', { href: `#/whatif?${new URLSearchParams({ dimension: cut.dimension, depth: cut.unitDepth, changes: JSON.stringify([{ remove: [person.id] }]) })}` }, t('whatIfLeft'))));
  return { box, id: person.id, rank };
}

function rankText({ state, low, high }) {
  if (state === 'READY') return low === high ? t('rankSure', number(low)) : t('rankBetween', number(low), number(high));
  return state === 'PENDING' ? [h('span', { class: 'turning small', 'aria-hidden': 'true' }), t('rankPending')] : t('rankNoData');
}

function three(kind, name, value, help, share = null, more = null) {
  return h('div', { class: kind }, h('dt', {}, name),
    h('dd', {}, h('span', { class: 'figure' }, value),
      share === null || share === undefined ? null : h('span', { class: 'bar', 'aria-hidden': 'true' }, h('span', { style: { width: `${Math.min(100, Math.round(share * 100))}%` } })),
      h('span', { class: 'help' }, help, more ? ` ${more}` : null)));
}

/** Roles with how often, and those played beyond chance in front. */
function roles(list) {
  const played = list.filter(({ count }) => count > 0).sort((a, b) => (b.groupsDealt?.z ?? -Infinity) - (a.groupsDealt?.z ?? -Infinity));
  if (!played.length) return null;
  return h('ul', { class: 'roles', 'aria-label': t('roles') }, played.map(({ role, count, groupsDealt }) => {
    const beyond = groupsDealt && groupsDealt.z !== null && groupsDealt.z >= BEYOND;
    return h('li', { class: beyond ? 'beyond' : null, title: t(`${role}Help`) },
      h('span', {}, t(role)), ' ', h('span', { class: 'figure' }, number(count)),
      groupsDealt ? h('small', {}, t(beyond ? 'beyondChance' : 'expectedRole', number(groupsDealt.expected))) : null);
  }));
}

function part(name, value, help = null) {
  return h('div', {}, h('dt', {}, name), h('dd', {}, h('span', { class: 'figure' }, value)), help ? h('dd', { class: 'help' }, help) : null);
}

function successorBox(load) {
  return whenOpened(t('successors'), t('waitingSuccessors'), async () => {
    const found = await load();
    if (!found.length) return h('p', { class: 'hint' }, t('noSuccessors'));
    return [h('ol', { class: 'linkers' }, found.map((successor) => h('li', {},
      h('strong', {}, successor.person.name), h('span', { class: 'meta' }, h('span', {}, t('contactsOf', number(successor.workload)))),
      h('p', {}, successor.sentence)))),
    h('p', { class: 'help' }, t('successorsHelp'))];
  });
}
