// What is asked of the expert search: its parameters in the address, the API's variables, and the form in between.

import { h } from './dom.js';
import { ask, me } from './graphql.js';
import { day, t } from './i18n.js';
import { waiting } from './waiting.js';

const GROUPS = ['unit', 'site', 'community'];
const DAYS = ['since', 'until'];
const RANKINGS = ['NETWORK', 'RECENCY', 'RECOGNITION', 'TEXT'];
const CHOICES = `{
  dataset {
    extent { from to }
    level1: contributors(dimension: UNIT, unitDepth: 1) { group { id name } }
    level2: contributors(dimension: UNIT, unitDepth: 2) { group { id name } }
    level3: contributors(dimension: UNIT, unitDepth: 3) { group { id name } }
    sites: contributors(dimension: SITE) { group { id name } }
  }
  communities(first: 100) { nodes { id name } }
}`;

/**
 * The question in the address. Who asks is not part of it: whoever opens a shared address sees their own distances
 * and introductions.
 */
export function questionOf(parameters) {
  // An open question somebody put is asked by its id; the words beside it are its subject.
  const question = { about: parameters.get('about') ?? '', open: parameters.get('question') || null, everywhere: parameters.get('outside') === 'no' };
  for (const name of [...GROUPS, ...DAYS]) question[name] = parameters.get(name) || null;
  question.by = RANKINGS.includes(parameters.get('by')) ? parameters.get('by') : 'NETWORK';
  // Who names a unit wants its people, also those of the unit they are in themselves.
  question.outside = !question.everywhere && hasUnit() && !question.unit;
  return question;
}

/** People at the border belong to no unit, so nothing is outside theirs. */
function hasUnit() {
  return Boolean(me()?.unit);
}

/** The variables of the API's query. */
export function variables({ about, open, outside, unit, site, community, since, until, by }) {
  const filter = {};
  if (outside) filter.outsideUnitOf = me().id;
  if (unit) filter.unit = unit;
  if (site) filter.site = site;
  if (community) filter.community = community;
  if (since || until) filter.window = { from: since, to: until };
  return { about: open ? null : about, question: open, from: me()?.id ?? null, filter, by };
}

/** The filters that are on, each with what the address has to lose to be without it. */
export function filtersOn(question, names = new Map()) {
  const on = [];
  if (question.open) on.push({ text: t('openQuestion'), without: { question: null } });
  if (question.outside) on.push({ text: t('outside'), without: { outside: 'no' } });
  for (const name of GROUPS) {
    if (question[name]) on.push({ text: `${t(name)}${t('colon')}${names.get(question[name]) ?? question[name]}`, without: { [name]: null } });
  }
  for (const name of DAYS) {
    if (question[name]) on.push({ text: t(`${name}Day`, readable(question[name])), without: { [name]: null } });
  }
  if (question.by !== 'NETWORK') on.push({ text: `${t('by')}${t('colon')}${t(`by${question.by}`)}`, without: { by: null } });
  return on;
}

/** The address may hold anything where a day should stand. */
function readable(value) {
  return Number.isNaN(Date.parse(value)) ? value : day(value);
}

/** The form; `go` changes the address. */
export function searchForm(question, go, fail) {
  const wanting = h('p', { class: 'wanting', role: 'alert' });
  const submit = (form) => {
    if (!form.elements.about.value.trim()) {
      wanting.textContent = t('wanting');
      form.elements.about.focus();
      return;
    }
    const values = new FormData(form);
    const outside = form.elements.outside;
    const about = values.get('about').trim();
    go({
      about,
      // Other words are another question.
      question: about === question.about ? question.open : null,
      outside: (outside.disabled ? question.everywhere : !outside.checked) ? 'no' : null,
      ...Object.fromEntries([...GROUPS, ...DAYS].map((name) => [name, values.get(name) || null])),
      by: values.get('by') === 'NETWORK' ? null : values.get('by'),
    });
  };
  const changed = (event) => {
    if (event.target.form.elements.about.value.trim()) submit(event.target.form);
  };
  return h('form', {
    class: 'search',
    role: 'search',
    novalidate: true,
    onsubmit: (event) => {
      event.preventDefault();
      submit(event.target);
    },
  },
  h('div', { class: 'asked' },
    h('label', { for: 'about', class: 'visually-hidden' }, t('about')),
    h('input', { id: 'about', name: 'about', type: 'search', value: question.about, placeholder: t('aboutExample'), autocomplete: 'off', enterkeyhint: 'search' }),
    h('button', { id: 'search', class: 'primary' }, t('search'))),
  wanting,
  h('div', { class: 'narrowed' },
    outsideChoice(question, changed),
    filters(question, changed, fail)));
}

