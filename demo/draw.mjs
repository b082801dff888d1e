// Draws every picture of the demo newspaper into demo/img/.
//
//   node demo/draw.mjs
//
// Drawn by program rather than by hand, so that one palette runs through the whole paper and a colour is changed in one
// place. Deterministic: the same source writes the same files.

import { mkdirSync, writeFileSync } from "node:fs";
import * as land from "./draw/land.mjs";
import * as sea from "./draw/sea.mjs";
import * as small from "./draw/small.mjs";
import * as town from "./draw/town.mjs";

const LIMIT = 12 * 1024; // a lead image should cost less than the text it stands beside
const folder = new URL("./img/", import.meta.url);
const fileName = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

mkdirSync(folder, { recursive: true });
for (const [name, draw] of Object.entries({ ...sea, ...land, ...town, ...small })) {
  const picture = draw();
  if (picture.length > LIMIT) console.error(`draw: ${name} is ${picture.length} bytes, over ${LIMIT}`);
  writeFileSync(new URL(`${fileName(name)}.svg`, folder), picture);
}
