// The configurator with a feed on another origin and a host page on a third, and what its tests do with it.

import { fileURLToPath } from 'node:url';
import { paper } from '../fixtures/paper.mjs';
import { serve } from './server.mjs';
import { json } from './stand.mjs';
import { STRICT } from './strict.mjs';

const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url));

/** The servers; the configurator's own page is always under the strictest policy. `open(page, settings)` opens it with these
 *  in its address, has the feed shown, and waits until the news is painted: a fallback is gone by then. */
export async function bench() {
  const [site, press, host] = await Promise.all([
    serve({ folder: 'dist', strict: STRICT ?? 'allowed' }), serve({ folder: FIXTURES }), serve({ folder: FIXTURES, cors: false }),
  ]);
  press.answer('paper.json', json(paper));
  const feed = `${press.url}paper.json`;
  async function open(page, settings = { feed }) {
    const query = new URLSearchParams(settings);
    await page.open(`${site.url}configure.html${query.size ? `?${query}` : ''}`);
    await page.find('h1, h2');
    if (settings.feed) {
      await page.run(() => { // the page is loaded again, where it may not ask the feed's host yet
        document.querySelector('#settings button').click();
      });
      await page.until(() => document.querySelector('#feed-problem')?.textContent === '');
      await page.until(() => document.querySelector('#articles option') && document.readyState === 'complete'); // the code has the feed's name with them
    }
    await page.until((feed) => {
      const widget = document.querySelector('news-widget');
      return widget && (!feed || widget.getAttribute('feed') === feed) && $('h1, h2, h3') && !widget.querySelector('p').checkVisibility();
    }, settings.feed);
    return page;
  }
  const close = () => Promise.all([site, press, host].map((server) => server.close()));
  return { site, press, host, feed, open, close };
}

/** Sets a field as a person does who picks from a list. */
export const change = (page, name, value) => page.run((name, value) => {
  const field = document.querySelector('#settings').elements.namedItem(name);
  field.value = value;
  const target = field instanceof RadioNodeList ? [...field].find(({ checked }) => checked) : field;
  for (const type of ['input', 'change']) target.dispatchEvent(new Event(type, { bubbles: true }));
}, name, value);

/** Chooses among the buttons of the preview, or of the code. */
export const choose = (page, name, value) => page.run((name, value) => document.querySelector(`[name=${name}][value=${value}]`).click(), name, value);

export const text = (page, css) => page.run((css) => document.querySelector(css).textContent, css);
export const code = (page) => text(page, '#code');

/** Waits until an element outside the widget says this. */
export const says = (page, css, part) => page.until((css, part) => document.querySelector(css)?.textContent.includes(part), css, part);

/** The attributes but those that are not the form's to change. */
const chosen = (attributes) => Object.fromEntries(attributes.filter(([name]) => !['loading', 'trusted-types', 'feed'].includes(name)));

/** The attributes of the widget in the preview. */
export const attributesOf = async (page) => chosen(await page.run(() => (
  [...document.querySelector('news-widget').attributes].map(({ name, value }) => [name, value]))));

/** The attributes of the element in the code; none of these tests has one that is escaped. */
export const attributesIn = (code) => chosen(
  [...code.match(/<news-widget[^>]*>/)[0].matchAll(/([a-z-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));
