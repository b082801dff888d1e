// Scenes in the city: halls, workshops, tables.

import { C, at, cloud, define, dice, disc, dots, glints, group, gull, list, many, n, oval, path, poly, rect, scene, stroke, text, use, wash } from "./kit.mjs";

export function cannery() {
  const tin = (x, y) => at(x, y, rect(-66, -40, 132, 44, C.teal) + oval(0, -40, 66, 17, C.mist) + oval(0, -40, 54, 12, C.steel) + path("M-66 4a66 17 0 0 0 132 0v-9a66 17 0 0 1-132 0Z", C.mist) + path("M-34-14q30-20 60 0q-30 20-60 0ZM20-14l20-12v24Z", C.cream) + disc(-20, -16, 3, C.ink));
  return scene(
    wash("s", ["#c2d2cf", "#f2dfb6"], 0, 520), cloud(980, 110, 0.9, C.white, 'opacity=".6"'),
    rect(905, 96, 70, 400, "#9a4a38"), rect(897, 84, 86, 22, C.bark), rect(905, 150, 70, 22, C.cream), rect(952, 96, 23, 400, C.bark, 'opacity=".35"'), at(938, 70, oval(0, 0, 22, 13, C.white) + disc(19, -12, 9, C.white) + poly("27,-14 40,-10 27,-7", C.gold) + poly("-38,-4 -16,-8 -16,6", C.steel) + stroke("M-4 12v8M6 12v8", C.gold, 3)),
    many(5, (i) => poly(`${90 + i * 160},300 ${90 + i * 160},200 ${250 + i * 160},300`, "#7c3a2d") + poly(`${90 + i * 160},206 ${98 + i * 160},300 ${90 + i * 160},300`, C.mist)), rect(90, 298, 800, 220, C.rust), rect(890, 360, 230, 158, "#9a4a38"), rect(880, 346, 250, 18, C.bark),
    many(9, (i) => rect(124 + i * 84, 338, 52, 78, C.night) + stroke(`M${150 + i * 84} 338v78M${124 + i * 84} 364h52M${124 + i * 84} 390h52`, C.steel, 4)), rect(240, 446, 100, 72, C.bark), rect(600, 446, 100, 72, C.bark), many(2, (i) => rect(930 + i * 90, 396, 54, 54, "#ffdf9c")),
    rect(0, 516, 1200, 24, C.steel), wash("w", ["#5d9a98", "#1f5566"], 540, 135), glints(dice(3), 40, 0, 760, 550, 660, C.foam, 'opacity=".55"'),
    path("M740 675V574h460V675Z", C.slate), rect(730, 562, 480, 16, C.mist), tin(860, 562), tin(1000, 562), tin(1136, 562), tin(930, 514), tin(1068, 514), tin(1000, 466),
  );
}

