// The faults, each once, by name. Read by the gate (which injects those of the network), by the plans (which choose) and
// by the table (which prints them). Pure.
//
// A fault of the network says, of the next request of its kind that comes to the gate,
//   on      which kind: `post`, `get` or `preflight`
//   reach   whether the server gets it: `no`; `yes`, before the browser hears anything; `late`, once the browser has gone
//   answer  what the browser hears:
//             reset              the line goes dead
//             silence            nothing, for as long as it waits
//             half               the server's answer, its body ending in the middle, as if that were all
//             cut                the same, but the line goes dead there
//             stall              the same, but then nothing comes any more
//             { status, … }      somebody else's answer, with CORS headers unless `mute`

const page = (title) => ({ type: 'text/html', body: `<!doctype html><title>${title}</title><p>${title}` });
const problem = (title) => ({ type: 'application/problem+json', body: JSON.stringify({ title }) });

const duplicate = { ...problem(''), body: JSON.stringify({ title: 'Stored before', code: 'comment_duplicate' }) }; // the code is WordPress's

/** Faults of the network. `means` is what the browser can know by it: `retry`, that it has to ask again; `refused`, that
 *  the service does not take the comment; `stored`, that it has it. */
export const NETWORK = {
  'reset before': { title: 'Line reset before the server got it', on: 'post', reach: 'no', answer: 'reset', means: 'retry' },
  'reset after': { title: 'Line reset after the server stored it', on: 'post', reach: 'yes', answer: 'reset', means: 'retry' },
  'silence before': { title: '15 s of silence, the server never got it', on: 'post', reach: 'no', answer: 'silence', means: 'retry' },
  'silence after': { title: '15 s of silence, the server stored it', on: 'post', reach: 'yes', answer: 'silence', means: 'retry' },
  'silence late': { title: '15 s of silence, the server stores it after that', on: 'post', reach: 'late', answer: 'silence', means: 'retry' },
  'status 500': { title: '500', on: 'post', reach: 'no', answer: { status: 500, ...problem('Broken') }, means: 'retry' },
  '500 after': { title: '500, although the server stored it', on: 'post', reach: 'yes', answer: { status: 500, ...page('Broken') }, means: 'retry' },
  'status 502': { title: '502', on: 'post', reach: 'no', answer: { status: 502, ...page('Bad gateway') }, means: 'retry' },
  '502 after': { title: '502, although the server stored it', on: 'post', reach: 'yes', answer: { status: 502, ...page('Bad gateway') }, means: 'retry' },
  '502 mute': { title: '502 without CORS headers', on: 'post', reach: 'no', answer: { status: 502, mute: true, ...page('Bad gateway') }, means: 'retry' },
  'status 503': { title: '503', on: 'post', reach: 'no', answer: { status: 503, ...page('Closed for today') }, means: 'retry' },
  '503 asks': { title: '503 with `Retry-After`', on: 'post', reach: 'no', answer: { status: 503, headers: { 'Retry-After': '90' } }, means: 'retry' },
  'status 429': { title: '429', on: 'post', reach: 'no', answer: { status: 429, ...problem('Too many') }, means: 'retry' },
  '429 asks': { title: '429 with `Retry-After`', on: 'post', reach: 'no', answer: { status: 429, headers: { 'Retry-After': '40' }, ...problem('Too many') }, means: 'retry' },
  'status 401': { title: '401', on: 'post', reach: 'no', answer: { status: 401, ...problem('Log in') }, means: 'refused' },
  'status 403': { title: '403', on: 'post', reach: 'no', answer: { status: 403, ...problem('Closed') }, means: 'refused' },
  'status 413': { title: '413', on: 'post', reach: 'no', answer: { status: 413, ...problem('Too large') }, means: 'refused' },
  '403 page': { title: '403 with a page of HTML', on: 'post', reach: 'no', answer: { status: 403, ...page('Forbidden') }, means: 'refused' },
  'status 409': { title: '409, the server stored it', on: 'post', reach: 'yes', answer: { status: 409, ...duplicate }, means: 'stored' },
  'html before': { title: '200 with a page of HTML, the server never got it', on: 'post', reach: 'no', answer: { status: 200, ...page('Please log in to the WiFi') }, means: 'retry' },
  'html after': { title: '200 with a page of HTML, the server stored it', on: 'post', reach: 'yes', answer: { status: 200, ...page('Welcome') }, means: 'retry' },
  half: { title: 'Truncated JSON', on: 'post', reach: 'yes', answer: 'half', means: 'retry' },
  cut: { title: 'Line reset in the middle of the answer', on: 'post', reach: 'yes', answer: 'cut', means: 'retry' },
  stall: { title: 'Silence in the middle of the answer', on: 'post', reach: 'yes', answer: 'stall', means: 'retry' },
  'preflight reset': { title: 'CORS preflight: line reset', on: 'preflight', reach: 'no', answer: 'reset', means: 'retry' },
  'preflight silence': { title: 'CORS preflight: 15 s of silence', on: 'preflight', reach: 'no', answer: 'silence', means: 'retry' },
  'preflight 503': { title: 'CORS preflight: 503', on: 'preflight', reach: 'no', answer: { status: 503, mute: true }, means: 'retry' },
  'thread reset': { title: 'Reading: line reset', on: 'get', reach: 'no', answer: 'reset' },
  'thread silence': { title: 'Reading: silence', on: 'get', reach: 'no', answer: 'silence' },
  'thread 500': { title: 'Reading: 500', on: 'get', reach: 'no', answer: { status: 500, ...page('Broken') } },
  'thread 404': { title: 'Reading: 404 with a page of HTML', on: 'get', reach: 'no', answer: { status: 404, ...page('Not here') } },
  'thread html': { title: 'Reading: 200 with a page of HTML', on: 'get', reach: 'no', answer: { status: 200, ...page('Please log in to the WiFi') } },
  'thread half': { title: 'Reading: truncated JSON', on: 'get', reach: 'yes', answer: 'half' },
};

/** Answers that only a program with a mistake gives: the oracle has to see them (oracle-sees.test.mjs). */
export const LIES = {
  'stores twice': { title: 'The server stores it twice', on: 'post', reach: 'twice', answer: 'pass' },
  'stores nothing': { title: 'The server says 201 and stores nothing', on: 'post', reach: 'no', answer: { status: 201, type: 'application/json', echo: true } },
};

/** What cannot happen to a service, or what no client could do anything about: Isso has no key for retries, so what it
 *  stores after it was asked again is there twice; and 409 is no answer of its. */
const IMPOSSIBLE = { isso: new Set(['silence late', 'status 409']) };
export const possible = (fault, service) => !IMPOSSIBLE[service]?.has(fault);

/** The fault of that name. */
export function named(name) {
  const fault = NETWORK[name] ?? LIES[name];
  if (!fault) throw new Error(`there is no fault "${name}"`);
  return { name, ...fault };
}
