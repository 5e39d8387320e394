// The reader's language: texts by key, numbers and days as the reader writes them.

import { changesInEnglish } from './changes-english.js';
import { changesInFrench } from './changes-french.js';
import { english } from './english.js';
import { french } from './french.js';
import { instrumentsInEnglish } from './instruments-english.js';
import { instrumentsInFrench } from './instruments-french.js';
import { mySayInEnglish } from './my-say-english.js';
import { mySayInFrench } from './my-say-french.js';
import { officerInEnglish } from './officer-english.js';
import { officerInFrench } from './officer-french.js';
import { overviewInEnglish, overviewInFrench } from './overview-texts.js';
import { requestsInEnglish } from './requests-english.js';
import { requestsInFrench } from './requests-french.js';

const TEXTS = {
  en: {
    ...english, ...instrumentsInEnglish, ...changesInEnglish, ...officerInEnglish, ...overviewInEnglish,
    ...requestsInEnglish, ...mySayInEnglish,
  },
  fr: {
    ...french, ...instrumentsInFrench, ...changesInFrench, ...officerInFrench, ...overviewInFrench, ...requestsInFrench,
    ...mySayInFrench,
  },
};

const KEY = 'passerelle.language';
const stored = localStorage.getItem(KEY);
let current = stored in TEXTS ? stored : navigator.language?.toLowerCase().startsWith('fr') ? 'fr' : 'en';

export function language() {
  return current;
}

/** The reader's language as the API calls it. */
export function apiLanguage() {
  return current === 'fr' ? 'FRENCH' : 'ENGLISH';
}

export function setLanguage(value) {
  current = value;
  localStorage.setItem(KEY, value);
}

/** A text by key, or null where there is none. */
export function known(key) {
  return TEXTS[current][key] ?? null;
}

/** A text by key; its arguments fill it. */
export function t(key, ...values) {
  const text = known(key);
  if (text === null) throw new Error(`no text for ${key}`);
  return typeof text === 'function' ? text(...values) : text;
}

/** A number as the reader writes it; what rounds to nothing has no sign. */
export function number(value, digits = 0) {
  return new Intl.NumberFormat(current, { minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: 'negative' }).format(value);
}

/** A share in percent; small ones with a digit more. */
export function percent(value, digits = value < 0.1 ? 1 : 0) {
  return new Intl.NumberFormat(current, { style: 'percent', maximumFractionDigits: digits, signDisplay: 'negative' }).format(value);
}

/** A day as the reader writes it. */
export function day(value) {
  const parts = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' };
  return new Intl.DateTimeFormat(current === 'en' ? 'en-GB' : 'fr', parts).format(new Date(value));
}

/** A month as the reader writes it. */
export function month(value) {
  const parts = { month: 'long', year: 'numeric', timeZone: 'UTC' };
  return new Intl.DateTimeFormat(current === 'en' ? 'en-GB' : 'fr', parts).format(new Date(value));
}

/** What the reader calls a language, by its code; the code where there is no name. */
export function languageName(code) {
  return new Intl.DisplayNames([current], { type: 'language', fallback: 'code' }).of(code);
}

/** The texts of both languages, for the check that none lacks one. */
export const languages = TEXTS;
