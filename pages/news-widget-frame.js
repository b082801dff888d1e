/**
 * For pages that show the news in a frame: gives every `<iframe>` of the embed.html beside this script the height of its
 * content, and makes links to its comments links to this page. Optional, and the only script of ours on such a page.
 *
 * A message is taken from nobody else: it must come from this script's own origin, and from the very window of such a frame;
 * and this page's address is told to nobody else. A frame with `data-fixed` keeps the height that the page gives it.
 */

const page = new URL("embed.html", import.meta.url);

/** The frames that show our page. Their `src` is the host page's own word. */
const frames = () => [...document.querySelectorAll("iframe")].filter(({ src }) => src.split(/[?#]/)[0] === page.href);

/** Where we have scrolled to. */
let led;

/** Tells a frame where it stands. */
const tell = (frame) => frame.contentWindow.postMessage({ type: "news-widget:page", url: location.href }, page.origin);

addEventListener("message", ({ data, origin, source }) => {
  const frame = origin === page.origin && frames().find(({ contentWindow }) => contentWindow === source);
  if (!frame || data?.type !== "news-widget:height") return;
  tell(frame);
  const { height, top } = data;
  if (!(height > 0 && height < 1e6) || "fixed" in frame.dataset) return;
  frame.style.boxSizing = "content-box"; // or the frame's border would take of it
  frame.style.height = `${Math.ceil(height)}px`;
  // Where the comment is that our address names, until the reader has scrolled.
  if (!(top >= 0 && top < height) || (led ?? scrollY) !== scrollY) return;
  scrollTo({ top: scrollY + frame.getBoundingClientRect().top + top, behavior: "instant" });
  led = scrollY;
});

addEventListener("hashchange", () => {
  led = undefined;
  frames().forEach(tell);
});

// Frames that were there before this script have said their height to nobody.
// To any origin, for it is no secret: one that has not been loaded yet has no origin of ours, and browsers would complain.
for (const frame of frames()) frame.contentWindow.postMessage({ type: "news-widget:measure" }, "*");
