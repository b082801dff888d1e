/** The types of `<news-widget>`: README.md says what each does. They come with `import "news-widget"`;
 *  where the widget is a script of a page, import this file once. */

/** A part of the page. */
export type NewsPart =
  | "date" | "spot" | "breadcrumb" | "article" | "related" | "comments" | "reply" | "popular" | "recent";

/** The attributes, by their names in HTML. */
export interface NewsWidgetAttributes {
  feed?: string;
  source?: "json-feed" | "wordpress";
  article?: string;
  /** Names of {@link NewsPart}, separated by spaces. */
  sections?: string;
  routing?: "none" | "hash";
  comments?: "local" | "http" | "wordpress" | "isso" | "feed" | "none";
  "comments-url"?: string;
  /** `none`: nobody looks for new comments while the page is open. */
  "new-comments"?: "none";
  "media-hosts"?: string;
  embeds?: string;
  "spam-traps"?: "all" | "field" | "time" | "none";
  "trusted-types"?: "none";
  lang?: string;
  theme?: "auto" | "light" | "dark";
  "heading-level"?: 1 | 2 | 3 | 4 | "1" | "2" | "3" | "4";
  loading?: "lazy" | "eager";
}

/** Why there is no news. */
export type NewsErrorCode =
  | "missing-feed" | "bad-feed-address" | "unreachable" | "cors" | "policy" | "mixed-content" | "host-not-listed" | "not-found" | "http-status"
  | "too-large" | "endless" | "article-not-found" | "empty" | "html" | "xml" | "wrong-type" | "compressed" | "not-text" | "truncated" | "not-json" | "not-a-feed" | "not-a-comment"
  | "load" | "blocked" | "timeout";

/** What became of a comment. */
export type NewsCommentStatus = "published" | "pending" | "queued" | "failed";

/** The events, which bubble and cross shadow roots. */
export interface NewsWidgetEventMap {
  /** The first page is drawn, also the first after an error. */
  "news-widget:ready": CustomEvent<Record<string, never>>;
  /** Before a link is followed; `preventDefault()` keeps the browser here. `id` is empty where no article is meant. */
  "news-widget:navigate": CustomEvent<{ id: string; url: string }>;
  /** What became of a reader's comment. `queued`: not sent yet; `failed`: not taken. */
  "news-widget:comment": CustomEvent<{ id: string; status: NewsCommentStatus }>;
  /** There is no news to show. */
  "news-widget:error": CustomEvent<{ code: NewsErrorCode; message: string }>;
}

/** The events as React has them: `onnews-widget:navigate={…}`. */
export type NewsWidgetHandlers = { [Name in keyof NewsWidgetEventMap as `on${Name}`]?: (event: NewsWidgetEventMap[Name]) => void };

/**
 * The element. Each attribute is a property, too: reading gives the attribute's text, `""` where there is none; `null` or
 * `undefined` removes it.
 */
export interface NewsWidget extends HTMLElement {
  get feed(): string;
  set feed(value: string | null | undefined);
  get source(): string;
  set source(value: NewsWidgetAttributes["source"] | null);
  get article(): string;
  set article(value: string | null | undefined);
  get sections(): string;
  set sections(value: string | null | undefined);
  get routing(): string;
  set routing(value: NewsWidgetAttributes["routing"] | null);
  get comments(): string;
  set comments(value: NewsWidgetAttributes["comments"] | null);
  get commentsUrl(): string;
  set commentsUrl(value: string | null | undefined);
  get mediaHosts(): string;
  set mediaHosts(value: string | null | undefined);
  get embeds(): string;
  set embeds(value: string | null | undefined);
  get spamTraps(): string;
  set spamTraps(value: NewsWidgetAttributes["spam-traps"] | null);
  get newComments(): string;
  set newComments(value: NewsWidgetAttributes["new-comments"] | null);
  get trustedTypes(): string;
  set trustedTypes(value: NewsWidgetAttributes["trusted-types"] | null);
  get theme(): string;
  set theme(value: NewsWidgetAttributes["theme"] | null);
  get headingLevel(): string;
  set headingLevel(value: NewsWidgetAttributes["heading-level"] | null);
  get loading(): string;
  set loading(value: NewsWidgetAttributes["loading"] | null);

  /** Fetches the feed again; what is shown stays until the answer is here. */
  refresh(): void;
  /**
   * Resolves once no news widget of the page has anything under way (requests, code, texts to be drawn, comments on their
   * way), and what they have drawn is painted. An element that waits to come near the viewport has nothing under way, and
   * neither has a comment that waits for its next try.
   */
  readonly settled: Promise<void>;

  addEventListener<K extends keyof NewsWidgetEventMap>(
    type: K, listener: (this: NewsWidget, event: NewsWidgetEventMap[K]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K, listener: (this: HTMLElement, event: HTMLElementEventMap[K]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "news-widget": NewsWidget;
  }
  // They bubble: a page may listen on its document.
  interface GlobalEventHandlersEventMap extends NewsWidgetEventMap {}
}
