// Python's server: as it comes, and with docs/hosting/serve.py.

import { fileURLToPath } from 'node:url';
import { program } from './program.mjs';
import { BASE, site } from './site.mjs';

const SCRIPT = fileURLToPath(new URL('../../../docs/hosting/serve.py', import.meta.url));

/** The origin that it says it has: both are told to take any port. */
const said = (output) => output.match(/http:\/\/127\.0\.0\.1:\d+/)?.[0];

/** `run(folder)` gives Python's arguments. */
async function python(run) {
  const { root, close } = await site();
  const server = await program(['python3', '-u', ...run(root)], said, close);
  return { origin: server.origin, url: server.origin + BASE, close: server.close };
}

export const pythonScript = () => python((folder) => [SCRIPT, folder, '0']);
export const pythonAlone = () => python((folder) => ['-m', 'http.server', '0', '--bind', '127.0.0.1', '--directory', folder]);
