// What would be if people left, met or moved, or units merged: put together by dragging or by a form, on a copy.

import { changeForm, changeList, changesOf, CHANGES_MAX, learnNames, written } from './changes.js';
import { cutControls, cutOf, groupsOf } from './controls.js';
import { h } from './dom.js';
import { ask, Failure } from './graphql.js';
import { number, t } from './i18n.js';
import { dragMap } from './drag-map.js';
import { simulated } from './simulated.js';
import { announce, refusal, waiting } from './waiting.js';

const KINDS = ['remove', 'tie', 'move', 'merge'];
const PEOPLE_MAX = 400;
const MAP = `query Map($dimension: Dimension!, $unitDepth: Int, $first: Int!) {
  network(granularity: PERSON, dimension: $dimension, unitDepth: $unitDepth, first: $first) {
    nodes { id label group { id name above { id name above { id name above { id name } } } } }
    edges { from to kind strength }
    truncated
  }
}`;
const SIMULATION = `query WhatIf($changes: [ChangeInput!]!, $dimension: Dimension!, $unitDepth: Int, $language: Language!) {
  simulate(changes: $changes, dimension: $dimension, unitDepth: $unitDepth) {
    summary(language: $language)
    externalInternal { before after difference standardError summary(language: $language) }
    crossSiloEfficiency { before after difference standardError summary(language: $language) }
    sources
    groups { group { id name } state peopleBefore peopleAfter summary(language: $language) permeability { before after difference summary(language: $language) } externalInternal { before after } }
    fragments { before after largestBefore largestAfter peopleCutOff summary(language: $language) cutOff(first: 5) { id name } }
    loads(first: 8) { person { id name } shareBefore shareAfter difference standardError contactsBefore contactsAfter sharedContacts summary(language: $language) }
    provenance { method(language: $language) }
  }
}`;

export async function whatIfView(view) {
  const { root, parameters, go, keep, signal } = view;
  const cut = cutOf(parameters);
  const changes = changesOf(parameters);
  const list = h('section', { class: 'panel' }, h('h2', {}, t('changes')), waiting(t('loading')));
  const form = h('div', {});
  const map = h('section', { class: 'panel drawing' }, h('h2', {}, t('dragTitle')), waiting(t('waitingNetwork')));
  const results = h('div', { class: 'results' }, changes.length ? waiting(t('waitingSimulation')) : '');
  root.replaceChildren(
    h('h1', {}, t('whatIfTitle')),
    h('p', { class: 'lead' }, t('whatIfLead')),
    h('div', { class: 'bars' }, cutControls(cut, go, { changes: null })),
    h('div', { class: 'columns' }, h('div', {}, results, map), h('aside', {}, list, form)));
  const add = (change) => {
    if (changes.length >= CHANGES_MAX) {
      announce(t('tooManyChanges', CHANGES_MAX));
      return;
    }
    go({ changes: written([...changes, change]) });
  };
  const [groups] = await Promise.all([groupsOf(cut, signal), learnNames(changes, signal)]);
  list.replaceChildren(h('h2', {}, t('changes')), changeList(changes, groups, go),
    changes.length > 1 ? h('button', { type: 'button', class: 'link', onclick: () => go({ changes: null }) }, t('undoAll')) : '');
  const showForm = (kind) => form.replaceChildren(changeForm(kind, groups, {
    chooseKind: (value) => {
      keep({ kind: value });
      showForm(value);
      form.querySelector(`[value="${value}"]`).focus();
    },
    add,
  }));
  showForm(KINDS.includes(parameters.get('kind')) ? parameters.get('kind') : 'remove');
  await Promise.all([
    ask(MAP, { ...cut, first: PEOPLE_MAX }, signal).then(({ network }) => map.replaceChildren(h('h2', {}, t('dragTitle')), ...dragMap(network, changes, add))),
    changes.length ? simulate(results, { ...cut, changes }, signal) : nothingYet(results),
  ]);
}

function nothingYet(results) {
  results.replaceChildren(h('p', { class: 'hint begin' }, t('beginWhatIf')));
}

/** A change that cannot be made is said where its effect would stand; the list beside it takes it away again. */
async function simulate(results, variables, signal) {
  try {
    const { simulate: found } = await ask(SIMULATION, variables, signal);
    announce(t('simulated', number(variables.changes.length)));
    results.replaceChildren(...simulated(found));
  } catch (error) {
    if (!(error instanceof Failure) || ['LOADING', 'OFFLINE'].includes(error.code)) throw error;
    results.replaceChildren(refusal(error, t('changeRefused')));
  }
}