export function fishMarket() {
  const roll = dice(211);
  const tones = [C.steel, "#9fb8bf", C.slate, C.coral];
  const fish = (tone) => path("M-46 0Q-10-22 40 0Q-10 22-46 0ZM-40 0l-22-14v28Z", tone) + stroke("M-30-3Q0-11 28-3", C.white, 2.5) + disc(28, -2, 3, C.ink);
  const crate = (x, y, w) => path(`M${x} ${y}h${w}l14 74h-${w + 28}Z`, C.wood) + path(`M${x + 8} ${y - 4}h${w - 16}v14h-${w - 16}Z`, C.white) + many(4, (i) => at(x + 44 + i * (w - 80) / 3, y + roll(-8, 2), `<use href="#fish${Math.floor(roll(0, 3.4))}"/>`, 1, Math.round(roll(-14, 14)))) + stroke(`M${x - 8} ${y + 40}h${w + 16}`, C.bark, 4);
  const lamp = (x, y) => stroke(`M${x} 60V${y - 24}`, C.ink, 4) + path(`M${x - 42} ${y}q6-34 42-34t42 34Z`, C.ink) + disc(x, y + 3, 13, "#ffe3a1") + poly(`${x - 38},${y} ${x + 38},${y} ${x + 130},${y + 260} ${x - 130},${y + 260}`, "#ffe3a1", 'opacity=".16"');
  const awning = (x, a) => many(6, (i) => path(`M${x + i * 34} 250h34v52a17 17 0 0 1-34 0Z`, i % 2 ? C.cream : a)) + rect(x - 4, 240, 212, 14, C.bark);
  const buyer = (x, coat, hat, skin) => at(x, 470, path("M-40 60V-50q0-40 40-40t40 40V60Z", coat) + disc(0, -112, 26, skin) + path("M-30-116h60v-8q-4-26-30-26t-30 26Z", hat));
  return scene(
    ...tones.map((tone, i) => define(`fish${i}`, fish(tone))), wash("s", ["#2a4a58", "#3f6c70"]), group(many(7, (i) => `<path d="M${i * 200} 0V130Q${i * 200 + 100} 20 ${i * 200 + 200} 130"/>`), `fill="none" stroke="${C.ink}" stroke-width="12"`), rect(0, 128, 1200, 12, C.ink), many(12, (i) => rect(14 + i * 100, 150, 72, 70, "#8fb9b8", 'opacity=".5"')), many(7, (i) => rect(i * 200 - 9, 120, 18, 360, C.ink)),
    awning(40, C.rust) + awning(300, C.teal) + awning(700, C.gold) + awning(960, C.rust), rect(520, 196, 156, 104, C.ink, 'rx="8"') + rect(530, 206, 136, 84, "#1f5566") + stroke("M546 272l28-20 26 8 44-40", C.gold, 6),
    buyer(180, C.plum, C.ink, "#8a5a3c") + buyer(420, C.slate, C.rust, "#e6b48f") + buyer(800, "#8f6f3f", C.ink, "#d79f77") + buyer(1050, C.deep, C.gold, "#6d4330"), lamp(300, 176), lamp(600, 150), lamp(900, 176),
    rect(0, 470, 1200, 205, "#22404c"), crate(30, 470, 240) + crate(330, 470, 240) + crate(630, 470, 240) + crate(930, 470, 240), crate(-40, 582, 290) + crate(300, 582, 290) + crate(640, 582, 290) + crate(980, 582, 290),
  );
}

export function orchestra() {
  const roll = dice(221);
  const pipe = (x, h) => rect(x, 300 - h, 26, h, "#d9a94f") + rect(x + 17, 300 - h, 9, h, "#a97a30");
  const skins = ["#e6b48f", "#8a5a3c", "#d79f77", "#6d4330", "#edc4a0"], hair = [C.ink, C.bark, C.gold, C.mist, C.wood];
  const player = (k) => path("M-26 44V6q0-22 26-22T26 6v38Z", C.ink) + poly("-7,-15 7,-15 0,6", C.white) + disc(0, -32, 15, skins[k % 5]) + path("M-16-33a16 17 0 0 1 32 0Z", hair[(k * 3) % 5]) + (k % 2 ? stroke("M12 8L44-16", C.sand, 3) + oval(16, 10, 15, 9, C.wood, 'transform="rotate(-32 16 10)"') : stroke("M-2 22l34-30", C.gold, 7));
  const arc = (count, radius, y, s) => many(count, (i) => { const a = Math.PI * (0.1 + 0.8 * i / (count - 1)); return use(`p${(i + count) % 10}`, 600 - Math.cos(a) * radius, y - Math.sin(a) * radius * 0.2, s); });
  const listeners = list(28, (i) => [38 + i * 41.6, 290]);
  return scene(
    ...list(10, (k) => define(`p${k}`, player(k))), wash("s", ["#5a3426", "#8a5236"]), many(13, (i) => rect(i * 100 - 6, 0, 12, 430, "#4a2a20", 'opacity=".5"')),
    rect(360, 40, 480, 290, "#3f241c", 'rx="10"'), many(15, (i) => pipe(378 + i * 30, 250 - Math.abs(i - 7) * 20 + (i % 2) * 12)),
    rect(0, 322, 1200, 16, C.gold), dots(listeners.map(([x]) => [x, 318]), 17, C.plum), skins.map((skin, k) => dots(listeners.filter((_, i) => i % 5 === k), 12, skin)).join(""), rect(0, 324, 1200, 34, "#6b3d2a"),
    path("M60 675Q120 380 600 372T1140 675Z", "#c98e54"), path("M60 675Q120 380 600 372T1140 675H1080Q1040 420 600 410T120 675Z", "#dba768"),
    arc(13, 400, 500, 0.82), arc(11, 330, 560, 0.98), arc(7, 240, 614, 1.15),
    rect(556, 618, 88, 57, C.bark) + at(600, 566, path("M-32 66V-6q0-26 32-26t32 26v72Z", C.ink) + stroke("M-26 6L-82-40M26 6L86-30", C.ink, 17) + stroke("M-82-40L-116-76", C.white, 4) + disc(-82, -40, 9, "#e6b48f") + disc(86, -30, 9, "#e6b48f") + disc(0, -52, 21, C.bark) + disc(0, -36, 13, "#e6b48f") + disc(0, -74, 10, C.bark)),
    path("M0 0h150q-20 260-150 420Z", C.rust) + path("M0 0h90q-10 220-90 340Z", "#8f3a28") + path("M1200 0h-150q20 260 150 420Z", C.rust) + path("M1200 0h-90q10 220 90 340Z", "#8f3a28"), disc(300, 60, 60, "#ffe3a1", 'opacity=".2"') + disc(300, 60, 16, "#ffe3a1") + disc(900, 60, 60, "#ffe3a1", 'opacity=".2"') + disc(900, 60, 16, "#ffe3a1"),
  );
}

