// The version of the widget, as Cargo.toml has it.

import { readFile } from 'node:fs/promises';

const manifest = await readFile(new URL('../Cargo.toml', import.meta.url), 'utf8');
export const version = manifest.match(/^version = "(.+)"$/m)[1];
