// Says what a view waits for: to the eye where the answer will stand, to screen readers in one place of the page.

import { h } from './dom.js';
import { known, language, t } from './i18n.js';

const SLOW_MILLIS = 3000;

/** A line that says what is being looked for, and after a while that it takes long. */
export function waiting(text) {
  const line = h('p', { class: 'loading' }, h('span', { class: 'turning', 'aria-hidden': 'true' }), h('span', {}, text));
  announce(text);
  setTimeout(() => {
    if (!line.isConnected) return;
    line.append(h('span', { class: 'slow' }, t('slow')));
    announce(t('slow'));
  }, SLOW_MILLIS);
  return line;
}

/** Lets screen readers say it when they have finished what they are saying. */
export function announce(text) {
  document.getElementById('status').textContent = text;
}

/** A box that is filled when the reader opens it for the first time: for what takes the server long. */
export function whenOpened(title, waitingFor, load) {
  const inside = h('div', { class: 'inside' });
  const box = h('details', { class: 'panel' }, h('summary', {}, h('h2', {}, title)), inside);
  let asked = false;
  box.addEventListener('toggle', async () => {
    if (!box.open || asked) return;
    asked = true;
    inside.replaceChildren(waiting(waitingFor));
    try {
      inside.replaceChildren(...[await load()].flat());
    } catch (error) {
      asked = false;
      inside.replaceChildren(refusal(error));
    }
  });
  return box;
}

/**
 * The API's own sentence, which is English: at once for whoever reads English, one click away for others, who have read above
 * what went wrong.
 */
export function inEnglish(message, element) {
  if (!message) return null;
  return language() === 'en'
    ? h(element, {}, message)
    : h('details', { class: 'in-english' }, h('summary', {}, t('inEnglish')), h(element, { lang: 'en' }, message));
}

/** What went wrong, in the reader's language by its code, with the API's own sentence. */
export function refusal(error, title = null) {
  if (error.name === 'AbortError') return '';
  const code = error.code ?? 'ERROR';
  return h('div', { class: 'refusal', role: 'alert' },
    h('strong', {}, title ?? (known(code) === null ? t('failed') : t(code, null))),
    inEnglish(error.message, 'p'),
    h('code', {}, code));
}
