// The page in which sequences run, many at a time: it asks the hub for the next one until there is none.
//   harness.html?lanes=20

import { Hub } from './hub.js';
import { Sequence } from './sequence.js';
import { tabs } from './tab.js';

window.harness = { tabOf: (tab) => tabs.get(tab.name) };

const hub = new Hub();
const lanes = Number(new URLSearchParams(location.search).get('lanes'));

async function lane() {
  for (;;) {
    const next = await hub.next();
    if (!next) return;
    const sequence = new Sequence(hub, next);
    window.harness[next.n] = sequence; // for whoever looks into it by hand
    let result;
    try {
      result = await sequence.run();
    } catch (error) {
      result = { record: sequence.record, errors: [...sequence.errors, `the harness: ${error.stack ?? error}`] };
    }
    for (const tab of sequence.openTabs) tab.close();
    for (const key of Object.keys(localStorage).filter((key) => key.includes(next.key))) localStorage.removeItem(key);
    delete window.harness[next.n];
    await hub.done(next.n, result);
  }
}

await hub.ready;
await Promise.all(Array.from({ length: lanes }, lane));
document.title = 'done';
