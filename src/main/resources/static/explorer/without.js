// What lives without the animators: what would remain, always beside removals of like volume, and what really happened.

import { h } from './dom.js';
import { signed, strip } from './estimates.js';
import { number, percent, t } from './i18n.js';

export function withoutThem({ selfRegulation, absences }) {
  const { withoutFirst, withoutAppointed } = selfRegulation;
  return h('section', { class: 'panel without', id: 'without' },
    h('h3', {}, t('whatIfStops')),
    h('p', { class: 'help' }, t('whatIfStopsHelp')),
    h('div', { class: 'removals' },
      removal(t('withoutFirst'), withoutFirst, 'noFirst'),
      removal(t('withoutAppointed'), withoutAppointed, 'noAppointed')),
    h('h4', {}, t('reallyAway')),
    away(absences));
}

/** What remains beside what remains without others who say as much: only the gap is the person's own. */
function removal(title, found, absent) {
  if (!found) return h('div', { class: 'removal' }, h('h4', {}, title), h('p', { class: 'hint' }, t(absent)));
  if (found.kept === null) return h('div', { class: 'removal' }, h('h4', {}, title), h('p', { class: 'hint' }, t('nobodyElseReplied')));
  return h('div', { class: 'removal' }, h('h4', {}, title),
    bar('kept', t('remains'), found.kept),
    found.expected === null ? h('p', { class: 'hint' }, t('nobodyAlike'))
      : [bar('expected', t('withoutAlike', found.matched), found.expected),
        h('p', { class: 'sentence' }, gap(found))],
    found.p === null ? null : h('p', { class: 'help' }, t('removalP', percent(found.p, 0), number(found.matched + 1))));
}

function bar(kind, name, share) {
  return h('div', { class: `share-bar ${kind}` }, h('span', { class: 'of' }, name), h('span', { class: 'figure' }, percent(share)),
    h('span', { class: 'bar', 'aria-hidden': 'true' }, h('span', { style: { width: `${Math.round(share * 100)}%` } })));
}

function gap({ kept, expected }) {
  const lost = Math.round((expected - kept) * 100);
  return lost > 0 ? t('moreLost', number(lost)) : t('noMoreLost');
}

/** Absences of the last years: what the others did meanwhile, beside absences of others of like volume. */
export function away({ absences, matched, change, matchedChange, difference }) {
  if (difference === null) return h('p', { class: 'hint absences' }, t('tooFewAbsences', number(absences), number(matched)));
  const reach = Math.max(Math.abs(difference.low), Math.abs(difference.high), 0.5);
  return h('div', { class: 'absences' },
    h('dl', { class: 'key-list' },
      line(t('animatorsAway', number(absences)), signed(change, percent)),
      line(t('othersAway', number(matched)), signed(matchedChange, percent)),
      line(t('awayDifference'), t('withInterval', signed(difference.value, percent), signed(difference.low, percent), signed(difference.high, percent)))),
    strip(difference, { from: -reach, to: reach, reference: 0 }),
    h('p', { class: 'help' }, t(difference.high < 0 ? 'awayLost' : difference.low > 0 ? 'awayGained' : 'awayUnsure'), ' ', t('association')));
}

function line(name, value) {
  return h('div', {}, h('dt', {}, name), h('dd', { class: 'figure' }, value));
}
