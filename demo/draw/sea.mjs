// Scenes with salt water in them.

import { C, at, cloud, define, dice, disc, glints, group, gull, many, n, oval, panes, path, poly, rect, ridge, scene, stars, stroke, swell, use, wash } from "./kit.mjs";

const smallBoat = (hull, cabin) => path("M-62 0h124l-20 30h-86Z", hull) + rect(-26, -28, 44, 28, cabin) + rect(-18, -21, 12, 11, C.gold) + rect(0, -21, 12, 11, C.gold) + stroke("M30 0V-62", C.bark, 4);

export function harbourNight() {
  const roll = dice(7);
  const lamps = [70, 205, 340, 475, 610, 745, 880, 1015, 1150];
  const windows = [];
  const houses = many(22, (i) => {
    const x = i * 56 - 10, h = roll(70, 165), y = 392 - h, w = 56;
    const tone = [C.deep, C.slate, C.plum, C.night][Math.floor(roll(0, 4))];
    windows.push(...[0, 1, 2].filter(() => roll() > 0.5).map((k) => [x + 12 + (k % 2) * 20, y + 18 + k * 26]));
    return rect(x, y, w, h, tone) + (roll() > 0.45 ? poly(`${x},${n(y)} ${x + w / 2},${n(y - 32)} ${x + w},${n(y)}`, C.ink) : "");
  }) + panes(windows, 11, 15, C.gold, 'opacity=".75"');
  const lamp = disc(0, 330, 40, C.gold, 'opacity=".16"') + stroke("M0 394V338", C.ink, 5) + disc(0, 330, 10, "#ffe3a1") + rect(-5, 424, 10, 150, "#ffd88a", 'opacity=".28" rx="5"') + rect(-9, 450, 18, 40, "#ffd88a", 'opacity=".22" rx="8"');
  return scene(
    wash("s", ["#1d3a57", "#5b4a72", "#d98568", "#f0bd7c"], 0, 400), stars(roll, 40, 150),
    houses, rect(0, 392, 1200, 24, C.ink),
    wash("w", ["#7a5a68", "#234c61", "#14303f"], 416, 259),
    define("lamp", lamp), ...lamps.map((x) => use("lamp", x, 0)),
    glints(roll, 46, 0, 1200, 425, 670, "#f3c98d", 'opacity=".35"'),
    at(255, 560, smallBoat(C.rust, C.cream), 1.5), at(655, 520, smallBoat(C.teal, C.sand), 1.05), at(985, 596, smallBoat(C.ink, C.coral), 1.8),
  );
}

export function tideGauge() {
  const roll = dice(12);
  let d = "";
  for (let x = 0; x <= 1200; x += 12) d += `${x ? "L" : "M"}${x} ${n(225 - (60 + x / 14) * Math.sin(x / 44))}`;
  const bands = many(13, (i) => rect(790, 120 + i * 38, 74, 38, i % 2 ? C.cream : C.rust) + rect(864, 138 + i * 38, i % 2 ? 14 : 26, 4, C.ink));
  return scene(
    wash("s", ["#d9e4dd", "#f5ead3"], 0, 460),
    many(9, (i) => rect(0, 65 + i * 44, 1200, 1.5, C.steel, 'opacity=".35"')), many(8, (i) => rect(75 + i * 150, 0, 1.5, 460, C.steel, 'opacity=".35"')),
    stroke(d, C.coral, 7), disc(691, 225 - (60 + 691 / 14) * Math.sin(691 / 44), 13, C.rust),
    ridge(dice(5), 430, 60, 200, C.steel, 470),
    swell(440, 8, 180, C.sea), bands, rect(784, 108, 86, 14, C.ink, 'rx="4"'),
    swell(486, 10, 220, C.teal, 60, 'opacity=".9"'), swell(552, 12, 260, C.deep, 20, 'opacity=".9"'), swell(622, 12, 240, C.night),
    glints(roll, 40, 0, 1200, 455, 660, C.foam, 'opacity=".55"'),
    stroke("M770 498q55 14 112 0", C.foam, 4), gull(420, 110, 26, C.slate), gull(500, 80, 18, C.slate), oval(827, 100, 20, 13, C.white) + disc(845, 88, 9, C.white) + poly("852,87 864,90 852,92", C.gold) + poly("792,96 812,92 812,106", C.steel),
  );
}

