// Apache with docs/hosting/apache.conf in a server that is otherwise set up as Debian does it.

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort, program } from './program.mjs';
import { BASE, documented, site } from './site.mjs';

const MODULES = ['mpm_event', 'authz_core', 'alias', 'dir', 'autoindex', 'negotiation', 'mime', 'filter', 'deflate', 'headers', 'rewrite'];

/** What is in the way of a server that sends compressed copies: Debian's mime.conf and deflate.conf. */
const DEBIAN = `
  TypesConfig /etc/mime.types
  AddType application/x-gzip .gz .tgz
  AddLanguage pt-BR .pt-br
  AddLanguage br .br
  AddOutputFilterByType DEFLATE text/html text/plain text/css text/javascript application/javascript application/wasm`;

/** `htaccess`: our lines are a file in the folder, where its owner may change no other. */
export async function apache({ htaccess = false } = {}) {
  const [port, { folder, files, close }] = await Promise.all([freePort(), site()]);
  const ours = await documented('apache.conf');
  const config = join(folder, 'apache.conf');
  await mkdir(join(folder, 'nothing'));
  if (htaccess) await writeFile(join(files, '.htaccess'), ours);
  await writeFile(config, `
    ServerRoot ${folder}
    ServerName 127.0.0.1
    Listen 127.0.0.1:${port}
    PidFile ${folder}/apache.pid
    DefaultRuntimeDir ${folder}
    ErrorLog ${folder}/error.log
    LogLevel error
    ${process.getuid() ? '' : 'User www-data\nGroup www-data'}
    ${MODULES.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
    StartServers 1
    DirectoryIndex index.html
    ${DEBIAN}
    DocumentRoot ${folder}/nothing
    <Directory />
      Options Indexes MultiViews FollowSymLinks
      AllowOverride None
      Require all denied
    </Directory>
    Alias ${BASE} ${files}
    <Directory ${files}>
      Require all granted
      ${htaccess ? 'AllowOverride FileInfo Options=Indexes,MultiViews' : ours}
    </Directory>`);
  const origin = `http://127.0.0.1:${port}`;
  const server = await program(['/usr/sbin/apache2', '-DFOREGROUND', '-f', config], () => origin, close);
  return { origin, url: origin + BASE, close: server.close };
}
