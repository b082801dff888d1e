// The element in React 19, which knows custom elements; their types are the page's to declare, as here.
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { NewsWidget, NewsWidgetAttributes, NewsWidgetHandlers } from "../../src/widget/news-widget.d.ts";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "news-widget": DetailedHTMLProps<HTMLAttributes<NewsWidget>, NewsWidget> & NewsWidgetAttributes & NewsWidgetHandlers;
    }
  }
}

export const story = (
  <news-widget
    feed="https://news.example/feed.json" heading-level={2} theme="auto"
    comments="http" comments-url="https://comments.news.example/comments" new-comments="none"
    ref={(element) => element?.refresh()} onnews-widget:navigate={(event) => event.detail.id && event.preventDefault()}
  >
    <a href="https://news.example/story">Read the story</a>
  </news-widget>
);

// @ts-expect-error no such value
export const wrong = <news-widget feed="/feed.json" routing="history" />;