export function press() {
  const roller = (x, y, r, fill, spin = 0) => disc(x, y, r, fill) + disc(x, y, r * 0.78, "none", `stroke="${C.ink}" stroke-width="3" opacity=".35"`) + disc(x, y, r * 0.24, C.ink) + stroke(`M${n(x - r * 0.6 * Math.cos(spin))} ${n(y - r * 0.6 * Math.sin(spin))}L${n(x + r * 0.6 * Math.cos(spin))} ${n(y + r * 0.6 * Math.sin(spin))}`, C.ink, 4, 'opacity=".3"');
  return scene(
    wash("s", ["#e9d6ad", "#cfae7c"]), many(7, (i) => path(`M${60 + i * 170} 250V110a50 50 0 0 1 100 0V250Z`, "#f7ecd0", 'opacity=".8"') + stroke(`M${110 + i * 170} 60V250M${60 + i * 170} 160h100`, "#b08f5c", 4)), rect(0, 560, 1200, 115, C.bark), many(8, (i) => stroke(`M${i * 170} 560l-60 115`, "#4a2a20", 4)),
    rect(190, 160, 800, 410, C.deep, 'rx="18"'), rect(220, 190, 740, 350, C.night, 'rx="12"'), rect(160, 556, 860, 30, C.ink, 'rx="6"'), rect(560, 130, 100, 60, C.deep), rect(480, 116, 260, 22, C.gold, 'rx="4"'),
    many(14, (i) => disc(204, 190 + i * 27, 5, C.gold) + disc(976, 190 + i * 27, 5, C.gold)),
    path("M-20 470H250Q330 470 330 396T404 322H520Q600 322 600 402T684 470H780Q850 470 850 396T926 322H1220V350H930Q878 350 878 400T788 498H684Q572 498 572 406T510 350H410Q358 350 358 400T254 498H-20Z", C.white),
    many(5, (i) => rect(12 + i * 46, 479, 34, 4, C.slate) + rect(12 + i * 46, 487, 26, 3, C.steel)), many(5, (i) => rect(970 + i * 46, 330, 34, 5, C.slate) + rect(970 + i * 46, 339, 26, 3, C.steel)),
    roller(414, 412, 60, C.steel, 0.6), roller(320, 300, 46, C.slate, 1.3), roller(520, 404, 48, C.rust, 0.2), roller(516, 260, 58, C.steel, 2), roller(650, 380, 66, C.steel, 1), roller(764, 420, 50, C.rust, 2.4), roller(760, 300, 56, C.slate, 0.9), roller(900, 420, 48, C.steel, 0.3),
    at(1010, 440, disc(0, 0, 118, "none", `stroke="${C.rust}" stroke-width="24"`) + many(6, (i) => stroke(`M0 0L${n(106 * Math.cos(i * 1.047))} ${n(106 * Math.sin(i * 1.047))}`, C.rust, 12)) + disc(0, 0, 26, C.gold)),
    at(108, 560, many(5, (i) => rect(-70 + (i % 2) * 5, -18 - i * 16, 140, 14, i % 2 ? C.cream : C.white)) + rect(-52, -78, 90, 4, C.slate)), rect(560, 206, 96, 26, C.gold, 'rx="3"') + text(608, 225, "AGNES", 20, C.ink, 'text-anchor="middle" font-weight="bold"'),
  );
}

