// Feeds in which an attack stands in every position at once. What is broken costs itself and what depends on it (a caption
// is shown under a picture only): so there are two feeds of each attack, one hostile all over, and one with good addresses
// around hostile texts. In both, every article has a harmless last tag, by which a test knows that it is there.

const VERSION = 'https://jsonfeed.org/version/1.1';
/** A section that every article is in, so that one address leads to a page of all of them. */
export const SECTION = 'fixed';

/** The ids of a feed's articles: hostile all over, hostile texts, no body. */
export const articles = ({ raw }) => ({ first: `${raw} A`, second: `${raw} B`, third: `${raw} C` });

/** Addresses that the widget fetches by itself are named by the publisher; a test of its own says what comes of that. Here
 *  they stay on this machine. */
function onThisHost(raw, base) {
  const away = URL.canParse(raw, base) && new URL(raw, base).host !== new URL(base).host;
  return away ? undefined : raw;
}

const thread = ({ raw, html }, id) => [
  {
    id: raw, url: raw, content_html: html, date_published: raw, date_modified: raw, language: raw, title: raw,
    authors: [{ name: raw, url: raw, avatar: raw }],
    _news: { parent: raw, article: { id, title: raw, url: raw } },
  },
  { id: `${raw} 2`, content_text: raw, author: raw, date_published: '2026-01-19', _news: { parent: raw } },
  { id: '3', content_html: html, authors: [{ name: raw, url: 'ann.html' }], _news: { parent: '3' } },
];

/** Everything hostile. */
const first = (attack, base) => ({
  id: articles(attack).first, url: attack.raw, external_url: attack.raw, title: attack.raw, summary: attack.raw,
  content_html: attack.html, content_text: attack.raw, image: attack.raw, banner_image: attack.raw,
  date_published: attack.raw, date_modified: attack.raw, language: attack.raw,
  authors: [{ name: attack.raw, url: attack.raw, avatar: attack.raw }, attack.raw], author: { name: attack.raw },
  tags: [attack.raw, attack.html],
  attachments: [
    { url: attack.raw, title: attack.raw, mime_type: attack.raw, size_in_bytes: attack.raw, duration_in_seconds: attack.raw },
    ...['audio/mpeg', 'video/mp4', 'image/png', 'image/svg+xml'].map((type) => ({ url: attack.raw, mime_type: type })),
  ],
  _news: {
    section: [attack.raw, attack.html, SECTION], related: [attack.raw, articles(attack).second], views: attack.raw,
    image_alt: attack.raw, image_caption: attack.raw, image_credit: attack.raw, image_width: attack.raw, image_height: attack.raw,
    comments_open: attack.raw, comment_count: attack.raw, comments: thread(attack, articles(attack).first),
    comments_url: onThisHost(attack.raw, base), parent: attack.raw, article: { id: attack.raw, title: attack.raw, url: attack.raw },
  },
});

/** Hostile texts between good addresses. */
const second = (attack) => ({
  id: articles(attack).second, url: 'b.html', title: attack.raw, summary: attack.raw, content_text: attack.raw, image: 'lead.png',
  date_published: '2026-01-19T08:30:00Z', authors: [{ name: attack.raw, url: 'ann.html', avatar: 'ann.png' }], tags: [attack.raw],
  attachments: [
    { url: 'song.mp3', title: attack.raw, mime_type: 'audio/mpeg' }, { url: 'film.mp4', title: attack.raw, mime_type: 'video/mp4' },
    { url: 'map.png', title: attack.raw, mime_type: 'image/png' }, { url: 'text.pdf', title: attack.raw, mime_type: attack.raw },
  ],
  _news: {
    section: [SECTION, attack.raw], image_alt: attack.raw, image_caption: attack.raw, image_credit: attack.raw,
    image_width: 3, image_height: 2, comments_url: 'thread.json',
  },
});

/** No body: the summary, and a way out. */
const third = ({ raw, ...attack }) => ({
  id: articles({ raw, ...attack }).third, external_url: raw, summary: raw, _news: { section: [SECTION, raw], comments_open: false },
});

/** Hostile all over. */
const feed = (attack, base, sign) => ({
  version: VERSION,
  title: attack.raw, home_page_url: attack.raw, feed_url: attack.raw, description: attack.raw, user_comment: attack.raw,
  icon: attack.raw, favicon: attack.raw, language: attack.raw, authors: [{ name: attack.raw, url: attack.raw, avatar: attack.raw }],
  next_url: onThisHost(attack.raw, base), hubs: [{ type: attack.raw, url: attack.raw }], expired: attack.raw,
  _news: {
    about: attack.raw, sections: [{ name: attack.raw, url: attack.raw }, { name: sign, url: attack.raw }],
    popular: [attack.raw, articles(attack).first],
    popular_url: onThisHost(attack.raw, base), recent_comments_url: onThisHost(attack.raw, base),
    spot: { image: attack.raw, url: attack.raw, alt: attack.raw, width: attack.raw, height: attack.raw, label: attack.raw },
    comments: { service: attack.raw, url: attack.raw },
  },
  items: [first, second, third].map((item) => item(attack, base)).map((item) => ({ ...item, tags: [...item.tags ?? [], sign] })),
});

/** Good addresses, and lists that are kept elsewhere. */
function texts(attack, base, sign) {
  const { _news: news, ...rest } = feed(attack, base, sign);
  const spot = { ...news.spot, image: 'spot.png', url: 'spot.html', width: 3, height: 2 };
  const elsewhere = { popular: [], popular_url: 'ranking.json', recent_comments_url: 'recent.json' };
  return { ...rest, home_page_url: 'home.html', _news: { ...news, ...elsewhere, spot, comments: { service: 'local', url: attack.raw } } };
}

/** The documents of one attack, by their names. */
export const documents = {
  'feed.json': feed,
  'texts.json': texts,
  'thread.json': (attack) => ({ version: VERSION, title: attack.raw, items: thread(attack, articles(attack).second) }),
  'recent.json': (attack) => ({ version: VERSION, items: thread(attack, 'none that is known') }),
  'ranking.json': (attack, base) => ({ version: VERSION, items: [{ ...first(attack, base), id: `${attack.raw} elsewhere` }, third(attack)] }),
};