function outsideChoice(question, changed) {
  const why = question.unit ? 'outsideInUnit' : me() ? 'outsideNeedsUnit' : 'outsideNeedsMe';
  const disabled = !hasUnit() || Boolean(question.unit);
  return h('div', { class: 'check' },
    h('input', { id: 'outside', type: 'checkbox', name: 'outside', checked: question.outside, disabled, 'aria-describedby': disabled ? 'outside-why' : null, onchange: changed }),
    h('label', { for: 'outside' }, t('outside')),
    disabled ? h('small', { id: 'outside-why' }, t(why)) : null);
}

/** The other filters, folded up; what there is to choose from is asked for when they are first opened. */
function filters(question, changed, fail) {
  const count = filtersOn({ ...question, open: null, outside: false }).length;
  const selects = Object.fromEntries(GROUPS.map((name) => [name, select(name, [['', t(`${name}Any`)]], question[name] ?? '', changed)]));
  const wait = h('div', {});
  const fields = h('div', { class: 'fields' },
    GROUPS.map((name) => field(name, selects[name])),
    DAYS.map((name) => field(name, h('input', { id: name, name, type: 'date', value: question[name], onchange: changed }))),
    field('by', select('by', RANKINGS.map((by) => [by, t(`by${by}`)]), question.by, changed)));
  const box = h('details', { class: 'filters', id: 'filters', open: openFilters }, h('summary', { id: 'filters-summary' }, t('filters', count)), wait, fields);
  const fillSelects = async () => {
    wait.replaceChildren(waiting(t('waitingChoices')));
    const { options, extent } = await choices();
    for (const name of GROUPS) fillSelect(selects[name], options[name], question[name]);
    for (const name of DAYS) Object.assign(fields.querySelector(`#${name}`), extent ? { min: extent.from, max: extent.to } : {});
    wait.replaceChildren();
  };
  box.addEventListener('toggle', () => {
    openFilters = box.open;
    if (box.open && selects.site.length <= 2) fillSelects().catch(fail);
  });
  // What the address names is chosen already, whether or not its name is known yet.
  for (const name of GROUPS) if (question[name]) fillSelect(selects[name], [], question[name]);
  return box;
}

let openFilters = false;

function field(name, control) {
  return h('div', { class: 'field' }, h('label', { for: name }, t(name)), control);
}

function select(name, options, chosen, changed) {
  return h('select', { id: name, name, onchange: changed }, options.map(([value, text]) => option(value, text, chosen)));
}

function option(value, text, chosen) {
  return h('option', { value, selected: value === chosen }, text);
}

/** Options are [id, name], or { level, options } for units. */
function fillSelect(element, options, chosen) {
  const listed = options.flatMap((entry) => entry.options ?? [entry]).some(([id]) => id === chosen);
  element.replaceChildren(element.options[0],
    ...options.map((entry) => (entry.options
      ? h('optgroup', { label: `${t('depth')} ${entry.level}` }, entry.options.map(([id, name]) => option(id, name, chosen)))
      : option(...entry, chosen))),
    ...(chosen && !listed ? [option(chosen, chosen, chosen)] : []));
  element.value = chosen ?? '';
}

let known = null;

/** Units by level, sites and communities: { options, names, extent }; asked for once. */
export function choices() {
  known ??= ask(CHOICES).then(sorted);
  known.catch(() => { known = null; });
  return known;
}

function sorted({ dataset, communities }) {
  const byName = (a, b) => a[1].localeCompare(b[1]);
  const pairs = (groups) => groups.map(({ id, name }) => [id, name]).sort(byName);
  const seen = new Set();
  const levels = [1, 2, 3].map((level) => {
    // Who is in no unit so deep is counted at the one above: it is listed there already.
    const fresh = dataset[`level${level}`].map((cell) => cell.group).filter((group) => !seen.has(group.id));
    fresh.forEach((group) => seen.add(group.id));
    return { level, options: pairs(fresh) };
  });
  const options = {
    unit: levels.filter((entry) => entry.options.length),
    site: pairs(dataset.sites.map((cell) => cell.group)),
    community: pairs(communities.nodes),
  };
  const names = new Map([...levels.flatMap((entry) => entry.options), ...options.site, ...options.community]);
  return { options, names, extent: dataset.extent };
}
