// The page's own address says which article is shown: `?article=weir`. So "Back" and a bookmark work as everywhere.

const news = document.querySelector("news-widget");
const reading = document.querySelector("output");

function show() {
  const article = new URLSearchParams(location.search).get("article");
  news.article = article; // null takes it away: the newest is shown
  reading.textContent = article ?? "the newest";
}

function go(search) {
  history.pushState(null, "", search || location.pathname);
  show();
}

news.addEventListener("news-widget:navigate", (event) => {
  if (!event.detail.id) return; // no article is meant: let the browser go there
  event.preventDefault();
  go(`?${new URLSearchParams({ article: event.detail.id })}`);
  news.scrollIntoView();
});

document.querySelector("#newest").addEventListener("click", () => go(""));
document.querySelector("#refresh").addEventListener("click", () => news.refresh());
addEventListener("popstate", show);
show();
