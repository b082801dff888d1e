// The part of the command `aws` that docs/hosting/upload.sh uses: `aws s3 cp FILE s3://BUCKET/KEY`, with these options.

import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';

const { values, positionals: [service, command, file, to] } = parseArgs({
  allowPositionals: true,
  options: Object.fromEntries(['cache-control', 'content-type', 'content-encoding', 'endpoint-url'].map((name) => [name, { type: 'string' }])),
});
if (`${service} ${command}` !== 's3 cp' || !to.startsWith('s3://')) throw new Error(`aws: not known here: ${process.argv.slice(2).join(' ')}`);
const { 'endpoint-url': endpoint, ...headers } = values;
const answer = await fetch(`${endpoint}/${to.slice('s3://'.length)}`, { method: 'PUT', headers, body: await readFile(file) });
if (!answer.ok) throw new Error(`aws: ${to}: ${answer.status}`);
