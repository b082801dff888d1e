// Scenes on dry land, out of doors.

import { C, at, cloud, define, dice, disc, dots, group, list, many, oval, path, poly, rect, ridge, scene, stars, stroke, use, wash } from "./kit.mjs";

const pine = (x, y, s, fill) => at(x, y, poly("0,-92 26,-44 -26,-44", fill) + poly("0,-66 34,-8 -34,-8", fill) + rect(-5, -8, 10, 14, C.bark), s);

export function observatory() {
  const roll = dice(101);
  return scene(
    wash("s", ["#0f2236", "#1b4058", "#3f6f78"]), stars(roll, 130, 480), group(stars(roll, 60, 260), 'transform="rotate(-14 600 200)"'),
    poly("318,176 640,40 690,120", "#bfe6c0", 'opacity=".28"'), poly("318,176 560,100 590,140", "#d8f2d2", 'opacity=".35"'), disc(316, 177, 34, "#a9e0b4", 'opacity=".3"'), disc(316, 177, 19, "#c9f0cc", 'opacity=".8"'), disc(316, 177, 9, C.white),
    ridge(dice(12), 520, 120, 300, "#1d4a55"), ridge(dice(31), 590, 110, 260, "#153947"),
    path("M400 675Q620 500 830 520T1240 640V675Z", "#0f2a37"),
    at(790, 520, [rect(-130, -96, 260, 100, C.cream), rect(60, -96, 70, 100, C.sand), rect(-142, -110, 284, 18, C.steel), path("M-130-110a130 132 0 0 1 260 0Z", C.white), path("M40-228a130 132 0 0 1 90 118h-60Q76-180 40-228Z", C.mist), path("M-62-225Q-100-190-104-110h58Q-50-190-18-241Q-42-237-62-225Z", C.night), stroke("M-62-150L-126-226", C.slate, 24), stroke("M-116-215L-132-233", C.gold, 30), path("M-18 4v-48a18 18 0 0 1 36 0v48Z", C.bark), rect(-96, -66, 30, 34, C.gold), rect(72, -66, 30, 34, C.gold)].join(""), 1.1),
    many(7, (i) => pine(80 + i * 62 + roll(-14, 14), 640 + roll(-14, 10), roll(0.8, 1.3), "#0c222d")), pine(1050, 610, 1.2, "#0c222d"), pine(1110, 628, 1, "#0c222d"), disc(600, 618, 7, C.gold) + disc(600, 618, 22, C.gold, 'opacity=".25"'),
  );
}

export function nightTrain() {
  const roll = dice(121);
  const car = rect(0, 268, 176, 62, "#27598a", 'rx="8"') + rect(0, 312, 176, 7, C.gold) + many(5, (i) => rect(14 + i * 32, 282, 21, 21, "#ffdf9c", 'rx="3"')) + disc(34, 334, 9, C.ink) + disc(142, 334, 9, C.ink);
  return scene(
    wash("s", ["#14263d", "#2f4f6e", "#8b8fa0"]), stars(roll, 80, 260), disc(930, 120, 54, C.cream), disc(930, 120, 90, C.cream, 'opacity=".14"'),
    poly("-40,480 150,190 250,300 380,120 560,420 640,500", "#3e5a74"), poly("380,120 430,208 392,196 366,226 336,190", C.white, 'opacity=".85"'), poly("150,190 186,232 150,226 122,246", C.white, 'opacity=".8"'),
    poly("560,520 760,230 850,330 1000,160 1240,470 1240,560", "#345069"), poly("1000,160 1056,240 1010,226 976,252 950,222", C.white, 'opacity=".85"'), poly("760,230 798,278 752,266 730,284", C.white, 'opacity=".8"'),
    ridge(dice(44), 520, 80, 220, "#24414f"),
    rect(-10, 338, 1220, 26, C.steel), rect(-10, 334, 1220, 6, C.ink),
    many(9, (i) => { const x = i * 150 - 60; return path(`M${x} 362h150v60a56 60 0 0 0-112 0V675h-38Z`, C.slate) + rect(x + 26, 432, 12, 243, C.ink, 'opacity=".25"'); }),
    define("car", car), many(5, (i) => use("car", 60 + i * 184, 0)), path("M980 268h120q58 6 70 62H980Z", C.rust) + path("M1090 278h18q28 4 38 26h-56Z", "#ffdf9c") + rect(980, 312, 186, 7, C.gold) + disc(1014, 334, 9, C.ink) + disc(1120, 334, 9, C.ink), poly("1166,318 1240,296 1240,344", "#fff0c4", 'opacity=".6"'),
    ridge(dice(9), 640, 60, 180, "#132c38"), many(12, (i) => pine(i * 108 + roll(-26, 26), 668 + roll(-8, 10), roll(0.7, 1.25), "#0d2029")),
  );
}

