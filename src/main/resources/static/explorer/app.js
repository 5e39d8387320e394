// Puts the page together: views by the address's fragment, language, failures, what was loaded.

import { h } from './dom.js';
import { ask, Failure, me, setMe } from './graphql.js';
import { day, known, language, number, setLanguage, t } from './i18n.js';
import { personChooser } from './asker.js';
import { adoptionView } from './adoption.js';
import { bridgesView } from './bridges.js';
import { changeView } from './change.js';
import { communitiesView } from './communities.js';
import { expertsView } from './experts.js';
import { loopsView } from './loops.js';
import { networkView } from './network.js';
import { overviewView } from './overview.js';
import { personView } from './person.js';
import { silosView } from './silos.js';
import { whatIfView } from './whatif.js';
import { inEnglish } from './waiting.js';
import { wirearchyView } from './wirearchy.js';

const VIEWS = {
  overview: overviewView,
  experts: expertsView,
  silos: silosView,
  bridges: bridgesView,
  wirearchy: wirearchyView,
  whatif: whatIfView,
  change: changeView,
  communities: communitiesView,
  loops: loopsView,
  adoption: adoptionView,
  network: networkView,
  person: personView,
};
const RETRY_MILLIS = 4000;
/** Browsers refuse an address that changes with every key pressed. */
const KEEP_MILLIS = 150;

let retry = 0;
let keeping = 0;
let shown = 0;
let asking = new AbortController();

/** The view and its parameters, from `#/silos?dimension=UNIT`. */
function place() {
  const [name, query = ''] = location.hash.replace(/^#\//, '').split('?');
  return { name: name in VIEWS ? name : 'experts', parameters: new URLSearchParams(query) };
}

function addressOf(name, parameters) {
  return `#/${name}${parameters.size ? `?${parameters}` : ''}`;
}

function staticTexts() {
  document.documentElement.lang = language();
  for (const element of document.querySelectorAll('[data-text]')) element.textContent = t(element.dataset.text);
  for (const element of document.querySelectorAll('[data-label]')) element.setAttribute('aria-label', t(element.dataset.label));
  for (const element of document.querySelectorAll('[data-placeholder]')) element.placeholder = t(element.dataset.placeholder);
  for (const button of document.querySelectorAll('[data-language]')) {
    button.setAttribute('aria-pressed', String(button.dataset.language === language()));
  }
}

/** Shows what went wrong, in the reader's words, with the code for whoever reports it. */
function fail(error) {
  if (error.name === 'AbortError') return;
  const code = error instanceof Failure ? error.code : 'ERROR';
  const box = document.getElementById('alert');
  for (const line of document.querySelectorAll('#view .loading, #view .silhouettes')) line.remove();
  box.replaceChildren(h('div', { class: code === 'LOADING' ? 'alert waiting' : 'alert' },
    h('strong', {}, known(code) ?? t('failed')),
    code === 'LOADING' ? null : inEnglish(error.message, 'span'),
    h('code', {}, code),
    h('button', { type: 'button', onclick: show }, t('again'))));
  clearTimeout(retry);
  if (code === 'LOADING') retry = setTimeout(show, RETRY_MILLIS);
  if (!(error instanceof Failure)) console.error(error);
}

async function datasetLine() {
  const line = document.getElementById('dataset');
  const asker = me();
  const { dataset, me: mine } = await ask('{ dataset { people contributions extent { from to } } me { id name } }');
  line.textContent = dataset.extent
    ? t('datasetLine', number(dataset.people), number(dataset.contributions), day(dataset.extent.from), day(dataset.extent.to))
    : t('datasetEmpty');
  // Another store behind the same address: the person chosen last time may not be in it. Who was chosen meanwhile was not asked about.
  if (asker && asker.id === me()?.id && !mine) {
    setMe(null);
    document.getElementById('me').value = '';
    throw new Failure('NOT_FOUND', t('personGone'));
  }
}

async function show() {
  clearTimeout(retry);
  clearTimeout(keeping);
  const { name, parameters } = place();
  const mine = ++shown;
  // What the view before still waits for is of no use any more.
  asking.abort();
  asking = new AbortController();
  document.getElementById('alert').replaceChildren();
  staticTexts();
  for (const link of document.querySelectorAll('.masthead nav a')) {
    if (link.hash === `#/${name}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  document.title = [parameters.get('about'), t(name), 'Passerelle'].filter(Boolean).join(' – ');
  const view = document.getElementById('view');
  view.className = name;
  const context = {
    root: view,
    parameters,
    signal: asking.signal,
    fail: (error) => { if (mine === shown) fail(error); },
    go: (changes) => go(name, parameters, changes),
    // A box of a view that was left may still say that it opened.
    keep: (changes) => { if (mine === shown) keep(name, parameters, changes); },
  };
  try {
    await Promise.all([VIEWS[name](context), datasetLine()]);
  } catch (error) {
    context.fail(error);
  }
}

/** Changes parameters of a view in the address, which shows it anew. */
function go(name, parameters, changes) {
  clearTimeout(keeping);
  const next = new URLSearchParams(parameters);
  for (const [key, value] of Object.entries(changes)) {
    if (value === null || value === '') next.delete(key);
    else next.set(key, value);
  }
  const hash = addressOf(name, next);
  if (hash === location.hash) show();
  else location.hash = hash;
}

/** Writes into the address what the view shows already: going back does not stop at it. */
function keep(name, parameters, changes) {
  for (const [key, value] of Object.entries(changes)) {
    if (value === null || value === '') parameters.delete(key);
    else parameters.set(key, value);
  }
  clearTimeout(keeping);
  const here = location.hash;
  keeping = setTimeout(() => {
    // The address changes before this page hears of it: where the reader goes is not taken back.
    if (location.hash === here) history.replaceState(null, '', addressOf(name, parameters));
  }, KEEP_MILLIS);
}

for (const button of document.querySelectorAll('[data-language]')) {
  button.addEventListener('click', () => {
    setLanguage(button.dataset.language);
    show();
  });
}
personChooser(document.getElementById('me'), document.getElementById('me-options'), show, fail);
addEventListener('hashchange', show);
show();
