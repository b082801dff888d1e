// A stand-in for an object store: it keeps objects with the headers they were put with, and answers these, whatever is
// asked for. docs/hosting/upload.sh fills it, with `aws.mjs` in the place of the command `aws`; docs/hosting/cors.json is
// its CORS configuration. What is not there is forbidden, as where readers may not list.

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { documented } from './site.mjs';

const UPLOAD = fileURLToPath(new URL('../../../docs/hosting/upload.sh', import.meta.url));
const AWS = fileURLToPath(new URL('aws.mjs', import.meta.url));
const FOLDER = '/bucket/some/where/';
const KEPT = ['content-type', 'content-encoding', 'cache-control'];

/** Fills the store at `endpoint` by the documented script. */
async function upload(endpoint) {
  const folder = await mkdtemp(join(tmpdir(), 'news-aws-'));
  const command = join(folder, 'aws');
  await writeFile(command, `#!/bin/sh\nexec "${process.execPath}" "${AWS}" "$@"\n`);
  await chmod(command, 0o755);
  const env = { ...process.env, PATH: folder + delimiter + process.env.PATH };
  try {
    await promisify(execFile)(UPLOAD, [`s3:/${FOLDER}`, '--endpoint-url', endpoint], { env });
  } finally {
    await rm(folder, { recursive: true });
  }
}

export async function store() {
  const { CORSRules: [rule] } = JSON.parse(await documented('cors.json'));
  const objects = new Map();

  const cors = ({ origin }) => (origin && rule.AllowedOrigins.includes('*')
    ? { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Methods': rule.AllowedMethods.join(', '), Vary: 'Origin' }
    : {});

  function put(path, headers, body) {
    const kept = Object.fromEntries(KEPT.filter((name) => headers[name]).map((name) => [name, headers[name]]));
    objects.set(path, { body, headers: { ...kept, ETag: `"${createHash('md5').update(body).digest('hex')}"` } });
    return { status: 200 };
  }

  function get(path, { 'if-none-match': known }) {
    const object = objects.get(path);
    if (!object) return { status: 403, headers: { 'Content-Type': 'application/xml' }, body: '<Error><Code>AccessDenied</Code></Error>' };
    return known === object.headers.ETag ? { status: 304, headers: object.headers } : { status: 200, ...object };
  }

  const server = createServer(async (request, response) => {
    const { method, headers: asked } = request;
    const path = decodeURIComponent(new URL(request.url, 'http://host').pathname);
    const sent = Buffer.concat(await request.toArray());
    const { status, headers, body } = method === 'PUT' ? put(path, asked, sent) : get(path, asked);
    response.writeHead(status, { ...headers, ...cors(asked), Connection: 'close' });
    response.end(method === 'HEAD' ? undefined : body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${server.address().port}`;

  async function close() {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }

  try {
    await upload(origin);
  } catch (error) {
    await close();
    throw error;
  }
  const keys = [...objects.keys()].map((path) => path.slice(FOLDER.length)); // in the order in which they came
  return { origin, url: origin + FOLDER, keys, close };
}
