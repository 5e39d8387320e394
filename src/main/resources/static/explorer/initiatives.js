// What is tried to bring groups together: the list, one chosen for the comparison, and a form to record another.

import { field } from './controls.js';
import { h } from './dom.js';
import { ask } from './graphql.js';
import { day, t } from './i18n.js';
import { announce, refusal } from './waiting.js';

const GOAL_MAX = 500;
const RECORD = `mutation Record($scope: [ID!]!, $from: Date!, $goal: String!) {
  recordInitiative(scope: $scope, from: $from, goal: $goal) { id }
}`;

export function initiativeList(initiatives, chosen, go) {
  if (!initiatives.length) return h('p', { class: 'hint' }, t('noInitiatives'));
  return h('ul', { class: 'initiatives' }, initiatives.map((initiative) => h('li', {},
    h('button', {
      type: 'button',
      'aria-pressed': String(initiative.id === chosen?.id),
      onclick: () => go({ initiative: initiative.id === chosen?.id ? null : initiative.id, dimension: initiative.dimension, beforefrom: null, beforeto: null, afterfrom: null, afterto: null }),
    },
    h('strong', {}, initiative.goal),
    h('span', { class: 'meta' }, h('span', {}, t('sinceDay_', day(initiative.from))), h('span', {}, initiative.scope.map(({ name }) => name).join(', ')))))));
}

/** Records one; `recorded` is called with its id. */
export function initiativeForm(groups, extent, recorded) {
  const wanting = h('p', { class: 'wanting', role: 'status' });
  const save = async (event) => {
    event.preventDefault();
    const form = event.currentTarget;
    const goal = form.elements.goal.value.trim();
    const from = form.elements.from.value;
    const scope = [...form.querySelectorAll('[name=scope]:checked')].map(({ value }) => value);
    wanting.textContent = '';
    form.querySelector('.refusal')?.remove();
    if (!goal || !from || !scope.length) {
      wanting.textContent = t('incompleteInitiative');
      return;
    }
    const button = form.querySelector('button');
    button.disabled = true;
    try {
      const { recordInitiative: initiative } = await ask(RECORD, { scope, from, goal });
      announce(t('recorded'));
      recorded(initiative.id);
    } catch (error) {
      button.disabled = false;
      form.append(refusal(error));
    }
  };
  return h('details', { class: 'record' }, h('summary', {}, t('recordInitiative')),
    h('form', { onsubmit: save },
      field('goal', t('goal'), h('input', { id: 'field-goal', name: 'goal', type: 'text', maxlength: GOAL_MAX, autocomplete: 'off' })),
      field('first', t('itsFirstDay'), h('input', { id: 'field-first', name: 'from', type: 'date', min: extent?.from, max: extent?.to })),
      h('fieldset', { class: 'scope' }, h('legend', {}, t('whereTried')), h('div', {}, groups.map((group) => h('label', {},
        h('input', { type: 'checkbox', name: 'scope', value: group.id }), ' ', group.name)))),
      wanting,
      h('button', { class: 'primary small' }, t('record'))));
}
