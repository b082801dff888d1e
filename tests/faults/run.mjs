// Runs plans in one engine, against one service: what scripts/faults.sh, the table and the random sequences are made of.

import { start } from '../e2e/engines.mjs';
import { openHub } from './hub.mjs';
import { describe, judge } from './oracle.mjs';

const PATIENCE = 120_000; // without a sequence that ends; a failure alone waits for it

/** How many sequences run at a time: each has a page of its own. */
const LANES = Number(process.env.LANES ?? 16);

/** An engine with the harness's page: `{ run(service, plans), close() }`. */
export async function openBench(name) {
  const hub = await openHub(LANES);
  const engine = await start(name);

  /** Runs plans, and gives the results with what the oracle finds: `[{ …, problems }]`. */
  async function run(service, plans) {
    let seen = Date.now();
    const finished = hub.run(service, plans, () => { seen = Date.now(); });
    await engine.driver.get(hub.page);
    let watch;
    const stuck = new Promise((_, fail) => {
      watch = setInterval(() => {
        if (Date.now() - seen > PATIENCE) fail(new Error(`no sequence has ended in ${PATIENCE / 1000} s; under way:\n${hub.underWay.map(late).join('\n')}`));
      }, 1000);
    });
    try {
      const results = await Promise.race([finished, stuck]);
      return results.map((result) => ({ ...result, problems: judge(result) }));
    } finally {
      clearInterval(watch);
    }
  }

  return {
    run,
    engine,
    hub,
    origins: hub.origins,
    async close() {
      await engine.quit();
      await hub.close();
    },
  };
}

const late = ({ n, plan, gate }) => `${n}: ${plan.title}\n  ${JSON.stringify(gate.state)}\n  ${gate.log.join('\n  ')}`;

/** A sequence for people: each step, and what was to be seen after it; then what the gate saw. */
export function story({ plan, record, log, server, problems }) {
  const screen = (tab) => (tab ? tab.screen.map(({ mark, state, reason }) => `${mark} ${state}${reason ? ` (${reason})` : ''}`).join(', ') || 'nothing' : 'closed');
  const lines = record.map(({ step, seconds, tabs, kept, storage, stored }) => [
    `${String(seconds).padStart(6)} s  ${describe(step)}`,
    ...tabs.map((tab, number) => `            tab ${number}: ${screen(tab)}${tab?.underWay ? `, ${tab.underWay} under way` : ''}${tab?.glimpses.length ? `; seen: ${tab.glimpses.join(', ')}` : ''}${tab?.events.length ? `; events: ${tab.events.map(({ status }) => status).join(', ')}` : ''}`),
    `            kept: ${kept.map(({ mark, in: where }) => `${mark} in ${where}`).join(', ') || 'nothing'}${storage === 'fine' ? '' : ` (storage ${storage})`}; server: ${stored.map(([mark, state]) => `${mark} ${state}`).join(', ') || 'nothing'}`,
  ].join('\n'));
  return [
    `${plan.title}${plan.held ? ', held by a moderator' : ''}`,
    ...problems.map((problem) => `  ${problem}`),
    ...lines,
    '  the gate saw:', ...log.map((line) => `    ${line}`),
    `  the server has: ${server.map(({ text, state }) => `${text.match(/\d+-\d+-\d+/)?.[0]} ${state}`).join(', ') || 'nothing'}`,
  ].join('\n');
}
