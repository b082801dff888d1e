// What is not a lead image: figures inside articles, the writers' portraits, the spot, the marks.

import { C, at, dice, disc, glints, list, many, n, path, poly, rect, ridge, stars, stroke, svg, swell, text, wash } from "./kit.mjs";

// ---- figures. They bring their own paper, so that their labels can be read on a dark page too.

const figure = (...parts) => svg(1200, 560, rect(0, 0, 1200, 560, C.cream, 'rx="10"') + parts.join(""));
const label = (x, y, words, size = 24, anchor = "start", colour = C.ink) => text(x, y, words, size, colour, `text-anchor="${anchor}"`);

export function figTideWeek() {
  const x = (hours) => 100 + hours * 1040 / 168, y = (metres) => 270 - metres * 84;
  const height = (h) => (1.1 + 1.2 * h / 168) * Math.cos((h - 5) * 2 * Math.PI / 12.4206) + 0.12 * Math.cos(h * 2 * Math.PI / 23.93);
  const curve = list(337, (i) => `${i ? "L" : "M"}${n(x(i / 2))} ${n(y(height(i / 2)))}`).join("");
  return figure(
    many(5, (i) => rect(100, y(i - 2), 1040, i === 2 ? 3 : 1.5, i === 2 ? C.slate : "#d3c5a1") + label(84, y(i - 2) + 8, `${i > 2 ? "+" : i < 2 ? "−" : ""}${Math.abs(i - 2)} m`, 22, "end", C.slate)),
    many(8, (i) => rect(x(i * 24), 50, 1.5, 430, "#d3c5a1")), many(7, (i) => label(x(i * 24 + 12), 520, ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][i], 24, "middle", C.slate)),
    path(`${curve}L1140 480H100Z`, C.sea, 'opacity=".28"'), stroke(curve, C.deep, 5), stroke(`M100 ${n(y(1.75))}H1140`, C.rust, 3.5, 'stroke-dasharray="14 10"'), label(112, y(1.75) - 12, "deck of the lower landing", 22, "start", C.rust),
    disc(120, 34, 15, C.ink) + path("M120 19a15 15 0 0 1 0 30Z", C.sand) + label(146, 42, "first quarter", 20, "start", C.slate) + disc(1120, 34, 15, C.gold) + label(1096, 42, "towards full moon", 20, "end", C.slate),
  );
}

export function figEelgrass() {
  const roll = dice(303);
  const blades = (from, to, skip = () => false) => list(Math.round((to - from) / 9), (i) => from + i * 9).filter((x) => !skip(x))
    .map((x) => `M${x} 470q${Math.round(roll(-8, 8))}-50 ${Math.round(roll(-14, 14))} ${-Math.round(roll(70, 130))}`);
  const grass = (...stand) => ["#4c8a5e", C.leaf].map((green, k) => stroke(blades(...stand).filter((_, i) => i % 2 === k).join(""), green, 6)).join("");
  const boat = (x) => at(x, 120, path("M-90-8H90L64 34H-64Z", C.rust) + rect(-34, -44, 62, 36, C.white) + stroke("M44-8V-96", C.bark, 5));
  const side = (x0) => path(`M${x0} 130h560v400h-560Z`, C.sea, 'opacity=".38"') + rect(x0, 126, 560, 6, C.sea) + path(`M${x0} 466q140-10 280 0t280 0V530H${x0}Z`, C.sand);
  return figure(
    side(25), side(615), boat(300), boat(890), grass(40, 575, (x) => x > 150 && x < 450), grass(630, 1165),
    path("M150 474q150 36 300 0v10q-150 34-300 0Z", "#cfae74"), stroke("M300 154C310 340 250 440 186 476Q240 486 290 472", C.ink, 8, 'stroke-dasharray="3 13"'), rect(284, 452, 40, 34, C.slate, 'rx="4"'), stroke("M176 444l-26 20M430 446l22 18", C.rust, 4),
    stroke("M890 154Q884 230 892 300", C.rust, 5), disc(892, 306, 13, C.gold), stroke("M892 318V460", C.rust, 5), rect(872, 452, 40, 34, C.slate, 'rx="4"'),
    label(40, 100, "Chain", 30), label(630, 100, "Elastic line", 30), label(345, 420, "scoured bare", 24, "middle", C.rust), label(918, 312, "float", 22),
  );
}

