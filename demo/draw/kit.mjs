// The few shapes that every drawing is made of, and the one palette they share.
// Mid-tones only at the edges of a picture: it has to sit well on white pages and on near-black ones.

export const C = {
  ink: "#12293b", night: "#18384f", deep: "#1f5566", teal: "#2f7f82", sea: "#5aa5a0", foam: "#a9d3c6",
  cream: "#f5ead3", sand: "#e6cf9f", gold: "#f0b752", coral: "#e27d5c", rust: "#b04a32", plum: "#54405f",
  mist: "#c3d0d2", steel: "#86a0ac", slate: "#4f6a78", moss: "#5f7f55", leaf: "#8aa866", wood: "#8a5a3c", bark: "#5d3d2e",
  white: "#fdf9f0",
};

// Seeded, so that drawing again changes nothing that was not meant to change.
export function dice(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return (from = 0, to = 1) => from + next() * (to - from);
}

export const n = (value) => String(Math.round(value * 10) / 10);
export const many = (count, make) => Array.from({ length: count }, (_, i) => make(i)).join("");

export const rect = (x, y, w, h, fill, more = "") => `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" fill="${fill}"${more && " " + more}/>`;
export const disc = (x, y, r, fill, more = "") => `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="${fill}"${more && " " + more}/>`;
export const oval = (x, y, rx, ry, fill, more = "") => `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}" fill="${fill}"${more && " " + more}/>`;
export const path = (d, fill, more = "") => `<path d="${d}" fill="${fill}"${more && " " + more}/>`;
export const poly = (points, fill, more = "") => `<polygon points="${points}" fill="${fill}"${more && " " + more}/>`;
export const stroke = (d, colour, width = 4, more = "") =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"${more && " " + more}/>`;
export const group = (content, more) => `<g ${more}>${content}</g>`;
export const at = (x, y, content, scale = 1, turn = 0) =>
  `<g transform="translate(${n(x)} ${n(y)})${scale === 1 ? "" : ` scale(${scale})`}${turn ? ` rotate(${turn})` : ""}">${content}</g>`;
export const text = (x, y, content, size, fill, more = "") =>
  `<text x="${n(x)}" y="${n(y)}" font-size="${size}" fill="${fill}" font-family="Georgia, 'Times New Roman', serif"${more && " " + more}>${content}</text>`;

export const svg = (width, height, content) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${content}</svg>\n`;
export const scene = (...parts) => svg(1200, 675, parts.join(""));

// A vertical wash of two or more colours. The id only has to be unique inside its own file.
export function wash(id, colours, y = 0, h = 675, x = 0, w = 1200) {
  const stops = colours.map((colour, i) => `<stop offset="${n(i / (colours.length - 1) * 100)}%" stop-color="${colour}"/>`).join("");
  return `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1">${stops}</linearGradient>${rect(x, y, w, h, `url(#${id})`)}`;
}

// A strip of water with a rolling upper edge, filled down to the bottom.
export function swell(y, height, length, fill, shift = 0, more = "") {
  let d = `M${n(-length + shift)} ${n(y)}`;
  for (let x = -length + shift; x < 1200 + length; x += length) d += `q${n(length / 4)} ${n(-height)} ${n(length / 2)} 0t${n(length / 2)} 0`;
  return path(`${d}V675H-400Z`, fill, more);
}

// A ridge of hills through random points.
export function ridge(roll, y, height, step, fill, base = 675) {
  let d = `M-40 ${n(y)}`;
  for (let x = -40; x < 1240; x += step) {
    const top = y - roll(0, height);
    d += `Q${n(x + step / 2)} ${n(top)} ${n(x + step)} ${n(y - roll(0, height * 0.4))}`;
  }
  return path(`${d}V${base}H-40Z`, fill);
}

// Round dots as one path of strokes with no length: a crowd or a night sky would otherwise be most of the file.
export const dots = (points, r, fill, more = "") => stroke(points.map(([x, y]) => `M${Math.round(x)} ${Math.round(y)}h0`).join(""), fill, n(r * 2), more);
// Many equal rectangles of one colour, by their upper left corners.
export const panes = (points, w, h, fill, more = "") => path(points.map(([x, y]) => `M${Math.round(x)} ${Math.round(y)}h${w}v${h}h-${w}Z`).join(""), fill, more);

// A shape drawn once and shown often.
export const define = (id, content) => `<defs><g id="${id}">${content}</g></defs>`;
export const use = (id, x, y, scale = 1, flip = 1) =>
  `<use href="#${id}" transform="translate(${n(x)} ${n(y)})${scale === 1 && flip === 1 ? "" : ` scale(${scale * flip} ${scale})`}"/>`;

export const list = (count, make) => Array.from({ length: count }, (_, i) => make(i));
export const stars = (roll, count, height = 380, fill = C.cream) => group(
  [1, 1.6, 2.4].map((size) => dots(list(Math.round(count / 3), () => [roll(0, 1200), roll(0, height)]), size, fill)).join(""), 'opacity=".85"');
export const gull = (x, y, size, colour = C.white) =>
  stroke(`M${n(x - size)} ${n(y - size * 0.3)}q${n(size * 0.55)} ${n(-size * 0.4)} ${n(size)} ${n(size * 0.3)}q${n(size * 0.45)} ${n(-size * 0.7)} ${n(size)} ${n(-size * 0.3)}`, colour, n(Math.max(2.5, size / 7)));
export const cloud = (x, y, size, fill, more = "") =>
  at(x, y, path("M-110 30a34 34 0 0 1 6-67a52 52 0 0 1 95-22a40 40 0 0 1 66 12a36 36 0 0 1 47 77Z", fill, more), size);
// Short bright strokes lying on water: the cheapest way to make it wet. One path, because forty rects would weigh three times as much.
export function glints(roll, count, x0, x1, y0, y1, colour, more = 'opacity=".6"') {
  let d = "";
  for (let i = 0; i < count; i += 1) {
    const y = roll(y0, y1);
    const w = roll(14, 60) * (0.4 + (y - y0) / (y1 - y0));
    d += `M${Math.round(roll(x0, x1) - w / 2)} ${Math.round(y)}h${Math.round(w)}`;
  }
  return stroke(d, colour, 3, more);
}
