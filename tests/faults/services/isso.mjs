// Isso, twice: one that publishes at once, and one that holds what comes. See http.mjs for what a service gives.

import { execFile } from 'node:child_process';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { beside } from './beside.mjs';

const MODES = { 1: 'published', 2: 'held' };

/** All that its database has under an address, as its own table says. */
const QUERY = `
import json, sqlite3, sys
rows = sqlite3.connect(sys.argv[1]).execute("SELECT comments.id, text, mode FROM comments JOIN threads ON threads.id = tid WHERE uri = ?", sys.argv[2:])
print(json.dumps(rows.fetchall()))`;

async function server(moderated, origins) {
  const { values, stop } = await beside('isso.sh', { ORIGINS: origins.join(' '), GUARD: 'false', MODERATED: moderated }, ['TEST_ISSO', 'TEST_ISSO_LOG']);
  return { origin: values[0], database: `${dirname(values[1])}/comments.db`, stop };
}

export async function start({ origins }) {
  const [open, moderated] = await Promise.all([server('', origins), server('1', origins)]);
  return {
    name: 'isso',

    article(n, held) {
      const path = `/sequence-${n}`;
      return {
        path,
        held,
        item: { id: `sequence-${n}`, url: `https://news.example${path}`, title: `Sequence ${n}`, content_text: 'A story.' },
        attributes: (gate) => ({ comments: 'isso', 'comments-url': gate }),
        target: (held ? moderated : open).origin,
      };
    },

    read: (status) => ({ 201: 'published', 202: 'held' })[status] ?? null,

    async stored({ path, held }) {
      const { database } = held ? moderated : open;
      const { stdout } = await promisify(execFile)('python3', ['-c', QUERY, database, path]);
      return JSON.parse(stdout).filter(([, , mode]) => MODES[mode]).map(([id, text, mode]) => ({ id: String(id), text, state: MODES[mode] }));
    },

    stop: () => Promise.all([open.stop(), moderated.stop()]),
  };
}
