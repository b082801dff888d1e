// The plans of the table: one for each fault. Pure. A plan is
//   { title, held, refuses, steps }     held: by a moderator; refuses: a fault may say that the service does not take it
// and a step is what page/sequence.js has a method for.

import { NETWORK, possible } from './faults.mjs';

const write = (mark = '1-1', tab = 0) => ({ do: 'write', tab, mark });
const post = (tab = 0) => ({ do: 'post', tab });
const open = (tab = 0, more = {}) => ({ do: 'open', tab, ...more });
const fault = (name) => ({ do: 'fault', fault: name });
const time = (seconds) => ({ do: 'time', seconds });
const net = (is) => ({ do: 'net', is });
const keeps = (is) => ({ do: 'keeps', is });
const date = (days) => ({ do: 'date', days });
const again = (...tabs) => ({ do: 'press', what: 'retry', mark: '1-1', tabs });

/** How each plan ends. */
export const ENDING = [{ do: 'recover' }, { do: 'revisit' }];

function ofNetwork([name, { title, on, means }]) {
  if (on === 'get') return { title, steps: [fault(name), open(), time(20), write(), post()] };
  const asks = name.endsWith('asks');
  const steps = [open(), fault(name), write(), post(), time(asks ? 30 : 16), ...(means === 'refused' ? [] : [time(120)])];
  return { title, refuses: means === 'refused', steps };
}

const BROWSER = [
  { title: 'No fault', steps: [open(), write(), post()] },
  { title: 'Connection refused', steps: [open(), { do: 'refuse' }, write(), post(), time(16), { do: 'accept' }, time(120)] },
  { title: 'Offline, then online', steps: [open(), net('off'), write(), post(), time(60), net('on')] },
  { title: 'Offline while sending', steps: [open(), fault('silence before'), write(), post(), net('off'), time(60), net('on')] },
  ...['before', 'after'].flatMap((when) => {
    const sending = [fault(`silence ${when}`), write(), post()];
    const stored = when === 'before' ? 'the server never got it' : 'the server stored it';
    return [
      { title: `Tab closed while sending, ${stored}; reopened`, steps: [open(0, { window: true }), ...sending, { do: 'close', tab: 0 }, open(0, { window: true })] },
      { title: `Reload while sending, ${stored}`, steps: [open(), ...sending, { do: 'reload', tab: 0 }] },
      { title: `Tab closed while sending, ${stored}; offline at the next visit`, steps: [open(), ...sending, { do: 'close', tab: 0 }, net('off'), open(), time(60), net('on')] },
    ];
  }),
  { title: 'Tab closed while waiting to send again; reopened', steps: [open(), fault('status 503'), write(), post(), { do: 'close', tab: 0 }, open()] },
  { title: 'Tab closed with half a comment in the form; reopened', steps: [open(), write(), { do: 'close', tab: 0 }, open()] },
  { title: 'Half a comment in each of two tabs; one closed, then the other', steps: [open(0), open(1), write('1-1', 0), write('2-1', 1), { do: 'close', tab: 1 }, { do: 'close', tab: 0 }, open(0)] },
  { title: 'Two tabs send two comments at once', steps: [open(0), open(1), write('1-1', 0), write('2-1', 1), { do: 'together', steps: [post(0), post(1)] }] },
  { title: 'Two tabs come to send one comment at once', steps: [open(0), open(1), { do: 'refuse' }, write(), post(), { do: 'accept' }, time(300)] },
  { title: 'Two tabs, “Send now” in both at once', steps: [open(0, { window: true }), open(1, { window: true }), fault('status 503'), write(), post(), fault('silence after'), again(0, 1), time(16)] },
  { title: 'Two tabs, the one that sends is closed', steps: [open(0, { window: true }), open(1, { window: true }), fault('silence after'), write(), post(), { do: 'close', tab: 0 }, time(300)] },
  { title: 'The answer is lost, and the thread lists it meanwhile', steps: [open(0), open(1), fault('silence after'), write('1-1', 0), post(0), write('2-1', 1), post(1), time(16)] },
  {
    title: 'The answer is lost, its writer takes the text back into the form, reloads, and posts it as it was',
    not: ['isso'], // which has no key, and lists texts otherwise than they were written: the reader decides
    steps: [open(), fault('reset after'), write(), post(), { do: 'press', what: 'edit', mark: '1-1' }, { do: 'reload', tab: 0 }, { ...post(), again: true }],
  },
  { title: 'Storage full', steps: [open(), keeps('full'), write(), post()] },
  { title: 'Storage full, and the line reset', steps: [open(), keeps('full'), fault('reset after'), write(), post(), time(120)] },
  { title: 'Storage forbidden', steps: [keeps('forbidden'), open(), write(), post()] },
  { title: 'Storage forbidden, and the line reset', steps: [keeps('forbidden'), open(), fault('reset after'), write(), post(), time(120)] },
  { title: 'Clock a day ahead, and a 503', steps: [date(1), open(), fault('status 503'), write(), post(), time(120)] },
  { title: 'Clock a day behind, and a 503', steps: [date(-1), open(), fault('status 503'), write(), post(), time(120)] },
  { title: 'Clock a day ahead, put right while a comment waits', steps: [date(1), open(), fault('status 503'), write(), post(), date(0), time(120)] },
  { title: 'Clock a day behind, put right while a comment waits', steps: [date(-1), open(), fault('status 503'), write(), post(), date(0), time(120)] },
];

/** Every fault for a service, each where comments are published at once and where they are held. */
export function table(service) {
  const network = Object.entries(NETWORK).filter(([name]) => possible(name, service)).map(ofNetwork);
  const browser = BROWSER.filter(({ not = [] }) => !not.includes(service));
  return [...browser, ...network].flatMap(({ steps, ...plan }) => [false, true].map((held) => ({ ...plan, held, steps: [...steps, ...ENDING] })));
}
