// What a page with this configuration asks, of whom, and the policy that allows just that. Pure.

import { hosts } from "./hosts.js";

const PLAYERS = ["https://www.youtube-nocookie.com", "https://player.vimeo.com"];

const list = (...sources) => [...new Set(sources.flat())].join(" ");
const below = (names) => names.flatMap((name) => [`https://${name}`, `https://*.${name}`]);

/** What serves media: any host that the feed names, or the feed's own and those of the list. */
function media({ feed, mediaHosts }) {
  const { origin, protocol } = new URL(feed);
  return mediaHosts ? [origin, ...below(hosts(mediaHosts))] : ["https:", protocol];
}

/**
 * The strictest Content-Security-Policy for the host page, as a header's value.
 *
 * @param cdn        the origin of the widget's files
 * @param feed       the feed's whole address
 * @param mediaHosts, embeds  the attributes
 * @param service    the comment service's whole address, "" where comments are on no server
 * @param lists      the addresses of further lists that the feed names
 * @param frame      whether the page shows a frame instead of the element
 */
export function policy({ cdn, feed, mediaHosts, embeds, service, lists = [], frame }) {
  if (frame) return `default-src 'none'; script-src ${cdn}; frame-src ${cdn}; require-trusted-types-for 'script'; trusted-types 'none'`;
  const origins = [service, ...lists].filter(Boolean).map((address) => new URL(address).origin);
  // The service's own writers' pictures come with its comments.
  const images = list(media({ feed, mediaHosts }), mediaHosts ? origins.slice(0, service ? 1 : 0) : []);
  return [
    "default-src 'none'",
    `script-src ${cdn} 'wasm-unsafe-eval'`,
    `connect-src ${list(cdn, new URL(feed).origin, origins, mediaHosts ? below(hosts(mediaHosts)) : [])}`,
    `img-src ${images}`,
    `media-src ${images}`,
    `frame-src ${list(PLAYERS, below(hosts(embeds)))}`,
    "require-trusted-types-for 'script'",
    "trusted-types news-widget",
  ].join("; ");
}

/** What is asked of whom: `[who, what and when]`. */
export function requests({ cdn, feed, mediaHosts, embeds, service, loading }) {
  const { host } = new URL(feed);
  const near = loading === "eager" ? "at once" : "when the element comes near the screen";
  const named = (names) => [...new Set(names)].join(", ");
  return [
    [new URL(cdn).host, `The widget: its script at once; WebAssembly and style sheet ${near}.`],
    [host, `The feed, ${near}.`],
    [mediaHosts ? named([host, ...hosts(mediaHosts)]) : "Any host that the feed names", "Pictures, sound and further lists, when they are seen, played or opened."],
    [named([...PLAYERS.map((origin) => new URL(origin).host), ...hosts(embeds)]), "Players in articles, only at a click."],
    service
      ? [new URL(service).host, "Comments: the thread, when its place comes near the screen, and again while the page is open; what a reader posts, with name and e-mail address."]
      : ["Nobody", "Comments: they are in the feed, or in the reader’s browser."],
  ];
}