export function eelgrass() {
  const roll = dice(31);
  const blade = (x, h, lean, colour, w) => path(`M${n(x)} 675C${n(x + lean * 0.2)} ${n(675 - h * 0.5)} ${n(x - lean * 0.4)} ${n(675 - h * 0.7)} ${n(x + lean)} ${n(675 - h)}C${n(x + w)} ${n(675 - h * 0.65)} ${n(x + w + lean * 0.3)} ${n(675 - h * 0.4)} ${n(x + w)} 675Z`, colour);
  const bed = (count, low, high, colour, w) => many(count, (i) => blade((i + roll()) * 1220 / count - 10, roll(low, high), roll(-50, 70), colour, w));
  const fish = (x, y, s) => at(x, y, oval(0, 0, 30, 11, C.mist) + poly("-26,0 -44,-12 -44,12", C.steel) + disc(17, -2, 3, C.ink) + stroke("M-14 4q14 5 26 0", C.white, 2), s);
  return scene(
    wash("w", ["#bfe0d0", "#5aa5a0", "#1f6570", "#154552"]),
    group(many(6, (i) => poly(`${120 + i * 190},0 ${190 + i * 190},0 ${90 + i * 170},675 ${-60 + i * 170},675`, C.white)), 'opacity=".1"'),
    path("M330 0h420c-24 66-90 104-210 104S354 66 330 0Z", C.rust), path("M330 0h420l-6 24H336Z", C.cream), path("M700 40l56 70-40 8-52-48Z", C.bark),
    bed(26, 170, 300, "#2d6d63", 16), fish(260, 300, 1.2), fish(330, 342, 1), fish(210, 356, 0.9), fish(820, 262, 1.3), fish(905, 300, 1), fish(858, 332, 0.8),
    bed(24, 210, 390, "#4c8a5e", 18), fish(560, 420, 1.5), fish(650, 462, 1.1), bed(20, 120, 300, C.leaf, 20),
    path("M0 675V640q200-30 420-8t420-6 360 4V675Z", C.sand),
    many(16, () => disc(roll(380, 700), roll(110, 270), roll(3, 8), C.white, 'opacity=".5"')),
  );
}

export function fogBuoy() {
  return scene(
    wash("s", ["#aebfc4", "#d6dedb", "#c3d0d2"]),
    disc(870, 190, 62, C.white, 'opacity=".55"'),
    ridge(dice(4), 330, 130, 240, "#9fb3ba", 480), rect(0, 300, 1200, 60, "#d6dedb", 'opacity=".6"'), ridge(dice(9), 400, 90, 300, "#8ba3ac", 480), rect(0, 372, 1200, 60, "#d6dedb", 'opacity=".55"'),
    swell(440, 8, 200, "#8fa9b0"), swell(480, 12, 260, "#708f99", 80),
    at(520, 482, [path("M-70 40h140l-22 54h-96Z", C.rust), oval(0, 40, 70, 16, C.coral), stroke("M-52 36L-22-190M52 36L22-190M-40-50h80M-32-120h64", C.rust, 9), path("M-16-136q16-18 32 0q2 34 14 46h-60q12-12 14-46Z", C.gold), disc(0, -84, 7, C.bark), rect(-26, -206, 52, 16, C.rust), disc(0, -222, 15, "#ffe3a1"), disc(0, -222, 60, C.white, 'opacity=".35"')].join(""), 1.15, 8),
    swell(592, 12, 240, "#557782", 30), swell(636, 12, 300, "#3f626f", 120),
    many(3, (i) => stroke(`M${690 + i * 44} ${250 - i * 26}q${46 + i * 12} ${80 + i * 22} 0 ${160 + i * 46}`, C.white, 5, `opacity="${n(0.8 - i * 0.2)}"`)),
    rect(0, 520, 1200, 30, C.white, 'opacity=".18"'), gull(250, 210, 24, C.slate),
  );
}

