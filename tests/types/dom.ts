// What TypeScript makes of news-widget.d.ts; lines that must not compile say so.
import type { NewsPart } from "../../src/widget/news-widget.d.ts";

const element = document.createElement("news-widget");
element.feed = "https://news.example/feed.json";
element.headingLevel = 2;
element.headingLevel = "3";
element.article = null;
element.theme = "dark";
element.refresh();
element.settled.then(() => element.refresh());
// @ts-expect-error read only
element.settled = Promise.resolve();
const level: string = element.headingLevel;
const parts: NewsPart[] = ["date", "recent"];
element.sections = parts.join(" ");
document.body.append(element, level);

document.querySelector("news-widget")?.addEventListener("news-widget:error", ({ detail }) => {
  const message: string = detail.message;
  if (detail.code === "blocked") console.log(message);
  // @ts-expect-error no such code
  if (detail.code === "nonsense") console.log(message);
});
document.addEventListener("news-widget:navigate", (event) => {
  event.preventDefault();
  history.pushState(null, "", event.detail.url);
});

document.addEventListener("news-widget:comment", ({ detail }) => {
  if (detail.status === "pending") console.log(detail.id);
  // @ts-expect-error no such status
  if (detail.status === "lost") console.log(detail.id);
});
element.comments = "isso";
element.commentsUrl = "https://comments.news.example/";
element.setAttribute("new-comments", "none");
element.newComments = "none";
element.newComments = null;
// @ts-expect-error no such service
element.comments = "disqus";

// @ts-expect-error no such theme
element.theme = "sepia";
// @ts-expect-error 1 to 4
element.headingLevel = 7;
// @ts-expect-error no such property
element.feeds = "x";
