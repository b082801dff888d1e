// The npm package in a folder of its own, installed from its file and without a network, as an application has it.

import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { version } from '../../scripts/version.mjs';

const PACKAGES = resolve('target/package');

/** The files that `make package` leaves. */
export const TARBALL = join(PACKAGES, `news-widget-${version}.tgz`);
export const ZIP = join(PACKAGES, `news-widget-${version}.zip`);

/** Runs a program in `folder`; answers what it says. What fails says why. */
export async function run(folder, program, ...args) {
  const { stdout, stderr } = await promisify(execFile)(program, args, { cwd: folder }).catch((error) => {
    throw new Error(`${program} ${args.join(' ')}: ${error.stdout}${error.stderr}`);
  });
  return `${stdout}${stderr}`.trim();
}

/** One of the tools in node_modules. */
export const tool = (name) => resolve('node_modules/.bin', name);

/** A folder below the project's, so that what an application brings itself (React, Vite, …) is found in the project's
 *  `node_modules`. `remove()` when done. */
export async function workshop() {
  await mkdir('target', { recursive: true });
  const folder = await mkdtemp(resolve('target/tried-'));
  return { folder, remove: () => rm(folder, { recursive: true }) };
}

/** Installs the package into `folder`, as an application of its own. */
export async function install(folder) {
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  await run(folder, 'npm', 'install', '--offline', '--no-save', '--no-package-lock', TARBALL);
}
