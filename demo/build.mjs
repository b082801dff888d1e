// Builds the demo newspaper's feeds from the files an editor would touch: site.json, articles/, comments/.
//
//   node demo/build.mjs           writes feed.json, archive.json, recent.json, threads/*.json
//   node demo/build.mjs --check   writes nothing; exits 1 if any of them is out of date
//
// The generated files are committed, so that the demo runs from any static host without a build.
// Nothing here reads the clock: the same sources always give the same bytes, or --check would be worthless.

import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = dirname(fileURLToPath(import.meta.url));
const VERSION = "https://jsonfeed.org/version/1.1";
const RECENT = 20;

// Keys of the front matter that JSON Feed itself defines; every other key belongs to the `_news` extension.
const STANDARD = new Set(["title", "summary", "date_published", "date_modified", "language", "external_url", "tags", "image",
  "attachments"]);

const path = (...parts) => join(HERE, ...parts);
const read = (...parts) => readFileSync(path(...parts), "utf8");
const fail = (message) => { console.error(`build: ${message}`); process.exit(1); };
const articleUrl = (id) => `index.html#/article/${encodeURIComponent(id)}`;
const time = (item) => Date.parse(item.date_published);

// ---- articles: a JSON comment for the facts, then the body as plain HTML that an editor can open in a browser.

function readArticle(file, site) {
  const id = file.replace(/\.html$/, "");
  const parts = read("articles", file).match(/^<!--json\s*([\s\S]*?)\s*-->\s*([\s\S]*)$/);
  if (!parts) fail(`${file}: no <!--json ... --> block at the top`);
  let facts;
  try { facts = JSON.parse(parts[1]); } catch (error) { fail(`${file}: ${error.message}`); }
  const { authors = [], thread = "inline", ...rest } = facts;
  if (!time(rest)) fail(`${file}: date_published is not a date`);

  const item = { id, url: articleUrl(id) };
  const news = {};
  for (const [key, value] of Object.entries(rest)) (STANDARD.has(key) ? item : news)[key] = value;
  if (authors.length) item.authors = authors.map((name) => ({ name, ...site.people[name] }));
  // Without content an item shows its summary and a link out. The standard wants one of the two fields all the same; blank
  // is absent to our reader.
  const body = parts[2].trim();
  if (body) item.content_html = body;
  else item.content_text = "";
  if (item.image) Object.assign(news, imageSize(item.image, file));
  for (const attachment of item.attachments ?? []) attachment.size_in_bytes = statSync(path(attachment.url)).size;

  const comments = readThread(id);
  if (thread === "elsewhere") {
    news.comments_url = `threads/${id}.json`;
    news.comment_count = comments.length;
  } else if (comments.length) {
    news.comments = comments;
  }
  item._news = news;
  return { item, comments, thread };
}

// The drawing knows its own size; writing it down twice would let the two drift apart.
function imageSize(image, file) {
  if (!existsSync(path(image))) fail(`${file}: ${image} is missing, run draw.mjs`);
  const [, width, height] = read(image).match(/viewBox="0 0 (\d+) (\d+)"/) ?? fail(`${image}: no viewBox`);
  return { image_width: Number(width), image_height: Number(height) };
}

// ---- comments: "> name | date | website", the text below it; ">>" answers the ">" above, and so on down.
// A body that starts with a tag is HTML, anything else is text.

function readThread(id) {
  const file = path("comments", `${id}.txt`);
  if (!existsSync(file)) return [];
  const ancestors = [];
  const comments = [];
  for (const block of readFileSync(file, "utf8").split(/^(?=>+ )/m).filter((text) => text.startsWith(">"))) {
    const [, marks, head, text] = block.match(/^(>+) (.*)\n([\s\S]*)$/);
    const [name, date, url] = head.split("|").map((part) => part.trim());
    // A bare "2026-11-19 08:12" is the newspaper's own time.
    const date_published = date.includes("T") ? date : `${date.replace(" ", "T")}:00+01:00`;
    // The minute is the id: it survives edits and new comments above it, which a running number would not.
    const comment = { id: `${id}-${date_published.slice(0, 16).replace(/\D/g, "")}` };
    comment[text.startsWith("<") ? "content_html" : "content_text"] = text.trim();
    comment.authors = [url ? { name, url } : { name }];
    comment.date_published = date_published;
    if (!time(comment)) fail(`comments/${id}.txt: no date in "${head}"`);
    const parent = ancestors[marks.length - 2];
    if (marks.length > 1 && !parent) fail(`comments/${id}.txt: "${head}" answers nothing`);
    if (parent && time(parent) >= time(comment)) fail(`comments/${id}.txt: "${head}" is older than what it answers`);
    if (parent) comment._news = { parent: parent.id };
    ancestors.length = marks.length - 1;
    ancestors.push(comment);
    comments.push(comment);
  }
  if (new Set(comments.map(({ id }) => id)).size < comments.length) fail(`comments/${id}.txt: two comments in one minute`);
  return comments.sort((a, b) => time(a) - time(b));
}

// ---- the files

function build() {
  const site = JSON.parse(read("site.json"));
  const articles = readdirSync(path("articles")).filter((file) => file.endsWith(".html")).sort()
    .map((file) => readArticle(file, site))
    .sort((a, b) => time(b.item) - time(a.item));
  const ids = new Set(articles.map(({ item }) => item.id));
  for (const id of [site.feed._news.popular, ...articles.map(({ item }) => item._news.related ?? [])].flat()) {
    if (!ids.has(id)) fail(`no article is called "${id}"`);
  }

  const items = articles.map(({ item }) => item);
  const page = (extra, part) => ({ version: VERSION, ...site.feed, ...extra, items: part });
  const files = new Map();
  files.set("feed.json", page({ feed_url: "feed.json", next_url: "archive.json" }, items.slice(0, site.page_size)));
  files.set("archive.json", page({ feed_url: "archive.json" }, items.slice(site.page_size)));
  files.set("recent.json", {
    version: VERSION, title: `${site.feed.title}: recent comments`, home_page_url: "index.html", feed_url: "recent.json",
    items: articles.flatMap(({ item: { id, title, url }, comments }) =>
      comments.map((comment) => ({ ...comment, _news: { ...comment._news, article: { id, title, url } } })))
      .sort((a, b) => time(b) - time(a)).slice(0, RECENT),
  });
  for (const { item, comments, thread } of articles) {
    if (thread !== "elsewhere") continue;
    // A thread sits one folder down, and every URL in a feed is resolved against that feed's own.
    const title = `Comments on ${item.title}`;
    files.set(`threads/${item.id}.json`, { version: VERSION, title, home_page_url: `../${item.url}`, items: comments });
  }
  return files;
}

const check = process.argv.includes("--check");
const stale = [];
for (const [name, content] of build()) {
  const text = `${JSON.stringify(content, null, 2)}\n`;
  if (existsSync(path(name)) && read(name) === text) continue;
  stale.push(name);
  if (check) continue;
  mkdirSync(dirname(path(name)), { recursive: true });
  writeFileSync(path(name), text);
}
if (check && stale.length) fail(`out of date, run node demo/build.mjs: ${stale.join(", ")}`);
console.log(stale.length ? `wrote ${stale.join(", ")}` : "up to date");
