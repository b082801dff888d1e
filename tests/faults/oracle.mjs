// Whether the reader was treated well: judges the record of one sequence. Pure.
//
// A record has a note for each step: what each tab's screen said when nothing went on any more (and what it said in
// between, `glimpses`), what the browser kept, and what the server had taken by then (`stored`, by the gate's book). At
// the end stands what the server itself says it has.
//
//   lost      a text that the reader had not given up was nowhere: not on a screen, not in storage, not at the server
//   twice     the server has it more than once, or a screen shows it more than once
//   untrue    a screen said what was not so
//   unwanted  the server has what the reader had taken back before it was sent
//   stuck     everything works again, the longest wait is over, and a comment still waits
//   error     the page threw something

const IN_ROWS = new Set(['published', 'held', 'sending', 'unsent', 'refused', 'doubted', 'unknown', 'not kept']);

/** What is wrong, in sentences; nothing is good. */
export function judge(result) {
  return [...new Set([...steps(result), ...end(result), ...result.errors.map((error) => `error: ${error}`)])];
}

/** Reads a record note by note and tells what the reader wanted by then. */
function* readings({ record }) {
  const wanted = new Map(); // mark -> { posted, tab, givenUp, excused, broken, locked, before }
  let last = null;
  for (const note of record) {
    for (const text of wanted.values()) {
      text.broken ||= note.storage !== 'fine';
      text.locked ||= note.storage === 'forbidden';
    }
    for (const step of note.step.steps ?? [note.step]) intend(wanted, step, note.storage, last);
    yield { note, wanted, last };
    last = note;
  }
}

/** What a step makes of the reader's wishes. */
function intend(wanted, step, storage, last) {
  if (step.skipped) return;
  const inForm = (tab) => last?.tabs[tab]?.screen.find(({ state }) => state === 'form')?.mark;
  const giveUp = (mark) => {
    const text = wanted.get(mark);
    if (text && !text.givenUp) Object.assign(text, { givenUp: true, before: last });
  };
  if (step.do === 'write') {
    giveUp(step.instead);
    wanted.set(step.mark, { posted: 0, tab: null, givenUp: false, broken: storage !== 'fine', locked: storage === 'forbidden' });
  }
  if (step.do === 'post') {
    const text = wanted.get(inForm(step.tab ?? 0));
    if (text) Object.assign(text, { posted: text.posted + 1, tab: step.tab ?? 0, givenUp: false }); // another tab may have had it still
  }
  if (step.do === 'press' && step.what === 'discard') giveUp(step.mark);
  // Where the browser keeps nothing, what is only on a screen goes with it.
  if (['close', 'reload', 'revisit'].includes(step.do)) {
    for (const [mark, text] of wanted) text.excused ||= text.broken && !last?.kept.some((kept) => kept.mark === mark);
  }
}

function steps(result) {
  const found = [];
  for (const { note, wanted } of readings(result)) {
    const at = `after ${describe(note.step)}`;
    const screens = note.tabs.map((tab, number) => tab && { ...tab, number }).filter(Boolean);
    const stored = new Map(note.stored);
    const seen = new Set([...screens.flatMap(({ screen }) => screen.map(({ mark }) => mark)), ...note.kept.map(({ mark }) => mark), ...stored.keys()]);
    for (const [mark, text] of wanted) {
      if (!text.givenUp && !text.excused && !seen.has(mark)) found.push(`lost: ${mark} is nowhere ${at}`);
    }
    const goesOn = screens.some(({ underWay }) => underWay > 0);
    for (const { screen, glimpses, number } of screens) {
      for (const claim of screen) found.push(...untrue(claim, stored, goesOn).map((what) => `untrue: ${what} ${at}`));
      for (const glimpse of glimpses) {
        const [mark, state] = glimpse.split(/ (.*)/);
        if (['published', 'held'].includes(state)) found.push(...untrue({ mark, state }, stored, goesOn).map((what) => `untrue: for a moment, ${what} ${at}`));
      }
      const waits = note.step.do === 'recover' ? screen.filter(({ state }) => state === 'unsent' || state === 'sending') : [];
      for (const { mark, state } of waits) found.push(`stuck: ${mark} is still ${state}, although everything works again`);
      const rows = screen.filter(({ state }) => IN_ROWS.has(state)).map(({ mark }) => mark);
      // Without keys, only the next try finds that what is on its way is what is listed.
      const isOnItsWay = (mark) => !result.hasKeys && screen.some((claim) => claim.mark === mark && ['unsent', 'sending', 'unknown', 'doubted'].includes(claim.state));
      for (const mark of rows.filter((mark, index) => rows.indexOf(mark) !== index && !isOnItsWay(mark))) found.push(`twice: a screen shows ${mark} more than once ${at}`);
      // A text in the form is one that can be posted: it must not be on its way as well. Another tab may not have heard of
      // that, and where nothing can be removed from storage, a draft comes back.
      const mayBe = ({ tab, locked } = {}) => locked || (tab !== number && note.step.do !== 'revisit');
      const both = screen.filter(({ mark, state }) => state === 'form' && rows.includes(mark) && !mayBe(wanted.get(mark)));
      for (const { mark } of both) found.push(`twice: ${mark} is in the form and in the thread ${at}`);
    }
  }
  return found;
}

