// What closed needs may be worth under the reader's own assumptions: nothing is filled in, and nothing is called a fact.

import { field } from './controls.js';
import { h } from './dom.js';
import { ask } from './graphql.js';
import { number, t } from './i18n.js';
import { refusal, waiting } from './waiting.js';

const VALUE = `query LoopValue($window: WindowInput, $hoursSavedPerLoop: Float, $costPerHour: Float, $currency: String, $language: Language!) {
  loopFigures(window: $window) {
    value(hoursSavedPerLoop: $hoursSavedPerLoop, costPerHour: $costPerHour, currency: $currency) { loops hours cost currency sentence(language: $language) }
  }
}`;

export function valueOfLoops(window, { parameters, keep, signal }) {
  const said = h('div', { class: 'worth', role: 'status' });
  const input = (name, attributes) => h('input', { id: `field-${name}`, value: parameters.get(name) ?? '', ...attributes });
  const hours = input('hours', { type: 'number', min: 0, max: 1000, step: 'any', inputmode: 'decimal' });
  const cost = input('cost', { type: 'number', min: 0, max: 100000, step: 'any', inputmode: 'decimal' });
  const currency = input('currency', { type: 'text', maxlength: 12, autocomplete: 'off' });
  const reckon = async () => {
    const assumed = { hoursSavedPerLoop: figureOf(hours), costPerHour: figureOf(cost), currency: currency.value.trim() || null };
    keep({ hours: hours.value, cost: cost.value, currency: currency.value.trim() });
    if (assumed.hoursSavedPerLoop === null) {
      said.replaceChildren(h('p', { class: 'hint' }, t('assumeFirst')));
      return;
    }
    said.replaceChildren(waiting(t('reckoning')));
    try {
      const { loopFigures } = await ask(VALUE, { window, ...assumed }, signal);
      said.replaceChildren(...worth(loopFigures.value, assumed));
    } catch (error) {
      said.replaceChildren(refusal(error));
    }
  };
  const form = h('form', { class: 'assumptions', onsubmit: (event) => { event.preventDefault(); reckon(); } },
    field('hours', t('hoursSaved'), hours), field('cost', t('costPerHour'), cost), field('currency', t('currency'), currency),
    h('button', { class: 'primary small' }, t('reckon')));
  if (parameters.get('hours')) reckon();
  else said.replaceChildren(h('p', { class: 'hint' }, t('assumeFirst')));
  return h('section', { class: 'panel value-panel' }, h('h2', {}, t('worthTitle')), h('p', { class: 'help' }, t('worthHelp')), form, said);
}

/** A number, or null where nothing or no number is written. */
function figureOf(input) {
  const value = input.value.trim() === '' ? Number.NaN : Number(input.value);
  return Number.isFinite(value) && value >= 0 ? value : null;
}

function worth(value, { hoursSavedPerLoop }) {
  if (!value) return [h('p', { class: 'hint' }, t('assumeFirst'))];
  return [
    h('p', { class: 'reckoned' }, t('timesHours', number(value.loops), number(hoursSavedPerLoop, 1)), ' = ', h('strong', { class: 'figure' }, t('hours', number(value.hours))),
      value.cost === null ? null : [' = ', h('strong', { class: 'figure' }, `${number(value.cost)}${value.currency ? ` ${value.currency}` : ''}`)]),
    h('p', { class: 'weak' }, t('onlyAssumed')),
    h('p', { class: 'sentence' }, value.sentence),
  ];
}