export function whaleStrait() {
  const roll = dice(2);
  return scene(
    wash("s", ["#8fb9c4", "#f5ead3"], 0, 400), disc(930, 150, 56, C.white, 'opacity=".8"'),
    path("M0 400V150q70-50 130 10t150 60 90 180Z", C.slate), path("M0 400V240q60-30 120 30t150 130Z", C.deep), path("M1200 400V110q-90 0-130 70t-120 60-120 160Z", C.slate), path("M1200 400V230q-80 10-120 70t-150 100Z", C.deep),
    wash("w", ["#9cc5bf", "#3b8387", "#1d4c60"], 396, 279),
    at(690, 372, path("M-150 0h300l-26 40h-250Z", C.rust) + rect(-150, -6, 300, 8, C.cream) + rect(-130, -66, 46, 60, C.cream) + rect(-122, -58, 30, 8, C.ink) + rect(-116, -92, 16, 26, C.gold) + many(7, (i) => rect(-70 + i * 28, -34, 26, 28, [C.teal, C.gold, C.coral, C.steel][i % 4])) + many(5, (i) => rect(-42 + i * 28, -60, 26, 26, [C.coral, C.deep, C.sand][i % 3])), 0.8),
    glints(roll, 50, 0, 1200, 415, 660, C.white, 'opacity=".45"'),
    at(390, 540, path("M-26 60C-18-10-22-46-34-80C-90-86-150-116-176-170C-116-176-50-166 0-122C50-166 116-176 176-170C150-116 90-86 34-80C22-46 18-10 26 60Z", C.ink) + stroke("M0-112V40", C.night, 5) + stroke("M-150-156q60 4 120 52M150-156q-60 4-120 52", C.slate, 4) + many(6, (i) => disc(-120 + i * 48, -70 + (i % 3) * 26, 5, C.white, 'opacity=".8"')), 1.15),
    oval(390, 612, 150, 20, C.foam, 'opacity=".7"'), oval(390, 614, 92, 11, C.white, 'opacity=".8"'), swell(640, 8, 240, "#1a4255"), gull(560, 130, 22), gull(610, 160, 16),
  );
}

export function storm() {
  const roll = dice(77);
  const bank = (y, size, fill) => many(7, (i) => cloud(i * 200 + roll(-40, 40), y + roll(-25, 25), size * roll(0.9, 1.25), fill));
  const palm = (x, y, s, turn) => at(x, y, stroke("M0 0Q26-70 64-130", C.bark, 11) + many(6, (i) => stroke(`M64-130q${60 + i * 4} ${-46 + i * 22} ${104 - i * 8} ${-12 + i * 28}`, C.ink, 10)), s, turn);
  return scene(
    wash("s", ["#26303f", "#49566a", "#a59a8c", "#dcb98a"], 0, 450),
    bank(60, 1.9, "#1c2735"), bank(165, 1.6, "#2c3b4d"), bank(255, 1.25, "#46586a"),
    poly("925,262 880,352 914,352 868,446 978,330 936,330 982,262", "#ffe9b0"),
    swell(440, 16, 260, "#3d6472"),
    path("M250 470q90-100 230-104t190 46 170 58Z", C.ink), at(400, 386, rect(-46, -52, 92, 56, C.cream) + poly("-60,-50 0,-96 60,-50", C.rust) + rect(-12, -38, 26, 26, C.gold) + disc(1, -25, 40, C.gold, 'opacity=".2"')),
    palm(560, 386, 1.05, 2), palm(640, 412, 0.8, 8),
    group(many(80, () => { const x = roll(-60, 1260), y = roll(150, 620); return `<path d="M${Math.round(x)} ${Math.round(y)}l-22 50"/>`; }), `stroke="${C.mist}" stroke-width="3" opacity=".45"`),
    swell(490, 26, 300, "#2b5262", 60), stroke("M-20 508q60-34 130-4M330 500q80-40 150-2M770 505q80-40 160 0", C.foam, 6, 'opacity=".8"'), swell(560, 30, 340, "#1e4152", 180), stroke("M150 566q90-44 180 0M600 560q80-44 170 2M980 566q80-40 150 0", C.foam, 7, 'opacity=".8"'), swell(635, 22, 280, "#152f3e"),
  );
}

