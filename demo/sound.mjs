// Makes audio/tide.wav: ten seconds of a bell buoy over soft surf, the recording that the tide-table article is about.
//
//   node demo/sound.mjs
//
// Synthesised, so that it is ours to give away, and seeded, so that every run writes the same bytes.
// 11025 Hz and 16 bits are plenty for a bell and keep the file small enough to commit.

import { mkdirSync, writeFileSync } from "node:fs";

const RATE = 11025;
const SECONDS = 10;
const COUNT = RATE * SECONDS;

// A bell is not a harmonic series: these ratios (hum, prime, tierce, quint, nominal...) are what the ear takes for bronze.
const PARTIALS = [[0.5, 0.5, 4.2], [1, 0.8, 3.1], [1.19, 0.55, 2.4], [1.5, 0.3, 1.8], [2, 0.7, 1.5], [2.66, 0.25, 0.8], [4.1, 0.12, 0.35]];

// The sea does not keep time: uneven strokes, uneven force.
const STROKES = [[0.6, 0.9], [2.05, 0.55], [2.5, 0.3], [4.7, 1], [6.3, 0.65], [8.15, 0.8]];

let seed = 1871;
const random = () => {
  seed = (seed * 1664525 + 1013904223) >>> 0;
  return seed / 2 ** 31 - 1;
};

function bell(t) {
  let sum = 0;
  for (const [start, force] of STROKES) {
    const age = t - start;
    if (age < 0) continue;
    const attack = Math.min(1, age / 0.004);
    for (const [ratio, level, decay] of PARTIALS) {
      sum += force * attack * level * Math.exp(-age / (decay * 0.6)) * Math.sin(2 * Math.PI * 392 * ratio * age);
    }
  }
  return sum * 0.16;
}

const samples = Buffer.alloc(COUNT * 2);
let low = 0;
let lower = 0;
for (let i = 0; i < COUNT; i += 1) {
  const t = i / RATE;
  // Surf: noise with the hiss taken off twice, swelling and drawing back.
  low += 0.12 * (random() - low);
  lower += 0.25 * (low - lower);
  const swell = 0.45 + 0.35 * Math.sin(2 * Math.PI * t / 5.3 - 1.2) + 0.2 * Math.sin(2 * Math.PI * t / 3.1);
  // Faded at both ends, so that it neither clicks nor stops dead.
  const fade = Math.min(1, t / 0.5, (SECONDS - t) / 1.2);
  const value = fade * (lower * swell * 0.9 + bell(t));
  samples.writeInt16LE(Math.round(Math.max(-1, Math.min(1, value)) * 32767 * 0.85), i * 2);
}

const header = Buffer.alloc(44);
header.write("RIFF", 0);
header.writeUInt32LE(36 + samples.length, 4);
header.write("WAVEfmt ", 8);
header.writeUInt32LE(16, 16);
header.writeUInt16LE(1, 20); // PCM
header.writeUInt16LE(1, 22); // mono
header.writeUInt32LE(RATE, 24);
header.writeUInt32LE(RATE * 2, 28);
header.writeUInt16LE(2, 32);
header.writeUInt16LE(16, 34);
header.write("data", 36);
header.writeUInt32LE(samples.length, 40);

const folder = new URL("./audio/", import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL("tide.wav", folder), Buffer.concat([header, samples]));
