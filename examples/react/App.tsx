import { useRef, useState } from "react";
import "news-widget";
import type { NewsWidget, NewsWidgetEventMap } from "news-widget";

/** Which article is shown is this component's to know. */
export function App() {
  const news = useRef<NewsWidget>(null);
  const [article, setArticle] = useState<string>();

  const follow = (event: NewsWidgetEventMap["news-widget:navigate"]) => {
    if (!event.detail.id) return; // no article is meant: let the browser go there
    event.preventDefault();
    setArticle(event.detail.id);
    news.current?.scrollIntoView();
  };

  return (
    <>
      <p>Reading: <output>{article ?? "the newest"}</output></p>
      <p>
        <button id="newest" onClick={() => setArticle(undefined)}>The newest</button>{" "}
        <button id="refresh" onClick={() => news.current?.refresh()}>Refresh</button>
      </p>
      <news-widget
        ref={news}
        feed="feed.json"
        article={article}
        heading-level={2}
        sections="article related comments reply"
        onnews-widget:navigate={follow}
      >
        <a href="https://news.example/">Read the news</a>
      </news-widget>
    </>
  );
}