export function dhow() {
  const roll = dice(41);
  const town = many(20, (i) => { const x = i * 62 - 10, h = roll(40, 120); return rect(x, 408 - h, 60, h, [C.cream, "#ead9bd", "#f8f0df"][i % 3]) + (i % 4 === 1 ? path(`M${x + 8} ${n(408 - h)}a22 22 0 0 1 44 0Z`, C.teal) : "") + many(2, (k) => path(`M${x + 12 + k * 24} ${n(440 - h)}v-14a6 6 0 0 1 12 0v14Z`, C.plum, 'opacity=".6"')); });
  return scene(
    wash("s", ["#7b4f67", "#d5705d", "#f3b56a", "#f9dca0"], 0, 410), disc(860, 300, 78, "#fff0c4"), disc(860, 300, 120, "#fff0c4", 'opacity=".25"'),
    ridge(dice(3), 330, 130, 260, "#a04e52", 410), ridge(dice(8), 372, 80, 180, "#84414f", 410), town,
    rect(968, 232, 26, 176, C.cream) + path("M962 232a19 26 0 0 1 38 0Z", C.teal) + rect(962, 270, 38, 7, C.sand),
    wash("w", ["#e79a68", "#7d6a70", "#27566a", "#173a4c"], 408, 267), glints(roll, 44, 700, 1020, 415, 660, "#ffe3a1", 'opacity=".6"'), glints(roll, 36, 0, 1200, 430, 670, C.sand, 'opacity=".3"'),
    at(470, 560, path("M-260-30C-160 8 110 14 252-62C236 20 170 64 90 68H-170C-216 60-246 20-260-30Z", C.wood) + stroke("M-256-26C-156 12 112 18 250-56M-236 14C-120 46 120 44 214-8", C.bark, 5) + path("M-258-60h78v52q-50-10-78-24Z", C.bark) + stroke("M-10 8L30-330", C.bark, 11) + stroke("M-170-190L190-430", C.bark, 8) + path("M-166-188Q70-240 186-424Q220-200 120-36Q0-90-166-188Z", C.cream) + stroke("M-60-222Q40-130 70-58M70-300Q150-190 160-110", C.sand, 4) + disc(-60, -6, 12, C.ink) + rect(-72, 4, 24, 20, C.teal) + disc(70, -8, 12, C.ink) + rect(58, 2, 24, 20, C.coral), 0.98),
    swell(622, 8, 240, "#173a4c", 40), gull(210, 150, 24, C.plum), gull(270, 120, 16, C.plum),
  );
}

export function ferry() {
  const roll = dice(19);
  return scene(
    wash("s", ["#a9cfd3", "#e8ede0"], 0, 410), cloud(260, 150, 1.2, C.white, 'opacity=".8"'), cloud(960, 110, 0.9, C.white, 'opacity=".7"'),
    ridge(dice(14), 395, 90, 300, "#8fb0a9", 420), ridge(dice(21), 408, 50, 170, "#6d9488", 420),
    wash("w", ["#84bdb6", "#2f7f82", "#1b5565"], 410, 265), glints(roll, 60, 0, 1200, 425, 665, C.white, 'opacity=".45"'),
    at(600, 470, [path("M-430-20h860l-62 86h-736Z", C.deep), path("M-430-20h860l-14 20h-832Z", C.teal), rect(-372, -92, 744, 74, C.white), many(15, (i) => rect(-346 + i * 47, -72, 30, 26, C.night, 'rx="4"')), rect(-290, -150, 580, 58, C.cream), many(12, (i) => rect(-268 + i * 46, -132, 28, 22, C.slate, 'rx="4"')), rect(-292, -158, 584, 9, C.teal), path("M-110-158l14-58h192l14 58Z", C.white), path("M-84-206h168l8 24H-92Z", C.night), rect(-130, -222, 260, 8, C.teal), stroke("M0-222V-300M-34-280H34", C.slate, 5), poly("0,-300 36,-290 0,-278", C.gold), path("M-372-92l-40 72h40ZM372-92l40 72h-40Z", C.steel), path("M170-158v-50h44v50Z", C.gold) + poly("198,-202 180,-178 192,-178 184,-160 206,-186 194,-186", C.ink)].join("")),
    path("M150 540q-60 8-150 4v18q120 6 220-6ZM1040 536q80 14 160 6v20q-110 4-200-10Z", C.white, 'opacity=".6"'), swell(560, 10, 260, "#256d76", 90, 'opacity=".75"'), swell(620, 12, 300, "#1b5565", 10), gull(330, 230, 28), gull(400, 200, 20), gull(880, 250, 24),
  );
}

