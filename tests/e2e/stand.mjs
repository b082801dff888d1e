// The test newspaper on one origin, where the host page is too, and the widget's files on another.

import { fileURLToPath } from 'node:url';
import { paper } from '../fixtures/paper.mjs';
import { hostPage } from './host.mjs';
import { serve } from './server.mjs';

const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url));

/** An answer with `value` as JSON. */
export const json = (value) => ({ body: JSON.stringify(value), type: 'application/feed+json' });

/** The newspaper with other fields, or with `change` applied to a copy of each item. */
export const edition = (fields, change = (item) => item) => ({
  ...paper, ...fields, items: (fields.items ?? paper.items).map((item) => change(structuredClone(item))),
});

/** The element, with attributes by name (`null`: none) and a fallback for its readers. A test writes faster than any person:
 *  the traps are off. */
export function widget(attributes = {}, fallback = '<a id="fallback" href="stories/full.html">Read it there</a>') {
  const all = Object.entries({ feed: 'paper.json', loading: 'eager', 'spam-traps': 'none', ...attributes }).filter(([, value]) => value != null);
  return `<news-widget ${all.map(([name, value]) => `${name}="${value}"`).join(' ')}>${fallback}</news-widget>`;
}

/** Both servers. `host(body)` puts a host page beside the newspaper and answers its address. */
export async function stand() {
  const [cdn, press] = await Promise.all([serve({ folder: 'dist' }), serve({ folder: FIXTURES })]);
  press.answer('paper.json', json(paper));
  const host = (body, options = {}) => hostPage(press, 'host.html', body, { loader: `${cdn.url}news-widget.js`, ...options });
  const close = () => Promise.all([cdn.close(), press.close()]);
  return { cdn, press, host, close };
}