export function puppet() {
  const fold = (x, w, fill) => path(`M${x} 0h${w}q${w * 0.5} 330-${w * 0.2} 640h-${w}q${w * 0.6}-300 ${w * 0.2}-640Z`, fill);
  return scene(
    wash("s", ["#2c2436", "#4d3a57", "#7b5560"]), oval(600, 560, 420, 90, "#f3c98d", 'opacity=".35"'), poly("520,0 680,0 940,560 260,560", "#f6dfae", 'opacity=".16"'), disc(820, 170, 62, C.cream) + disc(842, 158, 54, "#453650"),
    rect(0, 560, 1200, 115, C.bark), rect(0, 560, 1200, 14, C.wood), many(9, (i) => stroke(`M${600 + (i - 4) * 90} 574L${600 + (i - 4) * 190} 675`, "#4a2a20", 4)),
    stroke("M470 60H730M600 40V96", C.wood, 14), stroke("M478 64L440 340M722 64L780 268M560 66L574 196M640 66L626 196M540 66L520 478M664 66L690 470", C.cream, 2.5, 'opacity=".85"'),
    at(600, 330, [stroke("M-40 110L-76 150L-82 222M40 110L84 142L92 208", C.plum, 30), path("M-112 236q0-20 44-20v24h-44ZM122 222q0-20-44-20v24h44Z", C.ink), stroke("M-70-56L-120-14L-160 12M70-56L130-34L180-60", "#c0432f", 30), disc(-166, 14, 17, "#dfae7c"), disc(186, -62, 17, "#dfae7c"), disc(-120, -14, 10, C.gold), disc(130, -34, 10, C.gold), path("M-70-72Q0-96 70-72L86 120Q0 150-86 120Z", "#c0432f"), path("M-14-84h28l8 220h-44Z", "#9c3323"), disc(0, -40, 7, C.gold), disc(0, 0, 7, C.gold), disc(0, 40, 7, C.gold), disc(0, 80, 7, C.gold), path("M-38-80q38 34 76 0l-8-18h-60Z", C.cream), oval(0, -136, 54, 60, "#e6bd8c"), path("M-56-146q4-58 56-58t56 58q-30-26-56-26t-56 26Z", C.bark), path("M-74-176h148l-18-16q-8-50-56-50t-56 50Z", C.night), rect(-58, -194, 116, 12, C.gold), disc(-20, -138, 7, C.ink), disc(20, -138, 7, C.ink), path("M-5-130h10l6 22H-11Z", "#c98e54"), stroke("M-18-98q18 12 36 0", C.rust, 5), disc(-34, -114, 9, C.coral, 'opacity=".6"'), disc(34, -114, 9, C.coral, 'opacity=".6"'), stroke("M-22-92v20M22-92v20", "#b98a58", 3), disc(-80, 150, 9, C.gold), disc(84, 142, 9, C.gold)].join("")),
    fold(-60, 150, "#8f3a28") + fold(20, 130, C.rust) + fold(120, 100, "#8f3a28"), group(fold(-60, 150, "#8f3a28") + fold(20, 130, C.rust) + fold(120, 100, "#8f3a28"), 'transform="translate(1200 0) scale(-1 1)"'), many(13, (i) => path(`M${i * 100 - 50} 0h100v30a50 34 0 0 1-100 0Z`, i % 2 ? C.rust : "#a5432e")), rect(0, 0, 1200, 12, C.gold),
  );
}

