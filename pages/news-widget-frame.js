/**
 * For pages that show the news in a frame: gives every `<iframe>` of the embed.html beside this script the height of its
 * content. Optional, and the only script of ours on such a page.
 *
 * A height is taken from nobody else: its message must come from this script's own origin, and from the very window of
 * such a frame. A frame with `data-fixed` keeps the height that the page gives it.
 */

const page = new URL("embed.html", import.meta.url);

/** The frames that show our page. Their `src` is the host page's own word. */
const frames = () => [...document.querySelectorAll("iframe:not([data-fixed])")]
  .filter(({ src }) => src.split(/[?#]/)[0] === page.href);

addEventListener("message", ({ data, origin, source }) => {
  if (origin !== page.origin || data?.type !== "news-widget:height") return;
  const { height } = data;
  if (!(height > 0 && height < 1e6)) return;
  for (const frame of frames()) {
    if (frame.contentWindow !== source) continue;
    frame.style.boxSizing = "content-box"; // or the frame's border would take of it
    frame.style.height = `${Math.ceil(height)}px`;
  }
});

// Frames that were there before this script have said their height to nobody.
// To any origin, for it is no secret: one that has not been loaded yet has no origin of ours, and browsers would complain.
for (const frame of frames()) frame.contentWindow.postMessage({ type: "news-widget:measure" }, "*");
