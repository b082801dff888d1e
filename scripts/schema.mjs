// Checks every feed that the project ships, against the public JSON Feed schema and against ours for `_news`.

import { readFile, readdir } from 'node:fs/promises';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import jsonFeed from 'jsonfeed-schema';

const ROOT = new URL('../', import.meta.url);
const json = async (path) => JSON.parse(await readFile(new URL(path, ROOT), 'utf8'));

const ajv = addFormats(new Ajv({ allErrors: true }));
// The demo is to work in any folder, so its addresses are relative; readers resolve them against the feed's own.
ajv.addFormat('uri', addFormats.get('uri-reference'));
ajv.addSchema(await json('schema/news.schema.json'), 'news');
const standard = ajv.compile(jsonFeed);
const news = ajv.getSchema('news');
const thread = ajv.getSchema('news#/definitions/thread');

const threads = (await readdir(new URL('demo/threads/', ROOT))).map((name) => `demo/threads/${name}`);
const FEEDS = [
  ...['demo/feed.json', 'demo/archive.json', 'package/zip/example.json'].map((path) => [path, news]),
  ...['demo/recent.json', ...threads].map((path) => [path, thread]),
];

/** What `validate` finds wrong with `feed`, as lines. */
function complaints(validate, feed) {
  if (validate(feed)) return [];
  return validate.errors.map(({ instancePath, message, params }) => {
    const detail = params.additionalProperty ?? params.allowedValues?.join(', ');
    return `${instancePath || '/'} ${message}${detail ? `: ${detail}` : ''}`;
  });
}

let good = 0;
for (const [path, extension] of FEEDS) {
  const feed = await json(path);
  const lines = [...complaints(standard, feed), ...complaints(extension, feed)];
  for (const line of lines) console.error(`schema: ${path} ${line}`);
  good += lines.length === 0;
}
console.log(`schema: ${good} of ${FEEDS.length} feeds are as they should be`);
process.exitCode = good === FEEDS.length ? 0 : 1;