export function bread() {
  const roll = dice(241);
  const ear = (x, y, turn) => at(x, y, stroke("M0 0V190", "#b58b3c", 5) + many(9, (i) => oval(-11, 10 + i * 17, 8, 14, C.gold, `transform="rotate(28 -11 ${10 + i * 17})"`) + oval(11, 10 + i * 17, 8, 14, "#d99f3d", `transform="rotate(-28 11 ${10 + i * 17})"`)) + stroke("M0 0v-60M-10 4l-20-54M10 4l20-54", "#d9b160", 2.5), 1, turn);
  return scene(
    wash("s", ["#41606b", "#2b4754"], 0, 400), many(12, (i) => rect(i * 104 - 20, 0, 98, 400, "#4c6c76", 'opacity=".35"')), rect(0, 390, 1200, 285, "#caa06b"), rect(0, 390, 1200, 10, "#e0bb88"), many(5, (i) => stroke(`M${-40 + i * 40} ${440 + i * 52}Q400 ${420 + i * 54} 700 ${444 + i * 52}T1240 ${430 + i * 52}`, "#b4874f", 3)),
    path("M190 520h760q40 0 40 36v20q0 30-40 30H190q-40 0-40-30v-20q0-36 40-36Z", C.bark), path("M190 508h760q40 0 40 34t-40 34H190q-40 0-40-34t40-34Z", C.wood), disc(950, 542, 15, "#caa06b"),
    path("M250 520Q220 300 420 226T760 250Q910 320 880 520Q560 560 250 520Z", "#7a4426"), path("M250 520Q220 300 420 226T760 250Q840 292 868 380Q700 300 520 330T300 530Z", "#965730"), path("M470 214Q560 200 650 216L610 330L520 336Z", "#d8b183") + path("M330 280Q560 330 850 318L872 360Q560 390 300 336Z", "#d8b183") + path("M520 336L610 330L606 520Q560 532 512 530Z", "#d8b183") + stroke("M350 300Q560 350 850 340M560 220L566 520", "#f0d9b4", 5, 'opacity=".7"'),
    group(many(60, () => disc(roll(290, 850), roll(250, 500), roll(1.5, 4), C.cream)), 'opacity=".4"'), ear(1040, 380, 24), ear(1098, 400, 34), ear(990, 390, 12),
    at(180, 610, path("M0 0H420Q400 34 340 36H0Z", C.mist) + path("M0 26H350L340 36H0Z", C.steel) + rect(-150, -6, 156, 40, C.ink, 'rx="14"') + disc(-110, 14, 6, C.gold) + disc(-40, 14, 6, C.gold)), at(1010, 620, oval(0, 0, 120, 30, C.white) + oval(0, -6, 100, 22, C.mist) + rect(-44, -46, 88, 38, "#f0cf6e", 'rx="4"') + rect(-44, -46, 88, 12, "#f7e09a", 'rx="4"')),
  );
}

