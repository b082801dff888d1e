// Feeds that are made to hold the page: what is small to write and long to draw. Each kind is a function from a size in bytes
// to a feed of about that size.

const VERSION = 'https://jsonfeed.org/version/1.1';
const COMMENTS = 40;

const fill = (piece, bytes) => piece.repeat(Math.max(1, Math.round(bytes / piece.length)));
const list = (bytes, each, make) => Array.from({ length: Math.max(1, Math.round(bytes / each)) }, (_, at) => make(at));
const feed = (item, fields = {}) => ({
  version: VERSION, title: 'The Lamp', ...fields, items: [{ id: 'a', title: 'A', content_text: 'A.', ...item }, ...(fields.items ?? [])],
});
const body = (html) => feed({ content_html: html });
const plain = (text) => feed({ content_text: text });
const thread = (content) => feed({
  _news: { comments: Array.from({ length: COMMENTS }, (_, at) => ({ id: `c${at}`, authors: [{ name: `Reader ${at}` }], ...content })) },
});
const tags = (count, name) => Array.from({ length: count }, (_, at) => `<${name} title=${at}>`).join('');

/** Bodies. */
const BODIES = {
  'cells with wide spans': (bytes) => `<table>${fill('<tr><td colspan=90 rowspan=900>w', bytes)}</table>`,
  'cells with other spans': (bytes) => `<table>${fill('<tr><td rowspan=0 colspan=40>w<td rowspan=70>v', bytes)}</table>`,
  'rows of 400 cells': (bytes) => `<table>${fill(`<tr>${'<td>w'.repeat(400)}`, bytes)}</table>`,
  'one row of cells': (bytes) => `<table><tr>${fill('<td>w', bytes)}</table>`,
  'one column of cells': (bytes) => `<table>${fill('<tr><td>w', bytes)}</table>`,
  'columns with spans': (bytes) => `<table><colgroup>${fill('<col span=90>', bytes)}<tr><td>w</table>`,
  'tables in tables': (bytes) => fill('<table><tr><td>w', bytes),
  sounds: (bytes) => fill('<audio src=s.mp3></audio>', bytes),
  films: (bytes) => fill('<video src=f.mp4></video>', bytes),
  pictures: (bytes) => fill('<img src=data:,>', bytes),
  players: (bytes) => fill('<iframe src=https://www.youtube.com/embed/abc></iframe>', bytes),
  details: (bytes) => fill('<details><summary>w</summary>v</details>', bytes),
  'cells in 512 boxes': (bytes) => '<div>'.repeat(512) + fill('<td>w', bytes),
  boxes: (bytes) => fill('<div>', bytes),
  'inline elements': (bytes) => fill('<span>w</span> ', bytes),
  'formatting that is opened anew': (bytes) => tags(110, 'em') + fill('<p>w', bytes),
  'formatting closed wrongly': (bytes) => fill('<b><i><p></b>w</i>', bytes),
  'words outside of cells': (bytes) => `<table>${fill('w<b>v<tr>', bytes)}`,
  'links in tables': (bytes) => `<table>${fill('<a href=/l>w', bytes)}`,
  'links in links': (bytes) => fill('<a href=/l><div>', bytes),
  'links not closed': (bytes) => fill('<a href=/l>w<p>', bytes),
  links: (bytes) => fill('<a href=/l>w</a> ', bytes),
  ruby: (bytes) => fill('<ruby>w<rt>v</ruby>', bytes),
  'ruby in one another': (bytes) => fill('<ruby><rt>w', bytes),
  paragraphs: (bytes) => fill('<p>w', bytes),
  'line breaks': (bytes) => fill('w<br>', bytes),
  'list items': (bytes) => `<ol>${fill('<li>w', bytes)}</ol>`,
  'lists in lists': (bytes) => fill('<ul><li>w', bytes),
  definitions: (bytes) => `<dl>${fill('<dt>w<dd>v', bytes)}</dl>`,
  headings: (bytes) => fill('<h2>w</h2>', bytes),
  rules: (bytes) => fill('<hr>', bytes),
  'end tags': (bytes) => fill('</p></b></div>', bytes),
  options: (bytes) => `<select>${fill('<option>w', bytes)}</select>v`,
  forms: (bytes) => fill('<form><input><button>w', bytes),
  drawings: (bytes) => fill('<svg><g>', bytes),
  'references by name': (bytes) => fill('&eacute;&nosuch;', bytes),
  'text without tags': (bytes) => fill('word ', bytes),
  'one long word': (bytes) => fill('w', bytes),
  'code in colours': (bytes) => `<pre><code>${fill('<span>let</span> w;\n', bytes)}</code></pre>`,
  'a long attribute': (bytes) => `<p title="${fill('w ', bytes)}">w</p><img src=/p.png alt="${fill('w ', bytes / 2)}">`,
  'many attributes': (bytes) => `<p ${fill('id=w title=v ', bytes)}>w</p>`,
  'candidates of a picture': (bytes) => `<img src=/p.png srcset="${list(bytes, 14, (at) => `/p${at}.png ${at + 1}w`).join()}">`,
  'ids in an attribute': (bytes) => `<p aria-labelledby="${fill('w ', bytes)}">w</p>`,
  'a long address': (bytes) => `<a href="/${fill('w', bytes)}">w</a>`,
  'quotes that stay open': (bytes) => fill('<a title="', bytes),
  'comments that stay open': (bytes) => fill('<!-- w ', bytes),
};

