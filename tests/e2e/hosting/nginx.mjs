// nginx with docs/hosting/nginx.conf in a server that is otherwise set up as Debian does it.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort, program } from './program.mjs';
import { BASE, documented, site } from './site.mjs';

const ROOT = fileURLToPath(new URL('../../../.tools/nginx/', import.meta.url)); // unpacked by scripts/setup.sh
const BROTLI = 'brotli_static on;';

/** `brotli: false`: an nginx without the module, and without the line that needs it. */
export async function nginx({ brotli = true } = {}) {
  const [port, { folder, files, close }] = await Promise.all([freePort(), site()]);
  const ours = await documented('nginx.conf', {
    '/srv/news-widget/': files, '/news/': BASE, ...(!brotli && { [BROTLI]: '' }),
  });
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const config = join(folder, 'nginx.conf');
  await writeFile(config, `
    ${process.getuid() ? '' : 'user www-data;'}
    ${brotli ? `load_module ${ROOT}usr/lib/nginx/modules/ngx_http_brotli_static_module.so;` : ''}
    pid ${folder}/nginx.pid;
    error_log stderr error;
    daemon off;
    worker_processes 1;
    events {}
    http {
      include ${ROOT}etc/nginx/mime.types;
      default_type application/octet-stream;
      sendfile on;
      gzip on; # of what has no copy
      access_log off;
      ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
      server {
        listen 127.0.0.1:${port};
        root ${folder}/nothing;
        ${ours}
      }
    }`);
  const origin = `http://127.0.0.1:${port}`;
  const server = await program([`${ROOT}usr/sbin/nginx`, '-e', 'stderr', '-p', folder, '-c', config], () => origin, close);
  return { origin, url: origin + BASE, close: server.close };
}
