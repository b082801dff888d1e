// Looks at a page in Chromium and saves what it sees.
//
//   node tests/e2e/shot.mjs --out front.png                                   dist/index.html as it is
//   node tests/e2e/shot.mjs --page 'index.html#/a/1' --width 360 --scheme dark --full --out dark.png
//   node tests/e2e/shot.mjs --url http://127.0.0.1:8080/ --column 320 --click 'text of a button' --out narrow.png

import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { devtools } from './drivers.mjs';
import { start } from './engines.mjs';
import { Page } from './page.mjs';
import { serve } from './server.mjs';

const OPTIONS = {
  out: { type: 'string' },
  url: { type: 'string' }, //                        any address…
  page: { type: 'string', default: 'index.html' }, // …or a page of dist/
  width: { type: 'string', default: '1280' },
  height: { type: 'string', default: '900' },
  scheme: { type: 'string', default: 'light' },
  column: { type: 'string' }, //                     the width in pixels of the box that holds the widget
  click: { type: 'string', multiple: true, default: [] }, // the texts of buttons and links to click first
  full: { type: 'boolean', default: false }, //      the whole page instead of what fits the window
};

/** The page in Chromium (`page.driver` must be one) as a PNG, once its fonts and images are there. */
export async function shot(page, { width = 1280, height = 900, scheme = 'light', column, full = false } = {}) {
  const resize = (height) => devtools(page.driver, 'Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
  await devtools(page.driver, 'Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] });
  await resize(height);
  if (column) {
    await page.run((column) => {
      for (const widget of document.querySelectorAll('news-widget')) widget.parentElement.style.width = `${column}px`;
    }, column);
  }
  // Only what is in view: an image that waits for being seen may wait for ever.
  const settled = () => page.until(() => document.fonts.status === 'loaded' && $$('img').every((image) => {
    const { top, bottom, width } = image.getBoundingClientRect();
    return image.complete || !width || bottom <= 0 || top >= innerHeight;
  }));
  const length = () => page.run(() => document.documentElement.scrollHeight);
  await settled();
  // A window as tall as the page brings in the images that wait for being seen, which may make the page taller.
  for (let seen = height, needed; full && (needed = await length()) > seen; seen = needed) {
    await resize(needed);
    await settled();
  }
  const { data } = await devtools(page.driver, 'Page.captureScreenshot', { format: 'png' });
  return Buffer.from(data, 'base64');
}

async function main() {
  const { values } = parseArgs({ options: OPTIONS });
  if (!values.out) throw new Error('shot: --out FILE.png is missing; the first lines of tests/e2e/shot.mjs show how');
  const server = values.url ? null : await serve({ folder: 'dist' });
  const engine = await start('chromium');
  try {
    const page = new Page(engine);
    const size = { ...values, width: +values.width, height: +values.height, column: +values.column };
    await page.open(values.url ?? new URL(values.page, server.url).href);
    await page.until(() => roots().some((root) => root.textContent.trim()));
    for (const text of values.click) await page.click('button, a, summary', text);
    await writeFile(values.out, await shot(page, size));
    for (const error of await page.errors()) console.error(error);
  } finally {
    await engine.quit();
    await server?.close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
