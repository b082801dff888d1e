// docs/faults.md, from what was found. Pure, but for the head of the page, which is in faults-head.md beside this file.
// The same findings give the same text: nothing in it is a time, a date or a number of a port.

const WORDS = {
  form: 'in the form', posting: 'sending', sending: 'sending', unsent: 'not sent yet', unknown: 'perhaps there',
  held: 'awaiting moderation', published: 'published', refused: 'not taken', doubted: 'not taken, perhaps there', 'not kept': 'not kept', refusal: 'not taken, in the form',
};

/** What the screen said of the first comment, from step to step. */
export function path({ record }) {
  const said = record.map(({ tabs }) => {
    const claims = tabs.filter(Boolean).flatMap(({ screen }) => screen.filter(({ mark }) => mark === '1-1'));
    const [claim] = claims;
    if (!claim) return tabs.some(Boolean) ? null : 'closed';
    return WORDS[claim.state === 'form' && claim.reason ? 'refusal' : claim.state];
  });
  const steps = said.filter((word, at) => word && word !== said.slice(0, at).findLast(Boolean));
  // That it stood in the form before it was posted goes without saying.
  return (steps[0] === WORDS.form && steps.length > 1 ? steps.slice(1) : steps).join(' → ');
}

const times = ['never', 'once', 'twice'];

/** How often the server has it. */
function copies({ server }) {
  const marks = server.map(({ text }) => text.match(/\d+-(\d+-\d+)\./)?.[1]);
  const most = Math.max(0, ...marks.map((mark) => marks.filter((other) => other === mark).length));
  return times[most] ?? `${most} times`;
}

function cell(result) {
  if (!result) return '';
  const wrong = result.problems.map((problem) => ` **${problem}**`).join('');
  return `${path(result)}; server: ${copies(result)}${wrong}`;
}

/** The table of one service. */
function section(name, results) {
  const titles = [...new Set(results.map(({ plan }) => plan.title))];
  const rows = titles.map((title) => {
    const of = (held) => cell(results.find(({ plan }) => plan.title === title && plan.held === held));
    return `| ${title} | ${of(false)} | ${of(true)} |`;
  });
  return [`## ${name}`, '', '| fault | comments are published at once | comments wait for a moderator |', '|---|---|---|', ...rows].join('\n');
}

/** The page: `found` is `{ name: results }`, in the order of the page. */
export const report = (head, found) => `${head.trim()}\n\n${Object.entries(found).map(([name, results]) => section(name, results)).join('\n\n')}\n`;