export function chess() {
  const piece = { // drawn standing on 0,0
    pawn: "M-26 0h52l-8-14q-12-10-12-34h8v-8h-8a20 20 0 1 0-12 0h-8v8h8q0 24-12 34Z",
    king: "M-34 0h68l-8-16q-14-16-12-60h10v-10h-8l12-42h-22v-12h12v-10h-12v-14h-12v14h-12v10h12v12h-22l12 42h-8v10h10q2 44-12 60Z",
    rook: "M-32 0h64l-6-16h-6l-4-58h10v-36h-14v12h-12v-12h-14v36h10l-4 58h-6Z",
    knight: "M-32 0h64l-6-16q-6-30 6-62q-10-34-46-36l-6-12-4 16q-20 16-26 46l14 8 18-10q0 24-18 50Z",
  };
  const stand = (x, y, kind, fill, s, turn = 0) => oval(x, y, 40 * s, 11 * s, C.ink, 'opacity=".3"') + at(x, y, path(piece[kind], fill), s, turn);
  const square = (c, r) => { const y0 = 392 + r * r * 4.4 + r * 22, y1 = 392 + (r + 1) ** 2 * 4.4 + (r + 1) * 22; const x = (col, y) => n(600 + (col - 4) * (88 + (y - 392) * 0.28)); return poly(`${x(c, y0)},${n(y0)} ${x(c + 1, y0)},${n(y0)} ${x(c + 1, y1)},${n(y1)} ${x(c, y1)},${n(y1)}`, (c + r) % 2 ? "#6a4530" : "#ead3a5"); };
  return scene(
    wash("s", ["#e4d5b4", "#cbb78f"], 0, 400), many(6, (i) => rect(0, 60 + i * 66, 1200, 3, "#b39d72")), disc(600, 178, 172, "#a07c4a"), disc(600, 178, 150, "#8fc2c6"), `<clipPath id="p"><circle cx="600" cy="178" r="150"/></clipPath>`,
    group(rect(440, 190, 320, 150, C.teal) + path("M440 196q40-50 100-30t120-12 110 40v10H440Z", C.steel) + stroke("M480 226h60M590 246h80M500 280h90M640 290h70", C.foam, 4) + gull(650, 110, 22), 'clip-path="url(#p)"'), many(10, (i) => disc(600 + 161 * Math.cos(i * 0.6283), 178 + 161 * Math.sin(i * 0.6283), 6, C.bark)), path("M520 120q20-60 80-64", "none", `stroke="${C.white}" stroke-width="8" opacity=".5" stroke-linecap="round"`),
    rect(0, 380, 1200, 295, C.bark), rect(0, 380, 1200, 10, C.wood), poly("226,384 974,384 1160,675 40,675", "#4a2a20"), many(48, (i) => square(i % 8, Math.floor(i / 8))),
    stand(330, 424, "rook", C.cream, 0.75), stand(830, 428, "pawn", C.ink, 0.75), stand(760, 412, "rook", C.ink, 0.72), stand(268, 540, "pawn", C.cream, 1), stand(900, 530, "knight", C.ink, 1.05), stand(500, 500, "knight", C.cream, 1.1), stand(410, 640, "king", C.cream, 1.5),
    oval(760, 606, 130, 15, C.ink, 'opacity=".3"') + at(662, 584, path(piece.king, C.ink) + stroke("M-20-84h40", C.slate, 5), 1.4, 84), stand(1010, 640, "pawn", C.ink, 1.3),
  );
}

export function letters() {
  const envelope = (x, y, turn, tone, flap, stamp, kind) => at(x, y, rect(-190, -125, 380, 250, C.ink, 'rx="6" opacity=".18" transform="translate(8 12)"') + rect(-190, -125, 380, 250, tone, 'rx="6"') + (kind ? path("M-190-119L0 30L190-119", "none", `stroke="${flap}" stroke-width="6"`) + disc(0, 22, 30, C.rust) + path("M-12 34V18a12 12 0 0 1 24 0v16Z", C.coral) : stroke("M-90 10H70M-90 40H90M-90 70H30", C.slate, 7, 'opacity=".7"') + rect(108, -104, 62, 76, C.white) + rect(114, -98, 50, 64, stamp) + path("M126-44V-72l13-14 13 14v28Z", C.cream) + stroke("M40-84q16-14 32 0t32 0 32 0M40-66q16-14 32 0t32 0 32 0", C.slate, 4, 'opacity=".6"')), 1, turn);
  return scene(
    wash("s", ["#2f6f73", "#215560"]), disc(600, 340, 420, "#3b8387", 'opacity=".35"'),
    envelope(300, 230, -16, "#e8d4aa", "#c9ad77", C.rust), envelope(880, 210, 14, "#dfe5dc", "#b7c3bc", C.plum), envelope(600, 300, -3, C.cream, "#d8c08d", C.teal), envelope(370, 470, 9, "#f0dfbc", "#c9ad77", C.gold, true),
    at(800, 470, rect(-170, -190, 340, 240, C.white, 'rx="4"') + stroke("M-140-150h180M-140-116h280M-140-86h250M-140-56h270M-140-26h150", C.steel, 6) + rect(-190, -40, 380, 190, "#ead7ae", 'rx="6"') + path("M-190-36L0 90L190-36V144q0 6-6 6H-184q-6 0-6-6Z", "#f5ead3") + stroke("M-188 146L-20 60M188 146L20 60", "#d3bb88", 5), 1, -7),
    at(560, 600, rect(-260, -15, 330, 30, C.ink, 'rx="15"') + rect(50, -15, 70, 30, C.gold) + path("M120-13h60l92 13-92 13h-60Z", C.mist) + stroke("M190 0h76", C.slate, 3) + rect(-200, -24, 120, 8, C.gold, 'rx="4"'), 1, -12),
  );
}