export function dredger() {
  const roll = dice(23);
  // The two reporters: boots, a long coat, a head, a hat.
  const walker = (x, y, size, coat, hat) => at(x, y, stroke("M-9 0L-12 42M9 0L14 42", C.bark, 13) + path("M-26 14L-20-66Q0-84 20-66L26 14Z", coat) + stroke("M18-58L34-22", coat, 13) + disc(35, -18, 7, "#dfae7c") + disc(0, -92, 16, "#dfae7c") + path("M-18-94a18 18 0 0 1 36 0Z", hat) + rect(-22, -97, 44, 6, hat, 'rx="3"'), size);
  return scene(
    wash("s", ["#b9c3bd", "#ecd9b4"], 0, 400), cloud(900, 120, 1.3, C.white, 'opacity=".5"'), ridge(dice(6), 385, 40, 260, C.steel, 420),
    wash("w", ["#a9b59d", "#6d9488", "#3f6f72"], 396, 279),
    path("M-20 470q180-60 380-26t260 34H-20Z", C.sand), path("M1220 520q-240-70-420-34t-210 40h630Z", "#d9bd88"),
    at(560, 430, [path("M-330-40h640l-30 92h-580Z", C.rust), rect(-330, -48, 640, 12, C.cream), rect(150, -150, 120, 104, C.cream), many(3, (i) => rect(164 + i * 34, -132, 24, 24, C.slate)), rect(140, -160, 140, 12, C.bark), rect(80, -214, 40, 168, C.ink), rect(80, -200, 40, 20, C.gold), stroke("M-150-44L-96-262L-36-44M-128-130h62", C.bark, 10), stroke("M-300 60L-90-244", C.bark, 26), many(9, (i) => at(-300 + i * 25, 40 - i * 36, path("M-22-14h34l-8 28h-22Z", i % 2 ? C.gold : C.sand))), stroke("M-96-262L230-160", C.slate, 4), many(4, (i) => disc(-20 + i * 40, 8, 9, C.bark))].join("")),
    glints(roll, 36, 0, 1200, 440, 660, C.cream, 'opacity=".5"'),
    path("M-20 675V600q240-56 520-20t430 10 290-20V675Z", C.sand), path("M-20 675V640q300-40 620-8t620-14V675Z", "#cfae74"),
    walker(870, 600, 1.05, C.ink, C.rust) + stroke("M908 470V640", C.rust, 6) + many(5, (i) => rect(905, 478 + i * 34, 6, 16, C.white)), walker(970, 606, 0.86, C.plum, C.gold),
    many(7, (i) => oval(690 + i * 22 - (i % 2) * 10, 644 + i % 2 * 8, 7, 3, "#b28f59")), gull(220, 210, 24, C.slate), gull(290, 180, 16, C.slate),
  );
}

export function lighthouse() {
  const roll = dice(55);
  return scene(
    wash("s", ["#10263a", "#1e4660", "#4f7c86"], 0, 470), stars(roll, 70, 330), disc(190, 130, 42, C.cream), disc(208, 120, 38, "#163048"),
    poly("700,176 1240,20 1240,190", "#ffe7ac", 'opacity=".5"'), poly("700,176 1240,60 1240,150", "#fff3cf", 'opacity=".5"'), poly("700,176 -40,250 -40,380", "#ffe7ac", 'opacity=".22"'),
    swell(455, 8, 220, "#2e6675"),
    path("M420 520q40-70 130-84t120-20 120 10 90 40 60 54Z", C.ink), path("M500 520q60-54 150-50t210 50Z", "#1d3a4d"),
    at(700, 440, [path("M-62 0L-40-220h80L62 0Z", C.white), path("M-54-80L-47-150h94l7 70Z", C.rust), path("M20 0l18-220h2L62 0Z", C.steel, 'opacity=".45"'), rect(-56, -232, 112, 14, C.ink), rect(-30, -288, 60, 56, "#ffe7ac"), stroke("M-15-286v54M15-286v54", C.ink, 4), path("M-40-288Q0-346 40-288Z", C.rust), disc(0, -324, 7, C.ink), path("M-16 0v-34a16 16 0 0 1 32 0V0Z", C.bark), rect(-8, -190, 16, 22, C.night), rect(-9, -66, 16, 22, C.gold), disc(0, -262, 80, "#fff3cf", 'opacity=".25"')].join("")),
    at(830, 452, rect(-50, -44, 100, 50, C.cream) + poly("-60,-42 0,-78 60,-42", C.plum) + rect(-28, -30, 20, 20, C.gold) + rect(10, -30, 20, 20, C.gold)),
    swell(520, 12, 260, "#215262", 40), stroke("M430 516q50-24 100 0M830 518q60-26 130 0", C.foam, 5), swell(585, 14, 320, "#183f50", 160), swell(640, 12, 260, "#12293b"), glints(roll, 34, 0, 1200, 470, 660, C.foam, 'opacity=".3"'),
  );
}

