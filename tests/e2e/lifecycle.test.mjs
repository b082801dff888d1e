// What an element leaves behind when it goes: nothing. Chromium counts for us.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { devtools } from './drivers.mjs';
import { inEachEngine } from './engines.mjs';
import { stand } from './stand.mjs';
import { ATTRIBUTES } from './strict.mjs';

/** Runs in the page: mounts and removes an element `times` times, each one read through to its form. */
const ROUNDS = async (times, attributes) => {
  for (let round = 0; round < times; round += 1) {
    const element = make(attributes);
    document.body.append(element);
    await element.settled;
    // A reply form is opened, and something is typed: drafts and timers.
    element.shadowRoot.querySelector('.reply-button')?.click();
    const field = element.shadowRoot.querySelector('textarea');
    field.value = 'x';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    if (round % 3 === 0) document.body.prepend(element); // moved
    element.remove();
    if (round % 5 === 0) {
      document.body.append(element); // and back, and gone before it is drawn
      element.remove();
    }
    await element.settled;
  }
};

/** Runs before the widget's script: writes down which memory its wasm has. */
const WATCH = `for (const name of ['instantiate', 'instantiateStreaming']) {
  const original = WebAssembly[name];
  WebAssembly[name] = async (...all) => {
    const result = await original.apply(WebAssembly, all);
    const exported = Object.values((result.instance ?? result).exports);
    window.memory ??= exported.find((value) => value instanceof WebAssembly.Memory);
    return result;
  };
}`;

inEachEngine('lifecycle', (browser) => {
  let host, close;
  before(async () => { ({ host, close } = await stand()); });
  after(() => close());

  test('lifecycle: a removed element leaves no node, no listener and no memory behind', async (t) => {
    if (browser.name !== 'chromium') return t.skip('only Chromium can be asked');
    const { page } = browser;
    const counted = async () => {
      await devtools(page.driver, 'HeapProfiler.collectGarbage');
      const { nodes, jsEventListeners } = await devtools(page.driver, 'Memory.getDOMCounters');
      const { usedSize } = await devtools(page.driver, 'Runtime.getHeapUsage');
      const wasm = await page.run(() => window.memory.buffer.byteLength);
      return { nodes, jsEventListeners, usedSize, wasm };
    };
    await page.open(host('', { script: WATCH }));
    await page.until(() => customElements.get('news-widget'));
    const attributes = { feed: 'paper.json', article: 'full', loading: 'eager', 'spam-traps': 'none', ...ATTRIBUTES };
    await page.run(ROUNDS, 20, attributes);
    const warm = await counted();
    await page.run(ROUNDS, 200, attributes);
    const after = await counted();
    // One element has some 500 nodes and 60 listeners; 200 that were kept would be told from the driver's own few.
    assert.ok(after.nodes - warm.nodes < 500, `${warm.nodes} nodes, then ${after.nodes}`);
    assert.ok(after.jsEventListeners - warm.jsEventListeners < 50, `${warm.jsEventListeners} listeners, then ${after.jsEventListeners}`);
    assert.ok(after.usedSize - warm.usedSize < 500_000, `${warm.usedSize} bytes, then ${after.usedSize}`);
    assert.equal(after.wasm, warm.wasm, 'the wasm memory, which never shrinks, has not grown');
    t.diagnostic(`after 20 and after 220 elements: ${JSON.stringify([warm, after])}`);
    assert.deepEqual(await page.errors(), []);
  });
});
