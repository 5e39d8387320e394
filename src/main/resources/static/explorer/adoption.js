// How far the network has been taken up: the funnel by unit and month, who stays, the leadership, who brings others in.

import { choices, cutControls, cutOf, field, otherDays, select, windowFields, windowOf } from './controls.js';
import { converters } from './converters.js';
import { h } from './dom.js';
import { funnel, stageTable } from './funnel.js';
import { ask } from './graphql.js';
import { month, t } from './i18n.js';
import { leadership } from './leadership.js';
import { refusedHere } from './refused.js';
import { newcomers } from './survival.js';
import { takeUp } from './take-up.js';
import { announce, refusal, waiting } from './waiting.js';

const LEADERS = ['1', '2', '3', '4', '5'];
const RANGE = 'query AdoptionDays { dataset { extent { from to } coverage { channel } } }';
const ADOPTION = `query Adoption($dimension: Dimension!, $unitDepth: Int, $window: WindowInput, $channels: [String!], $leaderDepth: Int!, $language: Language!) {
  adoption(dimension: $dimension, unitDepth: $unitDepth, window: $window, channels: $channels, leaderDepth: $leaderDepth) {
    summary(language: $language)
    months { ...Month }
    groups { group { id name } state people months { ...Month } newcomers { ...Staying } }
    newcomers { ...Staying }
    curve { ...Point }
    cohorts { month survival { ...Staying } }
    leadership {
      state summary(language: $language) leaders weeks unmatched after otherwise difference { value low high } p
      places { community { id name } state weeks after otherwise p adjusted }
    }
    provenance { method(language: $language) window { from to } }
  }
}
fragment Month on FunnelMonth { month complete people stages { stage state people share } }
fragment Point on SurvivalPoint { days state watched share { value low high } }
fragment Staying on Survival { state newcomers active { ...Point } returned { ...Point } }`;

export async function adoptionView(view) {
  const { root, parameters, go, signal } = view;
  const cut = cutOf(parameters);
  const depth = LEADERS.includes(parameters.get('leaders')) ? parameters.get('leaders') : '2';
  const channel = parameters.get('channel');
  const window = windowOf(parameters);
  const narrowing = h('div', { class: 'narrowing' });
  const answer = h('div', { class: 'answer' }, waiting(t('waitingAdoption')));
  root.replaceChildren(
    h('h1', {}, t('adoptionTitle')),
    h('p', { class: 'lead' }, t('adoptionLead')),
    h('div', { class: 'bars' }, cutControls(cut, go, { group: null })),
    narrowing, answer);
  const { dataset } = await ask(RANGE, {}, signal);
  const channels = [...new Set(dataset.coverage.map((entry) => entry.channel))].sort();
  narrowing.replaceChildren(
    select('channel', t('channel'), t('allChannels'), channels.map((name) => [name, name]), channel, (value) => go({ channel: value })),
    ...windowFields(window, dataset.extent, go));
  try {
    const { adoption } = await ask(ADOPTION, { ...cut, window, channels: channel ? [channel] : null, leaderDepth: Number(depth) }, signal);
    announce(t('adoptionTitle'));
    narrowing.append(otherDays(window, adoption.provenance.window) ?? '');
    draw(answer, adoption, { cut, window, channel, depth, view });
  } catch (error) {
    if (!refusedHere(error)) throw error;
    answer.replaceChildren(refusal(error));
  }
}

function draw(answer, adoption, question) {
  const { view: { parameters, keep, go } } = question;
  const complete = adoption.months.filter((entry) => entry.complete);
  if (!adoption.months.length) {
    answer.replaceChildren(h('p', { class: 'hint' }, t('NO_DATA')));
    return;
  }
  const state = {
    month: adoption.months.some((entry) => entry.month === parameters.get('month')) ? parameters.get('month') : (complete.at(-1) ?? adoption.months.at(-1)).month,
    group: adoption.groups.some(({ group }) => group.id === parameters.get('group')) ? parameters.get('group') : null,
  };
  const stairs = h('div', {});
  const course = h('div', {});
  const table = h('div', {});
  const staying = h('div', {});
  const [ofWhom, inMonth] = [groupField(adoption, state, (changes) => choose(changes)), monthField(adoption, state, (changes) => choose(changes))];
  const choose = (changes) => {
    Object.assign(state, changes);
    keep(changes);
    show();
  };
  const show = () => {
    const chosen = adoption.groups.find(({ group }) => group.id === state.group) ?? null;
    const months = chosen?.months ?? adoption.months;
    const name = chosen?.group.name ?? t('wholeOrganisation');
    stairs.replaceChildren(...funnel(months.find((entry) => entry.month === state.month), chosen?.state ?? 'SHOWN', name));
    course.replaceChildren(takeUp(months, state.month, (value) => choose({ month: value })));
    table.replaceChildren(stageTable(adoption, state, choose));
    staying.replaceChildren(...newcomers(adoption, chosen));
    // What was chosen in the table or in the drawing stands in the fields too.
    ofWhom.querySelector('select').value = state.group ?? '';
    inMonth.querySelector('select').value = state.month;
  };
  show();
  answer.replaceChildren(
    h('p', { class: 'sentence in-short' }, adoption.summary),
    h('section', { class: 'panel funnel-panel' },
      h('div', { class: 'panel-head' }, h('h2', {}, t('funnel')),
        h('div', { class: 'narrowing' }, ofWhom, inMonth)),
      h('div', { class: 'two' }, stairs, course),
      h('p', { class: 'help' }, t('funnelHelp'))),
    h('section', { class: 'panel' }, h('h2', {}, t('funnelByGroup')), table),
    h('section', { class: 'panel staying' }, h('h2', {}, t('newcomersStay')), staying),
    h('section', { class: 'panel sponsors' }, h('h2', {}, t('leadership')),
      h('div', { class: 'in-panel' }, choices('leaders', t('leaderDepth'), LEADERS.map((value) => [value, value]), question.depth, (value) => go({ leaders: value }))),
      leadership(adoption.leadership)),
    converters(question),
    h('p', { class: 'provenance' }, adoption.provenance.method));
}

/** The choices of a panel act on what is drawn already: they keep their focus, and so does the reader. */
function groupField({ groups }, state, choose) {
  return select('group', t('ofWhom'), t('wholeOrganisation'), groups.map(({ group }) => [group.id, group.name]).sort((a, b) => a[1].localeCompare(b[1])), state.group,
    (value) => choose({ group: value }));
}

function monthField({ months }, state, choose) {
  return field('month', t('inMonth'), h('select', { id: 'field-month', onchange: (event) => choose({ month: event.target.value }) },
    months.map((entry) => h('option', { value: entry.month, selected: entry.month === state.month }, `${month(entry.month)}${entry.complete ? '' : ` – ${t('incomplete')}`}`))));
}