export function regatta() {
  const roll = dice(66);
  // Everything but the hull is the same for all five.
  const wake = path("M-205-6Q-470-34-620-60Q-470-14-205 6Q-470 26-620 60Q-470 36-205 12Z", C.white, 'opacity=".28"') + many(3, (i) => stroke(`M${-70 + i * 64} 0l-26-74M${-38 + i * 64} 0l-26 74`, C.sand, 4.5) + oval(-98 + i * 64, -78, 15, 5, C.cream) + oval(-66 + i * 64, 78, 15, 5, C.cream) + disc(-98 + i * 64, -80, 13, C.white, 'opacity=".25"') + disc(-66 + i * 64, 80, 13, C.white, 'opacity=".25"'));
  const crew = path("M-154-9Q20-24 160 0Q20 24-154 9Z", C.bark) + many(6, (i) => oval(-70 + i * 32, 0, 10, 13, i % 2 ? C.cream : C.mist) + disc(-73 + i * 32, 0, 7, [C.ink, C.wood, C.gold][i % 3])) + disc(-132, 0, 9, C.rust);
  const gig = (x, y, colour) => at(x, y, use("wake", 0, 0) + path("M-170-15Q20-34 190 0Q20 34-170 15Z", colour) + use("crew", 0, 0), 0.72);
  return scene(
    wash("w", ["#2a6f77", "#1d5464", "#173f52"]), define("wake", wake), define("crew", crew),
    group(many(60, () => `<path d="M${Math.round(roll(0, 1200))} ${Math.round(roll(0, 675))}q16-9 32 0t32 0"/>`), `fill="none" stroke="${C.sea}" stroke-width="3" opacity=".5"`),
    group(gig(560, 92, C.coral) + gig(830, 214, C.gold) + gig(690, 338, C.cream) + gig(930, 462, C.teal) + gig(500, 582, C.rust), 'transform="rotate(-4 600 337)"'),
    disc(1110, 330, 20, C.gold) + disc(1110, 330, 10, C.rust) + stroke("M1090 352q20 12 42 0", C.foam, 3),
  );
}

export function swimmers() {
  const roll = dice(71);
  const head = (x, y, s, cap, skin, arm) => at(x, y, (arm ? stroke("M-34 42L-84-34L-134 40", skin, 19) : "") + oval(0, 44, 78, 14, C.foam, 'opacity=".7"') + path("M-36 0a36 40 0 0 1 72 0q0 40-16 46h-40q-16-6-16-46Z", skin) + path("M-38 2a38 44 0 0 1 76 0Z", cap) + stroke("M-38 2h76", C.white, 5, 'opacity=".6"') + rect(-28, 8, 24, 13, C.ink, 'rx="6"') + rect(4, 8, 24, 13, C.ink, 'rx="6"'), s);
  return scene(
    wash("s", ["#5f86a0", "#e9a988", "#f8d79a"], 0, 330), disc(760, 318, 84, "#fff0c4"), ridge(dice(17), 322, 60, 240, C.plum, 340),
    at(160, 300, rect(-3, -80, 6, 100, C.ink) + disc(0, -84, 9, C.gold)) + at(290, 306, rect(-3, -70, 6, 90, C.ink) + disc(0, -74, 8, C.gold)) + at(400, 310, rect(-3, -60, 6, 80, C.ink) + disc(0, -64, 7, C.gold)),
    wash("w", ["#f0b98d", "#6f9fa8", "#2a6577", "#173f55"], 324, 351), glints(roll, 46, 640, 880, 330, 640, "#fff0c4", 'opacity=".6"'),
    head(420, 392, 0.6, C.coral, "#c68b63"), head(1000, 398, 0.62, C.gold, "#7b4b34"), head(590, 420, 0.7, C.cream, "#e6b48f"), swell(462, 12, 260, "#4e8793", 40, 'opacity=".8"'),
    head(250, 492, 1, "#2f6fb0", "#8a5a3c", true), head(850, 500, 1.08, C.rust, "#edc4a0", false), swell(566, 14, 320, "#2a6577", 120, 'opacity=".88"'),
    head(560, 560, 1.35, "#2f6fb0", "#d79f77", true), swell(636, 16, 280, "#173f55", 10),
  );
}

