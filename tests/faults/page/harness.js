// The page in which sequences run, one after the other: it asks the hub for the next one until there is none.

import { Hub } from './hub.js';
import { Sequence } from './sequence.js';
import { tabs } from './tab.js';

window.harness = { tabOf: (tab) => tabs.get(tab.name) };

const hub = new Hub();

async function run(next) {
  const sequence = new Sequence(hub, next);
  window.harness.sequence = sequence; // for whoever looks into it by hand
  let result;
  try {
    result = await sequence.run();
  } catch (error) {
    result = { record: sequence.record, errors: [...sequence.errors, `the harness: ${error.stack ?? error}`] };
  }
  for (const tab of sequence.openTabs) tab.close();
  for (const key of Object.keys(localStorage).filter((key) => key.includes(next.key))) localStorage.removeItem(key);
  await hub.done(next.n, result);
}

await hub.ready;
for (let next = await hub.next(); next; next = await hub.next()) await run(next);