export function parade() {
  const roll = dice(271);
  const fish = (x, y, s, a, b, flip = 1) => `<g transform="translate(${x} ${y}) scale(${n(s * flip * 10) / 10} ${s})">${disc(0, 0, 130, a, 'opacity=".16"')}${stroke("M0 40V360", C.bark, 7)}${path("M-96 0Q-30-70 74 0Q-30 70-96 0ZM-84 0l-56-44q14 44 0 88Z", a)}${path("M-40-30q20 30 0 60M-10-38q24 38 0 76M20-30q18 30 0 60", "none", `stroke="${b}" stroke-width="6"`)}${disc(50, -6, 8, C.ink)}${oval(-10, 0, 46, 22, "#fff3cf", 'opacity=".45"')}</g>`;
  const walker = (x, s, coat) => at(x, 640, path("M-30 60V-30q0-34 30-34t30 34V60Z", coat) + disc(0, -84, 22, C.ink) + path("M-26-80a26 28 0 0 1 52 0Z", [C.gold, C.rust, C.teal][x % 3]), s);
  return scene(
    wash("s", ["#141f30", "#28364a", "#40455a"]), many(7, (i) => { const h = 300 + (i * 97) % 150, x = i * 176 - 20; return rect(x, 520 - h, 170, h + 60, ["#20304a", "#2c3a52", "#1b2b40"][i % 3]) + poly(`${x - 6},${520 - h} ${x + 85},${450 - h} ${x + 176},${520 - h}`, "#121c2b") + many(4, (k) => rect(x + 32 + (k % 2) * 70, 560 - h + Math.floor(k / 2) * 90, 36, 48, (i + k) % 3 ? "#33445c" : "#e9b869")); }),
    path("M-20 90Q300 190 620 110T1220 100V60Q900 80 620 64T-20 40Z", "#54607a") + stroke("M-20 90Q300 190 620 110T1220 100", "#7c89a3", 5),
    rect(0, 560, 1200, 115, "#1a2536"), glints(dice(8), 36, 0, 1200, 570, 670, C.gold, 'opacity=".35"'),
    fish(200, 330, 1.05, C.coral, C.rust), fish(450, 260, 1.25, C.gold, "#b97b25"), fish(720, 350, 1.1, "#f0905c", C.rust, -1), fish(960, 270, 1.3, "#f3c56a", "#b97b25", -1), fish(590, 440, 0.7, C.coral, C.rust), fish(1110, 430, 0.75, C.gold, "#b97b25", -1), fish(70, 450, 0.7, C.gold, "#b97b25"),
    walker(195, 1.1, C.plum) + walker(454, 1.25, C.deep) + walker(590, 0.8, C.rust) + walker(722, 1.15, C.slate) + walker(958, 1.3, C.plum) + walker(1110, 0.85, C.teal) + walker(72, 0.8, C.rust) + walker(320, 1, C.slate) + walker(840, 1, C.deep),
    `<path d="${many(90, () => `M${Math.round(roll(-20, 1220))} ${Math.round(roll(120, 640))}l-8 34`)}" stroke="${C.mist}" stroke-width="2.5" opacity=".4" fill="none"/>`,
  );
}