export function mountainBell() {
  const roll = dice(131);
  return scene(
    wash("s", ["#9dbccb", "#eef0e6"]), poly("-60,560 240,120 380,290 520,170 760,560", "#8aa3b3"), poly("240,120 318,214 262,204 230,246 178,210", C.white), poly("520,170 580,264 524,246 480,272 450,230", C.white),
    poly("560,600 900,90 1260,560", "#738fa2"), path("M900 90L1000 236L940 222L900 270L860 226L806 232Z", C.white), path("M860 300Q900 380 850 470T900 600H1010Q940 470 960 380T910 280Z", "#d8eaec"),
    path("M-40 520q300-70 640-20t640-30V675H-40Z", C.white), path("M-40 600q360-60 700-14t580-10V675H-40Z", "#dfe8e8"),
    at(350, 520, [rect(-50, -250, 100, 260, C.cream), rect(14, -250, 36, 260, C.sand), poly("-62,-248 0,-384 62,-248", C.rust), stroke("M0-384V-420M-12-406h24", C.ink, 5), path("M-26-172v-36a26 26 0 0 1 52 0v36Z", C.night), stroke("M-26-208h52", C.bark, 7), rect(-13, -120, 26, 34, C.slate), rect(50, -120, 190, 130, C.cream), poly("40,-116 60,-190 226,-190 256,-116", C.rust), many(3, (i) => path(`M${80 + i * 52}-34v-34a13 13 0 0 1 26 0v34Z`, C.night))].join("")),
    at(640, 528, rect(-44, -54, 88, 60, C.wood) + poly("-56,-52 0,-92 56,-52", C.white) + rect(-14, -36, 24, 22, C.gold)), at(745, 532, rect(-36, -46, 72, 52, C.bark) + poly("-46,-44 0,-78 46,-44", C.white) + rect(-10, -30, 20, 20, C.gold)),
    at(830, 612, [stroke("M-150 34Q-190 34-196 8M-150 34H160M-110 34V4M110 34V4", C.bark, 11), rect(-136, -6, 280, 14, C.wood), path("M-14-150a14 14 0 0 1 28 0Q84-134 82-62Q84-26 106-8H-106Q-84-26-82-62Q-84-134-14-150Z", "#b98537"), path("M34-138Q84-120 82-62Q84-26 106-8H54Q40-60 34-138Z", "#8f6428"), stroke("M-86-40H86M-80-58H80", "#e8bd6a", 4), stroke("M-196 8L-330-14M-196 8L-330 16", C.bark, 4)].join("")),
    at(470, 610, many(3, (i) => at(i * 36 - 46, (i % 2) * 12, stroke("M0 34V-6M0 34l-12 26M0 34l14 24M0 6l28 4", [C.ink, C.rust, C.teal][i], 12) + disc(0, -24, 12, "#d79f77") + path("M-13-26a13 13 0 0 1 26 0Z", C.plum)))),
    group(many(60, () => disc(roll(0, 1200), roll(0, 640), roll(1.5, 4), C.white)), 'opacity=".8"'),
  );
}

export function solar() {
  const roll = dice(141);
  const wool = [[-20, 0, 18], [0, -8, 20], [20, -2, 18], [2, 6, 20]].map(([x, y, r]) => disc(x, y, r, C.white)).join("");
  const sheep = stroke("M-18 14v22M-6 16v22M12 16v22M24 12v22", C.ink, 6) + wool + oval(44, -6, 14, 10, C.ink) + oval(34, -14, 8, 4, C.ink);
  const panel = stroke("M40 40v46M150 40v46", C.slate, 7) + poly("0,50 46,-46 206,-46 160,50", "#214f7c") + stroke("M12 26L172 26M24 2L184 2M35-22L195-22M53 50L99-46M106 50L152-46", "#6fa0c4", 2.5) + stroke("M0 50L46-46H206L160 50Z", C.mist, 4);
  const row = (y, s, shift) => many(6, (i) => use("panel", shift + i * 225 * s, y, s));
  return scene(
    define("sheep", sheep), define("panel", panel), wash("s", ["#86b9cf", "#f3ecd0"], 0, 420), disc(980, 120, 64, "#fff0c4"), disc(980, 120, 104, "#fff0c4", 'opacity=".35"'), cloud(260, 120, 1.1, C.white, 'opacity=".85"'), cloud(640, 80, 0.7, C.white, 'opacity=".8"'),
    ridge(dice(7), 360, 110, 300, "#9db98a"), path("M-40 420Q300 270 700 330T1240 300V675H-40Z", C.leaf), row(336, 0.6, 380), path("M-40 470Q340 360 760 420T1240 400V675H-40Z", "#7fa05f"), row(424, 0.8, 200), path("M-40 600Q300 500 700 540T1240 520V675H-40Z", "#6d9055"), row(524, 1, 70),
use("sheep", 290, 372, 0.55), use("sheep", 240, 386, 0.6, -1), use("sheep", 120, 470, 0.75), use("sheep", 60, 486, 0.75, -1), use("sheep", 160, 622, 1), use("sheep", 300, 632, 1.05, -1), use("sheep", 560, 626, 1.1), use("sheep", 650, 636, 0.8), use("sheep", 900, 624, 1.1, -1), use("sheep", 1060, 636, 1), group(many(30, () => stroke(`M${Math.round(roll(0, 1200))} ${Math.round(roll(630, 672))}l4-14`, C.moss, 3)), 'opacity=".8"'),
  );
}

