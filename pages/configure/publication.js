// What the feed says of itself: its name and home for the code, its articles to choose from. The widget tells when there is
// something wrong with it; here that only means that nothing is known.

import { isAddress } from "./address.js";

const SUGGESTED = 50;
const ACCEPT = "application/feed+json, application/json, */*;q=0.1"; // as the widget asks, so that a cache can answer

const text = (value) => (typeof value === "string" ? value.replace(/\s+/g, " ").trim() : "");

/** The address that stands at `value`, whole; "" where there is none. */
const address = (value, feed) => (text(value) && URL.canParse(text(value), feed) && isAddress(new URL(text(value), feed).href) ? new URL(text(value), feed).href : "");

/** Whose threads, further pages and lists are asked for: addresses, each once. */
function listsOf(feed, { next_url: next, _news: news, items }) {
  const threads = (Array.isArray(items) ? items : []).map((item) => item?._news?.comments_url);
  return [...new Set([next, news?.popular_url, news?.recent_comments_url, ...threads].map((value) => address(value, feed)).filter(Boolean))];
}

/**
 * What is known of a feed: `{feed, read, title, home, articles, lists, service}`. Nothing is known before it was `read`.
 * `lists` are the addresses that it keeps further news and threads at; `service` is the comment service that it names.
 */
export function factsOf(feed, document) {
  const { title, home_page_url: written, items, _news: news } = document ?? {};
  const articles = (Array.isArray(items) ? items : [])
    .filter((item) => text(item?.id) && text(item.title))
    .slice(0, SUGGESTED)
    .map((item) => [text(item.id), text(item.title)]);
  const service = { name: text(news?.comments?.service).toLowerCase(), address: address(news?.comments?.url, feed) };
  return { feed, read: document !== undefined, title: text(title), home: address(written, feed), articles, lists: listsOf(feed, document ?? {}), service };
}

/** `known(facts)` is called with what is known, at first next to nothing. */
export function publication(known) {
  let request;
  let shown;

  return {
    async of(feed) {
      if (feed === shown) return;
      shown = feed;
      request?.abort();
      const { signal } = (request = new AbortController());
      known(factsOf(feed));
      try {
        const answer = await fetch(feed, { signal, headers: { Accept: ACCEPT } });
        const facts = factsOf(feed, await answer.json());
        if (answer.ok && !signal.aborted) known(facts);
      } catch {
        // no feed, or not the one that is wanted by now
      }
    },
  };
}
