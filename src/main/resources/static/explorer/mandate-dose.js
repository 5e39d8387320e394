// What others begin of their own accord around appointments and with how much is steered: an association, said as one, with
// communities alike in the same days beside it.

import { notShown } from './community-shape.js';
import { h } from './dom.js';
import { ask } from './graphql.js';
import { pValue, signed, strip } from './estimates.js';
import { day, number, percent, t } from './i18n.js';
import { whenOpened } from './waiting.js';

const DOSE = `query MandateDose($id: ID!, $window: WindowInput) {
  community(id: $id, window: $window) { mandateDose { ...Dose } }
  animation(window: $window) { mandateDose { ...Dose } }
}
fragment Dose on MandateDose {
  state
  figures {
    communities appointed threads opened steered hours
    byHours { communities periods change { value low high } }
    bySteering { communities periods change { value low high } }
    appointments { day hours before after matched change matchedChange p }
    together { events change matchedChange ratio difference { value low high } p }
    course { number threads matched }
  }
}`;

/** A box that asks when it is opened, where somebody has a mandate; null elsewhere. */
export function mandateDose({ id, mandates }, window, { signal }) {
  const { state, figures } = mandates;
  if (state === 'NO_DATA' || figures?.appointed === 0) return null;
  const box = whenOpened(t('mandateDose'), t('waitingDose'), async () => {
    const { community, animation } = await ask(DOSE, { id, window }, signal);
    const here = community.mandateDose;
    return [
      h('p', { class: 'help' }, t('mandateDoseHelp')),
      h('div', { class: 'dose here' }, h('h3', {}, t('doseHere')), here.state === 'SHOWN' ? dose(here.figures) : notShown(here.state)),
      animation.mandateDose.state === 'SHOWN'
        ? h('div', { class: 'dose everywhere' }, h('h3', {}, t('doseEverywhere')), dose(animation.mandateDose.figures)) : null,
      h('p', { class: 'help' }, t('doseCause'))].filter(Boolean);
  });
  box.classList.add('mandate-dose');
  return box;
}

function dose(figures) {
  const { communities, appointed, hours, opened, steered, together } = figures;
  return [
    h('p', { class: 'sentence' }, t('doseSentence', appointed, number(appointed), communities, number(communities)), ' ',
      hours === null ? t('hoursUnknown') : t('doseHours', number(hours, 1)), ' ',
      opened === null ? null : t('doseShares', appointed, percent(opened), steered === null ? '–' : percent(steered))),
    together ? effect(together) : h('p', { class: 'hint' }, t('noAppointmentsAround')),
    figures.course.length ? course(figures.course) : null,
    figures.appointments.length ? events(figures.appointments) : null,
    h('dl', { class: 'key-list' },
      relation(t('byHours'), figures.byHours),
      relation(t('bySteering'), figures.bySteering))];
}

function effect({ events: count, change, matchedChange, ratio, difference, p }) {
  const reach = difference ? Math.max(Math.abs(difference.low), Math.abs(difference.high), 0.5) : 0;
  const told = p < 0.05 ? (ratio < 0 ? 'doseFewer' : 'doseMore') : 'doseUnsure';
  return h('div', { class: 'appointed-effect' },
    h('dl', { class: 'key-list' },
      line(t('afterAppointments', count, number(count)), signed(change, percent)),
      line(t('alikeMeanwhile'), signed(matchedChange, percent)),
      line(t('appointedRatio'), difference
        ? t('withInterval', signed(ratio, percent), signed(difference.low, percent), signed(difference.high, percent))
        : signed(ratio, percent))),
    difference ? strip(difference, { from: -reach, to: reach, reference: 0 }) : h('p', { class: 'help' }, t('fewAppointments')),
    h('p', { class: 'sentence' }, t(told), ' ', pValue(p)));
}

function relation(name, { communities, change }) {
  return line(name, change
    ? t('withInterval', signed(change.value, percent), signed(change.low, percent), signed(change.high, percent))
    : t(communities ? 'fewPeriods' : 'doseNeverChanges'));
}

function line(name, value) {
  return h('div', {}, h('dt', {}, name), h('dd', { class: 'figure' }, value));
}

/** Before and after in four-week periods, beside what communities alike would have had there. */
function course(periods) {
  return h('div', { class: 'scroll' }, h('table', { class: 'plain dose-course' },
    h('caption', {}, t('doseCourse')),
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('periodColumn')), periods.map((period) => h('th', { scope: 'col' }, signed(period.number, number))))),
    h('tbody', {},
      h('tr', {}, h('th', { scope: 'row' }, t('selfStarted')), periods.map((period) => h('td', { class: 'figure' }, number(period.threads)))),
      h('tr', {}, h('th', { scope: 'row' }, t('asAlike')), periods.map((period) => h('td', { class: 'figure' }, number(period.matched, 1)))))));
}

function events(appointments) {
  return h('div', { class: 'scroll' }, h('table', { class: 'plain wide dose-events' },
    h('thead', {}, h('tr', {}, ['mandateFrom', 'hoursColumn', 'selfStarted', 'alikeMeanwhile', 'test'].map((key) => h('th', { scope: 'col' }, t(key))))),
    h('tbody', {}, appointments.map((one) => h('tr', {},
      h('th', { scope: 'row' }, day(one.day)),
      h('td', { class: 'figure' }, one.hours === null ? t('NO_DATA') : signed(one.hours, (value) => number(value, 1))),
      h('td', { class: 'figure' }, `${number(one.before)} → ${number(one.after)} (${signed(one.change, percent)})`),
      h('td', { class: 'figure' }, t('ofCommunities', signed(one.matchedChange, percent), number(one.matched))),
      h('td', { class: 'figure' }, pValue(one.p)))))));
}