export function figFerry() {
  const box = (x, y, w, h, fill) => rect(x, y, w, h, fill, 'rx="8"');
  return figure(
    rect(0, 400, 1200, 160, C.sea, 'opacity=".5"'), path("M0 400h230v34q-100 20-230 6Z", C.leaf), path("M420 400h440l20 50q-240 24-480 0Z", C.sand),
    many(3, (i) => stroke(`M${50 + i * 55} 400V250M${28 + i * 55} 276h44M${32 + i * 55} 300h36`, C.slate, 6)), stroke("M40 262Q110 290 160 262Q208 290 214 396", C.slate, 3), stroke("M215 396Q260 480 330 474T450 404", C.deep, 6),
    box(470, 250, 230, 152, C.rust) + poly("456,254 585,176 714,254", C.bark) + many(4, (i) => box(494 + i * 48, 290, 36, 80, C.night) + rect(503 + i * 48, 282, 18, 9, C.night) + rect(500 + i * 48, 362 - i * 16 - 22, 24, 24 + i * 16, C.gold)),
    stroke("M700 350H850", C.deep, 24) + poly("780,318 756,356 778,356 768,390 802,346 780,346", C.gold),
    at(1010, 410, path("M-170-40h340l-30 60h-280Z", C.deep) + rect(-140, -84, 280, 46, C.white) + many(7, (i) => rect(-122 + i * 36, -72, 22, 20, C.night, 'rx="3"')) + rect(-60, -120, 120, 36, C.cream, `stroke="${C.steel}" stroke-width="3"`) + rect(-50, -110, 100, 16, C.night) + rect(-170, -46, 30, 12, C.gold)),
    label(125, 224, "mainland", 26, "middle"), label(330, 524, "1.2 MW, all day", 28, "middle"), label(585, 150, "battery in the ice house", 26, "middle"), label(790, 300, "7.3 MW", 28, "middle"), label(1010, 250, "nine minutes at the ramp", 26, "middle"),
  );
}

export function figLevy() {
  const rows = [["Boardroom and stairs", 2.3, C.rust], ["Dredging", 1.9, C.teal], ["Coal pier report", 1.5, C.coral], ["Other purposes", 1.2, C.coral], ["The dredger’s berth", 0.9, C.coral], ["Unspent", 0.6, C.steel]];
  return figure(
    many(6, (i) => { const x = 380 + i * 0.5 * 290; return rect(x, 60, 1.5, 430, "#d3c5a1") + label(x, 528, n(i * 0.5), 22, "middle", C.slate); }),
    rows.map(([name, value, colour], i) => { const y = 72 + i * 70; return label(362, y + 34, name, 26, "end") + rect(380, y, value * 290, 48, colour, 'rx="3"') + label(380 + value * 290 + 14, y + 34, value.toFixed(1), 26); }).join(""),
    label(380, 40, "million crowns, 2015 to 2025", 22, "start", C.slate),
  );
}

// ---- portraits

const portrait = (back, coat, skin, ...parts) => svg(128, 128, rect(0, 0, 128, 128, back) + path("M14 128q4-36 50-36t50 36Z", coat) + path("M52 78h24v18q-12 12-24 0Z", skin, 'opacity=".85"') + parts.join(""));
const face = (skin) => path("M38 50q0-28 26-28t26 28q0 38-26 42Q38 88 38 50Z", skin);
const look = (colour = C.ink) => disc(54, 56, 2.8, colour) + disc(74, 56, 2.8, colour) + stroke("M56 74q8 6 16 0", colour, 2.5) + stroke("M64 58v8", colour, 2, 'opacity=".35"');

export const avatarMaren = () => portrait(C.foam, C.gold, "#e9bd98", path("M30 84Q24 16 64 16t34 68Q104 88 90 90V50H38v40Q24 88 30 84Z", C.rust), face("#e9bd98"), path("M36 52Q40 24 70 28T92 52Q76 50 66 38 56 50 36 52Z", C.rust), look());
export const avatarIdris = () => portrait(C.gold, C.deep, "#7a4d33", face("#7a4d33"), path("M36 50q-4-34 28-34t28 34q-4-16-28-16t-28 16Z", C.ink), path("M40 66q4 28 24 28t24-28q-6 10-24 10T40 66Z", C.ink, 'opacity=".85"'), look("#1b0f0a"), stroke("M44 56a9 9 0 1 0 18 0 9 9 0 1 0-18 0M66 56a9 9 0 1 0 18 0 9 9 0 1 0-18 0M62 54q2-2 4 0", C.cream, 2.2), stroke("M57 77q7 5 14 0", C.cream, 2.5));
export const avatarSunniva = () => portrait(C.deep, C.coral, "#f0cba8", disc(64, 14, 13, "#e6c46e"), face("#f0cba8"), path("M35 56Q30 18 64 18t29 38Q90 38 64 34 38 38 35 56Z", "#e6c46e"), look(), disc(38, 70, 3, C.gold), disc(90, 70, 3, C.gold));
export const avatarTobias = () => portrait(C.sand, C.plum, "#dba983", face("#dba983"), path("M36 52q-6-20 8-28l-2 20ZM92 52q6-20-8-28l2 20Z", C.mist), path("M44 70q6-8 20-4 14-4 20 4-2 24-20 26-18-2-20-26Z", C.mist), disc(54, 55, 2.8, C.ink) + disc(74, 55, 2.8, C.ink) + stroke("M48 47h12M68 47h12", C.slate, 3) + stroke("M58 77q6 3 12 0", C.rust, 3), poly("50,100 64,106 78,100 78,114 64,108 50,114", C.rust));
export const avatarLayla = () => portrait(C.coral, C.teal, "#d9a67c", path("M24 104Q18 10 64 10t40 94Q84 120 64 120T24 104Z", C.teal), path("M42 52q0-26 22-26t22 26q0 32-22 36Q42 84 42 52Z", "#d9a67c"), path("M40 50Q44 24 64 24t24 26Q80 32 64 32T40 50Z", C.deep), look(), stroke("M30 100Q64 124 100 92", C.deep, 3, 'opacity=".5"'));
export const avatarKwame = () => portrait(C.leaf, C.cream, "#5d3a28", face("#5d3a28"), path("M36 46q-4-32 28-32t28 32q-2-14-8-16H44q-6 2-8 16Z", "#171211"), look("#160c08"), stroke("M54 74q10 8 20 0", C.cream, 3), path("M46 94l18 14 18-14 6 6-24 20-24-20Z", C.teal));
export const avatarPetra = () => portrait(C.plum, C.ink, "#edc4a0", path("M32 72Q26 14 64 14t32 58Q98 80 88 78V48H40v30Q30 80 32 72Z", "#2a1d22"), face("#edc4a0"), path("M36 46Q38 18 64 18t28 28H36Z", "#2a1d22"), look(), stroke("M57 75q7 4 14 0", C.rust, 4), disc(36, 78, 4, C.gold), disc(92, 78, 4, C.gold));
export const avatarAnselm = () => portrait(C.steel, C.night, "#c98f68", face("#c98f68"), path("M34 50Q34 16 62 16q34-2 32 34-6-4-8-16-20 6-40-2-8 6-12 18Z", C.bark), look(), stroke("M54 67q10-6 20 0", C.bark, 5), poly("52,94 64,104 76,94 72,128 56,128", C.white), poly("60,102 68,102 72,128 56,128", C.rust));

