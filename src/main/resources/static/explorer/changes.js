// The changes of a what-if: in the address, in words, and as a form for each kind.

import { choices, field, select } from './controls.js';
import { h } from './dom.js';
import { ask } from './graphql.js';
import { t } from './i18n.js';

export const CHANGES_MAX = 20;
const KINDS = ['remove', 'tie', 'move', 'merge'];
const PAUSE_MILLIS = 150;
const PEOPLE = 'query Found($name: String) { people(name: $name, first: 8) { nodes { id name unit { name } } } }';
const NAMED = 'query Named($id: ID!) { person(id: $id) { id name } }';
/** Names of people that were asked for already, by id. */
const names = new Map();

/** The changes in the address; what is no list of changes counts as none. */
export function changesOf(parameters) {
  try {
    const read = JSON.parse(parameters.get('changes') ?? '[]');
    return Array.isArray(read) ? read.filter((change) => change && KINDS.includes(Object.keys(change)[0])).slice(0, CHANGES_MAX) : [];
  } catch {
    return [];
  }
}

export function knownAs(id, name) {
  names.set(id, name);
}

/** Asks for the names of the people in the changes that are not known yet; an unknown one keeps their id. */
export async function learnNames(changes, signal) {
  const ids = changes.flatMap((change) => [...(change.remove ?? []), ...(change.tie ?? []), ...(change.move?.people ?? [])]);
  await Promise.all([...new Set(ids)].filter((id) => !names.has(id)).map(async (id) => {
    const { person } = await ask(NAMED, { id }, signal);
    if (person) names.set(id, person.name);
  }));
}

/** A change in words; `groups` have { id, name }. */
export function inWords(change, groups) {
  const person = (id) => names.get(id) ?? id;
  const group = (id) => groups.find((found) => found.id === id)?.name ?? id;
  if (change.remove) return t('removed', change.remove.map(person).join(', '));
  if (change.tie) return t('tied', person(change.tie[0]), person(change.tie[1]));
  if (change.merge) return t('merged', change.merge.map(group).join(' + '));
  const who = [change.move.team ? group(change.move.team) : null, ...(change.move.people ?? []).map(person)].filter(Boolean).join(', ');
  return t('moved', who, group(change.move.to));
}

/** The list of changes, each with what takes it away. */
export function changeList(changes, groups, go) {
  if (!changes.length) return h('p', { class: 'hint' }, t('noChanges'));
  return h('ol', { class: 'changes' }, changes.map((change, index) => h('li', {},
    h('span', {}, inWords(change, groups)),
    h('button', {
      type: 'button', class: 'link', 'aria-label': t('undoOf', inWords(change, groups)),
      onclick: () => go({ changes: written(changes.filter((_, other) => other !== index)) }),
    }, t('undo')))));
}

export function written(changes) {
  return changes.length ? JSON.stringify(changes) : null;
}

/** A form that adds one change; what fits the kind is asked for. */
export function changeForm(kind, groups, { chooseKind, add }) {
  const wanting = h('p', { class: 'wanting', role: 'status' });
  const options = groups.map(({ id, name }) => [id, name]);
  const chosen = {};
  const set = (name) => (value) => { chosen[name] = value; };
  const group = (name, label) => select(name, label, t('chooseGroup'), options, null, set(name));
  const fields = {
    remove: () => [personField('one', t('whoLeaves'), set('one'))],
    tie: () => [personField('one', t('onePerson'), set('one')), personField('other', t('otherPerson'), set('other'))],
    move: () => [personField('one', t('whoMoves'), set('one')), group('team', t('orTeam')), group('to', t('movesTo'))],
    merge: () => [group('one', t('keepsName')), group('other', t('mergesInto'))],
  }[kind]();
  const submit = (event) => {
    event.preventDefault();
    const change = changeFrom(kind, chosen);
    if (change) add(change);
    else wanting.textContent = t('incompleteChange');
  };
  return h('form', { class: 'panel change-form', onsubmit: submit },
    h('h2', {}, t('addChange')),
    choices('kind', t('kindOfChange'), KINDS.map((value) => [value, t(`kind_${value}`)]), kind, chooseKind),
    h('div', { class: 'form-fields' }, fields),
    wanting,
    h('button', { class: 'primary small' }, t('addChange')));
}

function changeFrom(kind, { one, other, team, to }) {
  if (kind === 'remove') return one ? { remove: [one] } : null;
  if (kind === 'tie' || kind === 'merge') return one && other && one !== other ? { [kind]: [one, other] } : null;
  return to && (one || team) && team !== to ? { move: { ...(one && { people: [one] }), ...(team && { team }), to } } : null;
}

/** A text field that proposes people; what is chosen is their id. */
function personField(name, label, chosen) {
  const list = h('datalist', { id: `people-${name}` });
  const found = new Map();
  let timer = 0;
  const propose = async (text) => {
    const { people } = await ask(PEOPLE, { name: text });
    for (const person of people.nodes) found.set([person.name, person.unit?.name].filter(Boolean).join(', '), person);
    list.replaceChildren(...[...found.keys()].slice(-8).map((value) => h('option', { value })));
    take(input.value);
  };
  const take = (value) => {
    const person = found.get(value);
    if (person) knownAs(person.id, person.name);
    chosen(person?.id ?? null);
  };
  const input = h('input', {
    id: `field-${name}`, type: 'text', list: list.id, autocomplete: 'off', placeholder: t('chooseMe'),
    oninput: () => {
      take(input.value);
      clearTimeout(timer);
      if (!found.has(input.value) && input.value.trim()) timer = setTimeout(() => propose(input.value.trim()).catch(() => {}), PAUSE_MILLIS);
    },
  });
  return h('div', { class: 'person-field' }, field(name, label, input), list);
}
