// Who animates the company's communities, taken together: few people or many, appointed or not, managers or not.

import { mandateAgreement, notShown, peerShares, row, shareOf } from './community-shape.js';
import { h } from './dom.js';
import { ask } from './graphql.js';
import { number, percent, t } from './i18n.js';
import { whenOpened } from './waiting.js';
import { away } from './without.js';

const WHOLE = `query WholeAnimation($window: WindowInput, $language: Language!) {
  animation(window: $window, first: 100) {
    state communities contributors natural severalCommunities topTenth
    mandates { state figures { people appointed natural both expected kappa } }
    absences { absences matched change matchedChange difference { value low high } }
    communityPeers { state figures { exchanges people peers { value low high } unprompted { value low high } } }
    units { unit { id name } state managers { counted of share low high } }
    provenance { method(language: $language) }
  }
}`;

/** A box that asks when it is opened; where it is open stands in the address. */
export function wholeAnimation(window, { parameters, keep, signal }) {
  const box = whenOpened(t('wholeAnimation'), t('waitingWhole'), async () => {
    const { animation } = await ask(WHOLE, { window }, signal);
    return animation.state === 'SHOWN' ? [h('p', { class: 'help' }, t('wholeAnimationHelp')), ...whole(animation)] : notShown(animation.state);
  });
  box.classList.add('whole-animation');
  box.addEventListener('toggle', () => keep({ open: box.open ? 'whole' : null }));
  box.open = parameters.get('open') === 'whole';
  return box;
}

function whole({ communities, contributors, natural, severalCommunities, topTenth, mandates, absences, communityPeers, units, provenance }) {
  return [
    h('p', { class: 'sentence' }, t('wholeSentence', number(contributors), number(communities), number(natural), natural)),
    h('dl', { class: 'key-list' },
      row(t('wholeSeveral'), number(severalCommunities)),
      row(t('wholeTenth'), topTenth === null ? t('NO_DATA') : percent(topTenth))),
    h('p', { class: 'help' }, t('wholeTenthHelp')),
    h('div', { class: 'shape' },
      h('section', { class: 'panel mandates' }, h('h3', {}, t('mandates')), h('p', { class: 'help' }, t('wholePairs')), mandateAgreement(mandates)),
      h('section', { class: 'panel peers' }, h('h3', {}, t('wholePeers')), peerShares(communityPeers)),
      h('section', { class: 'panel away' }, h('h3', {}, t('reallyAway')), away(absences)),
      h('section', { class: 'panel by-unit' }, h('h3', {}, t('managersByUnit')), h('p', { class: 'help' }, t('managersByUnitHelp')), byUnit(units))),
    h('p', { class: 'provenance' }, provenance.method)];
}

function byUnit(units) {
  const shown = units.filter(({ state }) => state === 'SHOWN');
  const withheld = units.filter(({ state }) => state === 'SUPPRESSED').length;
  if (!shown.length) return notShown(withheld ? 'SUPPRESSED' : 'NO_DATA');
  return [h('table', { class: 'plain' },
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('unitColumn')), h('th', { scope: 'col' }, t('managersColumn')))),
    h('tbody', {}, shown.map(({ unit, managers }) => h('tr', { 'data-unit': unit.id },
      h('th', { scope: 'row' }, unit.name), h('td', { class: 'figure' }, shareOf(managers)))))),
  withheld ? h('p', { class: 'help' }, t('unitsWithheld', number(withheld))) : null];
}