// ---- the spot and the marks

export function spot() {
  const roll = dice(970);
  return svg(970, 250, [
    wash("s", ["#12293b", "#1f5566", "#2f7f82"], 0, 250, 0, 970), `<clipPath id="c"><rect width="970" height="250"/></clipPath><g clip-path="url(#c)">`, stars(roll, 36, 110).replace(/M(\d+) /g, (_, x) => `M${480 + Math.round(x * 0.4)} `),
    disc(640, 150, 24, C.cream) + disc(651, 144, 21, "#236170"), poly("776,84 520,26 520,112", "#ffe7ac", 'opacity=".22"'),
    ridge(dice(11), 196, 40, 210, "#1a4655", 250), swell(196, 7, 150, "#2a6f77"),
    at(776, 196, path("M-24 0L-14-96h28L24 0Z", C.white) + path("M-20-38L-17-68h34l3 30Z", C.rust) + rect(-20, -104, 40, 9, C.ink) + rect(-11, -124, 22, 20, "#ffe7ac") + path("M-15-124q15-20 30 0Z", C.rust)), path("M700 206q40-22 90-16t96 22Z", C.ink), swell(214, 7, 170, "#1f5566", 40), swell(234, 6, 150, "#163b4d", 90), glints(roll, 16, 420, 960, 200, 246, C.foam, 'opacity=".5"'), "</g>",
    at(872, 128, rect(-58, -82, 116, 164, C.ink, 'opacity=".35" transform="translate(6 8)"') + rect(-58, -82, 116, 164, C.rust, 'rx="3"') + rect(-58, -82, 12, 164, "#8f3a28") + rect(-36, -64, 84, 50, C.cream) + stroke("M-30-38q10-16 20 0t20 0 20 0 14-4", C.teal, 4) + text(6, 18, "2027", 30, C.cream, 'text-anchor="middle"') + stroke("M-26 34H38M-16 46H28", C.gold, 3), 1, 5),
    text(44, 84, "Every tide. Every sailing.", 38, C.cream) + text(44, 128, "Every moon.", 38, C.gold) + text(44, 166, "The Lantern Almanac 2027", 23, C.cream) + text(44, 191, "In bookshops from 1 December, 24 crowns", 18, C.foam),
  ].join(""));
}

const lantern = stroke("M-16-40a16 16 0 0 1 32 0", C.gold, 5) + path("M-26-34h52l6 10h-64Z", C.gold) + rect(-24, -24, 48, 50, "#ffe3a1") + stroke("M-24-24v50M24-24v50M-8-24v50M8-24v50", C.gold, 4) + path("M0-14q14 16 0 32q-14-16 0-32Z", C.coral) + rect(-32, 26, 64, 10, C.gold, 'rx="2"');
export const favicon = () => svg(64, 64, rect(0, 0, 64, 64, C.deep, 'rx="14"') + at(32, 34.5, lantern, 0.62));
export const masthead = () => svg(512, 512, rect(0, 0, 512, 512, C.deep) + disc(256, 262, 190, C.gold, 'opacity=".14"') + disc(256, 262, 130, C.gold, 'opacity=".18"') + at(256, 276, lantern, 4) + path("M0 440q64-24 128 0t128 0 128 0 128 0V512H0Z", C.teal) + path("M0 470q64-20 128 0t128 0 128 0 128 0V512H0Z", C.foam, 'opacity=".5"'));
