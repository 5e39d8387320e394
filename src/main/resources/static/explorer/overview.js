// What somebody who sees the whole should know now: a few items by priority, each with its way one level down.

import { h } from './dom.js';
import { ask } from './graphql.js';
import { day, apiLanguage, language, number, percent, t } from './i18n.js';
import { announce, waiting } from './waiting.js';

const OVERVIEW = `query Overview($window: WindowInput, $language: Language!) {
  overview(window: $window, language: $language) {
    state
    before { from to }
    window { from to }
    items { id section sentence figure certainty certaintyReason people who { id name } view query }
    quiet { section sentence }
    lookedAt
    left
    method
  }
}`;
const SECTIONS = ['CHANGED', 'AT_RISK', 'THANKS'];
const AGAIN_MILLIS = 1000;

export async function overviewView({ root, signal }) {
  const answer = h('div', { class: 'answer' }, waiting(t('waitingOverview')));
  root.replaceChildren(
    h('h1', {}, t('overviewTitle')),
    h('p', { class: 'lead' }, t('overviewLead')),
    answer);
  const overview = await ready(signal);
  announce(t('overviewReady', number(overview.items.length)));
  answer.replaceChildren(...drawn(overview));
}

/** The overview; asked for again while it is being worked out. */
async function ready(signal) {
  for (;;) {
    const { overview } = await ask(OVERVIEW, { language: apiLanguage() }, signal);
    if (overview.state === 'READY') return overview;
    await new Promise((resolve) => { setTimeout(resolve, AGAIN_MILLIS); });
    signal?.throwIfAborted();
  }
}

function drawn(overview) {
  const report = (format) => `/report/overview.${format}?language=${language()}`;
  return [
    h('p', { class: 'period' },
      h('strong', {}, t('overviewPeriod', day(overview.window.from), day(overview.window.to))), ' ',
      t('overviewBefore', day(overview.before.from), day(overview.before.to))),
    ...SECTIONS.map((section) => h('section', { class: `panel overview-section ${section.toLowerCase()}` },
      h('h2', {}, t(`section${section}`)),
      h('ul', {}, overview.items.filter((item) => item.section === section).map(drawnItem)),
      overview.quiet.filter((quiet) => quiet.section === section).map((quiet) => h('p', { class: 'hint' }, quiet.sentence)))),
    h('p', { class: 'reports' }, t('overviewReport'), ' ',
      h('a', { href: report('pdf') }, 'PDF'), ' · ', h('a', { href: report('html') }, 'HTML')),
    h('p', { class: 'provenance' }, t('overviewLooked', overview.lookedAt.join(', ')), ' ', t('overviewLeft', overview.left)),
    h('p', { class: 'provenance' }, overview.method),
  ];
}

function drawnItem(item) {
  return h('li', {},
    h('span', { class: 'figure' }, item.figure),
    h('div', {},
      h('p', { class: 'sentence' }, item.sentence),
      item.who.length ? h('p', { class: 'who' }, t(item.section === 'THANKS' ? 'overviewAmong' : 'overviewAbout',
        item.who.map((person) => person.name).join(', '))) : null,
      h('p', { class: 'certainty' },
        t('overviewCertainty', sure(item.certainty), item.certaintyReason), ' · ', t('overviewPeople', item.people, number(item.people))),
      h('div', { class: 'down' },
        h('a', { href: item.view }, t('overviewDetail')), ' ',
        h('details', {}, h('summary', {}, t('overviewQuery')), h('code', {}, item.query)))));
}

/** Never 100 %: nothing measured is quite sure. */
function sure(certainty) {
  return certainty > 0.99 ? `> ${percent(0.99)}` : percent(certainty);
}