/** Plain texts. */
const TEXTS = {
  lines: (bytes) => fill('w\n', bytes),
  'paragraphs of a letter': (bytes) => fill('w\n\n', bytes),
  addresses: (bytes) => fill('https://a.example/w ', bytes),
  'addresses without blanks': (bytes) => fill('(https://a.example/w),', bytes),
  words: (bytes) => fill('word ', bytes),
  'a word': (bytes) => fill('w', bytes),
};

/** Fields. */
const FIELDS = {
  tags: (bytes) => feed({ tags: list(bytes, 9, (at) => `tag ${at}`) }),
  authors: (bytes) => feed({ authors: list(bytes, 24, (at) => ({ name: `Writer ${at}` })) }),
  'authors of the feed, for each of its items': (bytes) => feed({}, {
    authors: list(bytes / 2, 24, (at) => ({ name: `Writer ${at}` })), items: list(bytes / 2, 50, (at) => ({ id: `i${at}`, content_text: 'w' })),
  }),
  'related ids': (bytes) => feed({ _news: { related: list(bytes, 9, (at) => `no ${at}`) } }),
  'popular ids': (bytes) => feed({}, { _news: { popular: list(bytes, 9, (at) => `no ${at}`) } }),
  'a path of sections': (bytes) => feed({ _news: { section: list(bytes, 9, (at) => `sec ${at}`) } }),
  attachments: (bytes) => feed({ attachments: list(bytes, 50, (at) => ({ url: `https://a.example/${at}.mp3`, mime_type: 'audio/mpeg' })) }),
  'a title': (bytes) => feed({ title: fill('word ', bytes) }),
  'a title of markup': (bytes) => feed({ title: fill('<b>w</b>&eacute;', bytes) }),
  'a summary': (bytes) => feed({ summary: fill('word ', bytes) }),
  'sections, an item in each': (bytes) => feed({}, { items: list(bytes, 60, (at) => ({ id: `i${at}`, content_text: 'w', _news: { section: `s${at}` } })) }),
  items: (bytes) => feed({}, { items: list(bytes, 60, (at) => ({ id: `i${at}`, title: `Story ${at}`, content_text: 'w' })) }),
  'comments of a letter': (bytes) => feed({ _news: { comments: list(bytes, 60, (at) => ({ id: `c${at}`, authors: [{ name: 'W' }], content_text: 'w' })) } }),
};

const map = (kinds, prefix, to) => Object.fromEntries(Object.entries(kinds).map(([name, make]) => [`${prefix}: ${name}`, (bytes) => to(make(bytes))]));

/** Every kind by its name: a feed of about so many bytes. */
export const BOMBS = {
  ...map(BODIES, 'article', body),
  ...map(TEXTS, 'plain article', plain),
  ...map(BODIES, '40 comments', (content_html) => thread({ content_html })),
  ...map(TEXTS, '40 plain comments', (content_text) => thread({ content_text })),
  ...map(FIELDS, 'field', (made) => made),
};

/** How many bytes of the feed's size each of its texts gets. */
export const share = (name, bytes) => (name.startsWith('40 ') ? bytes / COMMENTS : bytes);
