// Which refusals belong where the answer would stand, because the reader can ask otherwise.

import { Failure } from './graphql.js';

const ASK_OTHERWISE = ['BAD_USER_INPUT', 'NOT_FOUND', 'FORBIDDEN', 'SUPPRESSED', 'LIMIT_EXCEEDED', 'TIMEOUT'];

export function refusedHere(error) {
  return error instanceof Failure && ASK_OTHERWISE.includes(error.code);
}
