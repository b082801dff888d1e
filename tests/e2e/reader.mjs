// A reader who comments: a host page around the fixture newspaper, and what a reader does with its form.
//
//   const { server, open, close } = await newsroom();
//   await open(page, 'talk', 'comments="feed"');
//   await write(page, { comment: 'Well said.', name: 'Ann' });
//   await page.click('button', 'Post Comment');

import { readFile } from 'node:fs/promises';
import { hostPage } from './host.mjs';
import { serve } from './server.mjs';

const FIXTURES = new URL('../fixtures/comments/', import.meta.url);
const JSON_TYPE = 'application/json';

/** The answer of a server to which nothing is sent again by itself while a test runs. */
export const WAIT = { status: 503, headers: { 'Retry-After': '600', 'Access-Control-Expose-Headers': 'Retry-After' } };

/** `dist/` with the fixture newspaper of tests/fixtures/comments beside it. */
export async function newsroom() {
  const server = await serve({ folder: 'dist' });
  for (const name of ['feed.json', 'thread.json']) {
    server.answer(`news/${name}`, { body: await readFile(new URL(name, FIXTURES), 'utf8'), type: JSON_TYPE });
  }
  server.page('blank.html', '<!doctype html><title>Nothing</title>');

  /** Opens the article `id` with more attributes, and waits for it. `script` runs before the widget's; `more` is what the
   *  page needs beyond the strictest policy. */
  async function open(page, id, attributes = '', script = '', more = undefined) {
    // A test writes faster than any person: the traps are off, unless they are what is tested.
    const widget = `<news-widget feed="news/feed.json" article="${id}" loading="eager" ${attributes} spam-traps="none"></news-widget>`;
    await page.open(hostPage(server, 'host.html', `<main>${widget}</main>`, { script, more }));
    await page.ready();
  }

  /** Leaves, and forgets what this browser kept. */
  async function forget(page) {
    await page.open(`${server.url}blank.html`);
    await page.driver.executeScript('localStorage.clear()');
  }

  return { server, open, forget, close: () => server.close() };
}

/** Types into the form's fields, one after the other. */
export async function write(page, fields) {
  for (const [name, text] of Object.entries(fields)) await page.type(`form [name=${name}]`, text);
}

/** Puts a text that nobody would type into a field, as pasting does. */
export function paste(page, name, text) {
  return page.run((name, text) => {
    const field = $(`form [name=${name}]`);
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  }, name, text);
}

/** What is in the form now. */
export function typed(page) {
  return page.run(() => Object.fromEntries($$('form :is(input:not([type=checkbox]), textarea)').map(({ name, value }) => [name, value])));
}

/** The error that a screen reader hears at each field, by the field's name. */
export function mistakes(page) {
  return page.run(() => Object.fromEntries($$('form [aria-invalid=true]').map((field) => {
    const error = field.getRootNode().getElementById(field.getAttribute('aria-describedby'));
    return [field.name, error && squeeze(error.textContent)];
  })));
}

/** A script for `open`: the page's clock can be put on, as `lookAgain` does. */
export const AHEAD = 'const now = Date.now; window.ahead = 0; Date.now = () => now() + window.ahead;';

/** A minute passes, and the reader comes back: the widget looks for new comments. */
export function lookAgain(page) {
  return page.run(() => { window.ahead += 61_000; window.dispatchEvent(new Event('focus')); });
}

/** Posts the form and answers the new comment's id, once focus has followed it: what is typed before that goes astray. */
export async function post(page) {
  const before = (await page.events('comment')).length;
  await page.click('button', 'Post Comment');
  const id = await page.until((before) => window.recorded.events.filter(({ type }) => type === 'news-widget:comment')[before]?.detail.id, before);
  await page.until((id) => {
    const comment = $$('[data-comment]').find(({ dataset }) => dataset.comment === id);
    return !comment || focused() === comment;
  }, id);
  return id;
}

/** What the browser keeps under keys that begin with `news-widget/` and `start`. */
export function kept(page, start = '') {
  return page.run((start) => Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith(`news-widget/${start}`))), start);
}