/** What a screen says of one comment, against what is so. */
function untrue({ mark, state, reason }, stored, goesOn) {
  const truth = stored.get(mark);
  if (state === 'published' && truth !== 'published') return [`the screen shows ${mark} as published, the server has it ${truth ?? 'not'}`];
  if (state === 'held' && !truth) return [`the screen says that ${mark} awaits moderation, the server does not have it`];
  if (state === 'refused' && truth) return [`the screen says that ${mark} was not taken (${reason}), the server has it`];
  if (state === 'form' && reason && truth) return [`the form says that ${mark} was not taken (${reason}), the server has it`];
  if ((state === 'sending' || state === 'posting') && !goesOn) return [`the screen says that ${mark} is being sent, nothing is`];
  return [];
}

function end(result) {
  const { server, gate, record, plan } = result;
  const found = [];
  const last = record.at(-1);
  if (last?.step.do !== 'revisit') return ['error: the sequence did not come to its end'];
  const { wanted } = [...readings(result)].at(-1);
  const copies = (mark) => server.filter(({ text }) => text.includes(`-${mark}.`));
  const [{ screen }] = last.tabs.filter(Boolean);
  for (const [mark, text] of wanted) {
    const there = copies(mark);
    const shown = screen.filter((claim) => claim.mark === mark);
    const states = shown.map(({ state }) => state);
    const kept = last.kept.filter((one) => one.mark === mark).map((one) => one.in);
    if (there.length > 1) found.push(`twice: the server has ${mark} ${there.length} times`);
    if (Boolean(there.length) !== gate.some((one) => one.text === mark)) found.push(`error: gate and server do not agree about ${mark}`);
    if (text.givenUp) {
      const sent = text.before && (text.before.stored.some(([one]) => one === mark) || text.before.tabs.some((tab) => tab?.underWay));
      // What could not be removed from storage is sent at a later visit.
      if (there.length && !sent && !text.locked) found.push(`unwanted: ${mark} was sent after the reader had taken it back`);
      continue;
    }
    if (text.excused) continue;
    if (states.includes('unsent') || states.includes('sending') || new Set(states).size < states.length) found.push(`stuck: ${mark} is still ${states.join(', ')} at the end`);
    if (there.length && !text.broken) {
      const [{ state }] = there;
      // What is held, the server tells nobody: that it may be there is all that can be said.
      if (!states.includes(state) && !(state === 'held' && states.some((one) => one === 'doubted' || one === 'unknown'))) found.push(`untrue: the server has ${mark} ${state}, the next visit shows it ${states.join(', ') || 'not at all'}`);
      if (state === 'published' && kept.includes('outbox')) found.push(`stuck: ${mark} is published, and in the outbox still`);
    }
    // Where a service holds comments and has no key for retries, nobody can know: then the reader decides.
    const decides = states.includes('unknown') && plan.held && !result.hasKeys;
    // What the browser could not keep in the outbox when it was posted may have come back as the draft that it was.
    const isBack = text.broken && states.includes('form');
    if (!there.length && text.posted && !plan.refuses && !decides && !isBack) found.push(`stuck: ${mark} was posted, and never came to the server`);
    if (!there.length && !states.some((state) => ['form', 'refused', 'doubted', 'unknown'].includes(state)) && !kept.length) found.push(`lost: ${mark} is nowhere at the end`);
  }
  const events = record.flatMap(({ tabs }) => tabs.flatMap((tab) => tab?.events ?? []));
  for (const { status, id } of events) {
    const claimed = ['published', 'pending'].includes(status);
    if (claimed && result.hasKeys && !server.some((one) => one.id === id)) found.push(`untrue: the event says that ${id} is ${status}, the server does not have it`);
  }
  for (const { text } of server) {
    if (![...wanted.keys()].some((mark) => text.includes(`-${mark}.`))) found.push(`error: the server has what nobody wrote: ${text}`);
  }
  return found;
}

/** A step, for people. */
export function describe(step) {
  const { do: what, skipped, ...rest } = step;
  const details = Object.entries(rest).map(([name, value]) => `${name} ${JSON.stringify(value)}`);
  return `${what}${details.length ? ` (${details.join(', ')})` : ''}${skipped ? ' — nothing to do' : ''}`;
}
