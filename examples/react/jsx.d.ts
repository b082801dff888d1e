// What JSX may say of the element. An application declares it once.
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { NewsWidget, NewsWidgetAttributes, NewsWidgetHandlers } from "news-widget";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "news-widget": DetailedHTMLProps<HTMLAttributes<NewsWidget>, NewsWidget> & NewsWidgetAttributes & NewsWidgetHandlers;
    }
  }
}
