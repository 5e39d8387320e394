// Asks the API. What goes wrong becomes a Failure with a stable code that the page can explain.

import { apiLanguage } from './i18n.js';

const KEY = 'passerelle.me';

/** Why an answer did not come: `code` is the API's, or LOADING, OFFLINE. */
export class Failure extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/** Who is asking: { id, name, unit }, or null; the unit is null for people who belong to none. */
export function me() {
  try {
    return JSON.parse(localStorage.getItem(KEY));
  } catch {
    return null;
  }
}

export function setMe(person) {
  if (person) localStorage.setItem(KEY, JSON.stringify({ id: person.id, name: person.name, unit: person.unit?.name ?? null }));
  else localStorage.removeItem(KEY);
}

/** The `data` of a query, to which the reader's language is known as $language; throws a Failure. */
export async function ask(query, variables = {}, signal = undefined) {
  const headers = { 'Content-Type': 'application/json', Accept: 'application/json' };
  if (me()) headers['X-Passerelle-Person'] = me().id;
  let response;
  try {
    response = await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify({ query, variables: { language: apiLanguage(), ...variables } }), signal });
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new Failure('OFFLINE', error.message);
  }
  if (response.status === 503) throw new Failure('LOADING', '');
  let answer;
  try {
    answer = await response.json();
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new Failure(`HTTP ${response.status}`, response.statusText);
  }
  if (answer.errors?.length) {
    const [first] = answer.errors;
    throw new Failure(first.extensions?.code ?? first.extensions?.classification ?? 'ERROR', first.message);
  }
  if (!response.ok) throw new Failure(`HTTP ${response.status}`, response.statusText);
  return answer.data;
}
