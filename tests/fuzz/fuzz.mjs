// The sanitiser against generated HTML, in several engines at once: `make fuzz`.
//
//   SEED=7 CASES=100000 ENGINES=chromium,firefox,webkit make fuzz     another run, longer
//   SEED=7 CASE=1234 node tests/fuzz/fuzz.mjs                         one case of it
//   HTML='<p>x' node tests/fuzz/fuzz.mjs                              one text, and what becomes of it
//
// Whatever the text: what comes out is on the lists, sanitising it again changes nothing, no script runs, nothing is
// fetched, no policy is asked, nothing hangs, and it is the same in every engine and by every parser.

import { makeCase } from './cases.mjs';
import { difference } from './differences.mjs';
import { judge } from './judge.mjs';
import { minimise } from './minimise.mjs';
import { seeds } from './seeds.mjs';
import { Tab } from './tab.mjs';

const { SEED = '1', CASES = '3000', ENGINES = 'chromium,firefox', CASE, HTML } = process.env;
const BATCH = 40;
const SHOWN = Number(process.env.SHOWN ?? 10); // failing cases that are made smaller and printed in full; the others are counted

const tabs = ENGINES.split(',').map((name) => new Tab(name));

/** What every engine finds for each case. */
async function run(cases) {
  const texts = cases.map(({ html }) => html);
  const answers = await Promise.all(tabs.map((tab) => tab.run(texts)));
  return cases.map((_, at) => Object.fromEntries(tabs.map(({ name }, tab) => [name, answers[tab][at]])));
}

async function faultsOf(cases) {
  const answers = await run(cases);
  return cases.map((one, at) => judge(one, answers[at]));
}

const short = (text) => JSON.stringify(text).replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

async function report(failing, faults) {
  console.log(`\ncase ${failing.number} of seed ${SEED}: SEED=${SEED} CASE=${failing.number} ENGINES=${ENGINES} node tests/fuzz/fuzz.mjs`);
  const smaller = await minimise(failing.html, faults, (texts) => faultsOf(texts.map((html) => ({ html }))));
  const [left] = await faultsOf([{ html: smaller }]);
  // What failed once and does not again, or for the words that were written, is shown as it was.
  console.log(`  ${short(left.length ? smaller : failing.html)}`);
  for (const fault of left.length ? left : faults) console.log(`  ${fault}`);
}

async function fuzz() {
  const all = seeds();
  const numbers = CASE ? [Number(CASE)] : Array.from({ length: Number(CASES) }, (_, number) => number);
  const started = Date.now();
  let failed = 0;
  let uncompared = 0;
  for (let from = 0; from < numbers.length; from += BATCH) {
    const cases = numbers.slice(from, from + BATCH).map((number) => makeCase(SEED, number, all));
    uncompared += cases.filter(({ html }) => difference(html, 'article parseHTML')).length;
    for (const [at, faults] of (await faultsOf(cases)).entries()) {
      if (!faults.length) continue;
      failed += 1;
      if (failed <= SHOWN) await report(cases[at], faults);
      else console.log(`\ncase ${cases[at].number} of seed ${SEED}: ${faults[0].split('\n')[0]}`);
    }
  }
  const engines = tabs.map(({ name, version }) => `${name} ${version}`).join(' and ');
  console.log(`fuzz: ${numbers.length} cases of seed ${SEED} in ${engines}, ${((Date.now() - started) / 1000).toFixed(1)} s`);
  if (uncompared) console.log(`fuzz: ${uncompared} of them not compared between engines: tests/fuzz/differences.mjs`);
  console.log(`${numbers.length - failed} passed, ${failed} failed`);
  return failed;
}

/** One text, by every way through every engine. */
async function explain(html) {
  const [answers] = await run([{ html }]);
  for (const [engine, { found }] of Object.entries(answers)) {
    for (const [way, { shown }] of Object.entries(found)) console.log(`${`${engine}, ${way}`.padEnd(28)} ${shown}`);
  }
  const faults = judge({ html }, answers);
  for (const fault of faults) console.log(fault);
  return faults.length;
}

try {
  await Promise.all(tabs.map((tab) => tab.open()));
  process.exitCode = await (HTML == null ? fuzz() : explain(HTML)) ? 1 : 0;
} finally {
  await Promise.all(tabs.map((tab) => tab.close()));
}
