// How people take part in a community, who was appointed, and whether it mirrors the chart.

import { h } from './dom.js';
import { strip, withInterval } from './estimates.js';
import { number, percent, t } from './i18n.js';

export function shape(community) {
  return h('div', { class: 'shape' },
    h('section', { class: 'panel personas' }, h('h3', {}, t('personas')), h('p', { class: 'help' }, t('personasHelp')), personas(community.personas)),
    h('section', { class: 'panel mandates' }, h('h3', {}, t('mandates')), mandates(community)),
    h('section', { class: 'panel mirror' }, h('h3', {}, t('mirror')), h('p', { class: 'help' }, t('mirrorHelp')),
      reflection('units', t('mirrorUnits'), community.units), reflection('trades', t('mirrorTrades'), community.trades)),
    h('section', { class: 'panel peers' }, h('h3', {}, t('communityPeers')), peerShares(community.communityPeers)));
}

/** What stands where a figure cannot: withheld looks like neither nothing nor no data. */
export function notShown(state) {
  return h('p', { class: `not-shown ${state === 'SUPPRESSED' ? 'suppressed' : 'no_data'}` },
    h('strong', {}, t(state)), ' ', t(state === 'SUPPRESSED' ? 'suppressedHelp' : 'noDataHelp'));
}

function personas(counts) {
  const most = Math.max(...counts.map(({ people }) => people ?? 0), 1);
  return h('ul', { class: 'persona-bars' }, [...counts].reverse().map(({ persona, rule, state, people }) => h('li', { 'data-persona': persona },
    h('span', { class: 'name', title: rule }, t(persona)),
    h('span', { class: 'figure' }, state === 'SHOWN' ? number(people) : t(state)),
    h('span', { class: `bar ${state === 'SHOWN' ? '' : state.toLowerCase()}`, 'aria-hidden': 'true' },
      state === 'SHOWN' ? h('span', { style: { width: `${Math.round((people / most) * 100)}%` } }) : null),
    h('small', {}, t(`${persona}Help`)))));
}

function mandates({ mandates: { state, figures }, managersWhoAnimate }) {
  return [
    mandateAgreement({ state, figures }),
    h('h4', {}, t('managersWhoAnimate')),
    managersWhoAnimate.state === 'SHOWN' ? h('dl', { class: 'key-list' },
      row(t('managers'), shareOf(managersWhoAnimate.managers)), row(t('everybodyElse'), shareOf(managersWhoAnimate.others)))
      : notShown(managersWhoAnimate.state),
  ];
}

/** How far the appointed are those who animate, or why it is not told. */
export function mandateAgreement({ state, figures }) {
  return state === 'SHOWN' ? agreement(figures) : notShown(state);
}

function agreement({ people, appointed, natural, both, expected, kappa }) {
  const only = (count, all) => `${number(count)} ${t('ofPeople', number(all))}`;
  return [
    h('p', { class: 'sentence' }, !appointed ? t('nobodyAppointed', natural) : t('bothSentence', number(both), number(appointed), number(natural))),
    h('dl', { class: 'key-list' },
      row(t('appointedPeople'), only(appointed, people)), row(t('naturalPeople'), only(natural, people)),
      row(t('bothPeople'), expected === null ? number(both) : `${number(both)} (${t('byChance', number(expected, 1))})`),
      row(t('kappa'), kappa === null ? t('NO_DATA') : number(kappa, 2))),
    kappa === null ? null : strip({ value: kappa, low: null, high: null }, { from: -1, to: 1, reference: 0 }),
    h('p', { class: 'help' }, t('kappaHelp')),
  ];
}

export function row(name, value) {
  return h('div', {}, h('dt', {}, name), h('dd', { class: 'figure' }, value));
}

function reflection(kind, title, { state, figures }) {
  return h('div', { class: `reflection ${kind}` }, h('h4', {}, title),
    state !== 'SHOWN' ? notShown(state) : [
      h('p', {}, h('span', { class: 'figure large' }, figures.index ? number(figures.index.value, 2) : '–'), ' ',
        figures.index ? h('span', { class: 'help' }, t('interval', number(figures.index.low, 2), number(figures.index.high, 2))) : null),
      figures.index ? strip(figures.index, { from: 1 / 4, to: 4, reference: 1, log: true }) : null,
      h('p', { class: 'help' }, figures.expected === null ? t('oneGroup')
        : t('insideOf', percent(figures.inside), percent(figures.expected), number(figures.groups)),
      figures.index ? ` ${t(figures.index.low > 1 ? 'isMirror' : figures.index.high < 1 ? 'isBridge' : 'mirrorUnsure')}` : '')]);
}

/** Shares of the exchange between peers, or why they are not told. */
export function peerShares({ state, figures }) {
  if (state !== 'SHOWN') return notShown(state);
  return [h('dl', { class: 'key-list' },
    row(t('betweenPeers'), withInterval(figures.peers, percent)), row(t('unprompted'), withInterval(figures.unprompted, percent))),
  h('p', { class: 'help' }, t('peersHelp', number(figures.exchanges), number(figures.people)))];
}

/** A share of so many people with its interval, for those who may see it. */
export function shareOf(share) {
  return share.share === null ? t('NO_DATA') : t('countedOf', number(share.counted), number(share.of), withInterval({ value: share.share, low: share.low, high: share.high }, percent));
}
