// What the feed says of itself: its name and home for the code, its articles to choose from. The widget tells when there is
// something wrong with it; here that only means that nothing is known.

import { isAddress } from "./address.js";

const SUGGESTED = 50;
const ACCEPT = "application/feed+json, application/json, */*;q=0.1"; // as the widget asks, so that a cache can answer

const text = (value) => (typeof value === "string" ? value.replace(/\s+/g, " ").trim() : "");

/** `{feed, title, home, articles}` of a feed as it was read. */
export function factsOf(feed, document = {}) {
  const { title, home_page_url: written, items } = document ?? {};
  const home = URL.canParse(text(written), feed) ? new URL(text(written), feed).href : "";
  const articles = (Array.isArray(items) ? items : [])
    .filter((item) => text(item?.id) && text(item.title))
    .slice(0, SUGGESTED)
    .map((item) => [text(item.id), text(item.title)]);
  return { feed, title: text(title), home: text(written) && isAddress(home) ? home : "", articles };
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