export function teaRail() {
  return scene(
    wash("s", ["#b9d6d6", "#f3e7cb"], 0, 380), cloud(900, 120, 1.1, C.white, 'opacity=".75"'), ridge(dice(28), 372, 70, 220, "#83a79f", 390),
    wash("w", ["#8fc2ba", "#39858a"], 376, 200), glints(dice(5), 40, 0, 1200, 386, 500, C.white, 'opacity=".55"'), at(300, 380, path("M-44 0h88l-14 18h-60Z", C.ink) + path("M0-4V-70L40-8Z", C.cream) + path("M-6-4V-56L-30-8Z", C.coral)),
    rect(0, 500, 1200, 60, C.wood) + rect(0, 500, 1200, 12, "#a9744f") + rect(0, 560, 1200, 8, C.bark), rect(0, 568, 1200, 107, C.night), many(9, (i) => rect(70 + i * 140, 568, 14, 107, C.cream)), rect(0, 636, 1200, 10, C.cream),
    at(760, 500, [oval(0, 0, 150, 16, C.cream), path("M-96-130H96Q96-10 40-4H-40Q-96-10-96-130Z", C.white), path("M92-110q66-6 58 42t-78 36", "none", `stroke="${C.white}" stroke-width="16"`), oval(0, -130, 96, 18, C.sand), oval(0, -129, 82, 12, C.wood), path("M-92-96H92q-1 22-4 34H-88q-3-12-4-34Z", C.teal), many(3, (i) => stroke(`M${-40 + i * 40}-160q-24-34 0-64t0-60`, C.white, 7, 'opacity=".75"'))].join("")),
    at(390, 486, path("M-190 14V-34L150-56Q176-30 150 14Z", C.cream) + path("M-190-34L150-56l4 16L-190-16Z", C.white) + stroke("M-170-2h300M-170 6h300", C.steel, 3) + rect(-160, -14, 90, 8, C.ink, 'transform="rotate(-3)"')), gull(560, 190, 26, C.slate), gull(630, 160, 18, C.slate),
  );
}

export function libraryBoat() {
  const roll = dice(90);
  const books = (x0, x1, y, h) => { let out = "", x = x0; while (x < x1 - 14) { const w = roll(9, 17), tall = roll(h * 0.7, h); out += rect(x, y - tall, w, tall, [C.rust, C.gold, C.teal, C.plum, C.cream, C.moss][Math.floor(roll(0, 6))]); x += w + 1.5; } return out; };
  return scene(
    wash("s", ["#a8cdd0", "#f5ead3"], 0, 420), cloud(880, 130, 1.2, C.white, 'opacity=".8"'), ridge(dice(33), 410, 120, 280, C.leaf, 430), at(990, 390, rect(-34, -30, 68, 36, C.white) + poly("-42,-28 0,-58 42,-28", C.rust)) + at(1080, 396, rect(-28, -26, 56, 32, C.cream) + poly("-36,-24 0,-50 36,-24", C.slate)),
    wash("w", ["#8fc2ba", "#2f7f82", "#1d5564"], 420, 255), glints(roll, 46, 0, 1200, 430, 660, C.white, 'opacity=".45"'),
    at(560, 490, [path("M-360-50h700q-30 130-110 150h-480q-80-20-110-150Z", "#2f6f9a"), path("M-360-50h700l-6 24h-688Z", C.cream), rect(-240, -250, 440, 200, C.wood), rect(-226, -238, 412, 84, C.bark), books(-220, 182, -156, 72), rect(-226, -146, 412, 92, C.bark), books(-220, 182, -57, 82), rect(-262, -268, 484, 20, C.rust), rect(236, -130, 60, 80, C.cream) + disc(266, -100, 17, C.night), stroke("M-300-50V-230", C.bark, 8), poly("-300,-230 -366,-212 -300,-192", C.gold), path("M-90-10h160", "none")].join("")),
    swell(592, 10, 240, "#26707a", 40), path("M900 675V520h300V675Z", C.steel), rect(890, 508, 320, 22, C.mist), many(9, (i) => rect(905 + (i % 3) * 100, 545 + Math.floor(i / 3) * 44, 84, 34, C.slate, 'rx="5" opacity=".5"')), stroke("M870 470Q900 520 950 508", C.sand, 6), rect(940, 476, 22, 34, C.ink, 'rx="5"'), gull(250, 160, 26, C.slate),
  );
}