export function pitch() {
  const roll = dice(151);
  const player = (x, y, shirt, hair) => oval(x + 9, y + 12, 17, 7, "#274a33", 'opacity=".45"') + oval(x, y, 17, 10, shirt) + disc(x, y, 7.5, hair);
  const home = [[150, 338], [300, 170], [290, 500], [420, 330], [560, 220], [540, 470], [700, 150], [760, 380], [880, 250], [960, 345]];
  const away = [[1050, 338], [930, 190], [940, 480], [1000, 300], [830, 330], [700, 300], [650, 430], [470, 250], [620, 110], [800, 540], [380, 420]];
  const seats = list(232, (i) => [24 + (i % 58) * 20.2 + roll(-3, 3), [16, 40, 636, 660][Math.floor(i / 58)] + roll(-5, 5), Math.floor(roll(0, 6))]);
  const crowd = [C.teal, C.cream, C.rust, C.night, C.gold, C.plum].map((coat, k) => dots(seats.filter(([, , c]) => c === k), 6.5, coat)).join("");
  const line = `fill="none" stroke="${C.white}" stroke-width="5" opacity=".85"`;
  return scene(
    rect(0, 0, 1200, 675, C.slate), rect(0, 0, 1200, 58, C.ink), rect(0, 617, 1200, 58, C.ink), crowd,
    rect(0, 58, 1200, 559, "#4c8a55"), many(8, (i) => rect(i * 150, 58, 75, 559, "#579a5f")),
    `<g ${line}><rect x="60" y="88" width="1080" height="500"/><path d="M600 88V588M60 208h150v260H60M60 278h60v120H60M1140 208H990v260h150M1140 278h-60v120h60M210 290q46 48 0 96M990 290q-46 48 0 96"/><circle cx="600" cy="338" r="84"/></g>`,
    rect(40, 300, 20, 76, C.mist, 'opacity=".8"'), rect(1140, 300, 20, 76, C.mist, 'opacity=".8"'), disc(600, 338, 6, C.white),
    home.map(([x, y], i) => player(x, y, i ? "#1f6f77" : C.gold, [C.bark, C.ink, C.gold][i % 3])).join(""), away.map(([x, y], i) => player(x, y, i ? C.rust : C.plum, [C.ink, C.wood, C.sand][i % 3])).join(""), player(600, 430, C.ink, C.cream),
    stroke("M700 150Q860 130 950 326", C.white, 3.5, 'stroke-dasharray="4 12" opacity=".9"'), disc(984, 352, 8, C.white), disc(984, 352, 3, C.ink),
  );
}

export function apples() {
  const leaf = (x, y, turn, fill) => at(x, y, path("M0 0Q46-54 130-20Q92 44 0 0Z", fill) + stroke("M4-1Q60-14 118-18", "#3f6140", 4), 1, turn);
  const apple = (x, y, s) => at(x, y, stroke("M0-70Q6-110 26-128", C.bark, 9) + path("M0-66C44-100 112-76 106 0C102 66 54 108 0 92C-54 108-102 66-106 0C-112-76-44-100 0-66Z", "#e0b04a") + path("M0-66C44-100 112-76 106 0C102 66 54 108 14 94C70 50 66-20 0-66Z", C.rust) + path("M14 94C70 50 66-20 0-66C30-50 96 20 30 96Z", C.coral, 'opacity=".7"') + oval(-54, -26, 14, 26, C.white, 'opacity=".5" transform="rotate(24 -54 -26)"') + path("M-18-62Q0-50 20-62", "none", `stroke="${C.bark}" stroke-width="5"`), s);
  return scene(
    wash("s", ["#dbe6d3", "#f4e9cc"]), disc(240, 560, 220, C.leaf, 'opacity=".18"'), disc(980, 130, 240, C.leaf, 'opacity=".22"'), disc(620, 640, 150, C.gold, 'opacity=".12"'),
    stroke("M-40 150Q240 90 520 160T1240 90", C.bark, 26), stroke("M430 140Q500 230 470 280M800 140Q860 200 850 250M180 120Q220 200 210 260", C.bark, 12),
    leaf(120, 120, -34, C.moss) + leaf(320, 118, -60, C.leaf) + leaf(560, 160, -30, C.moss) + leaf(700, 150, -70, C.leaf) + leaf(960, 120, -26, C.moss) + leaf(300, 130, 40, C.leaf) + leaf(610, 170, 50, "#4c7a52") + leaf(1010, 116, 34, C.leaf) + leaf(60, 150, 60, "#4c7a52"),
    apple(212, 370, 1.05), apple(470, 410, 1.35), apple(842, 368, 1.2), apple(1058, 300, 0.9), apple(680, 300, 0.8), leaf(480, 292, -8, C.moss), leaf(850, 256, -160, "#4c7a52"), leaf(216, 262, 10, C.leaf),
  );
}
