// The code, the policy and the table of requests, as the settings are.

import { isAddress, isForeign } from "./address.js";
import { policy, requests } from "./policy.js";
import { say } from "./say.js";
import { attributes } from "./settings.js";
import { elementSnippet, frameSnippet } from "./snippet.js";
import { serviceOf } from "./service.js";
import { rules } from "./theme.js";

const byId = (id) => document.getElementById(id);
const NOTES = {
  element: "",
  pinned: "Runs this very release or nothing. A new release needs a new tag.",
  frame: "The news on a page of its own, with no script of ours in yours but the one that fits the height; leave that out if you like.",
};

const element = (name, textContent) => Object.assign(document.createElement(name), { textContent });

export function codeView(base) {
  const at = (name) => new URL(name, base).href;
  let shown; // {settings, feed, wrong}
  let facts = {};
  let pinned;

  const kind = () => byId("kinds").querySelector(":checked").value;

  function draw() {
    const { settings, feed, wrong } = shown;
    const named = attributes(settings, feed);
    const known = facts.feed === feed ? facts : {};
    const isArticle = isAddress(settings.article);
    const looks = rules(settings);
    const frame = kind() === "frame";
    const { address: service } = serviceOf(settings, { ...known, feed });
    const guarded = [feed, settings["comments-url"] && service].filter((address) => address && isForeign(address, base));
    say(byId("code"), frame
      ? frameSnippet({ page: at("embed.html"), fit: at("news-widget-frame.js"), attributes: named.filter(([name]) => name !== "loading"), title: known.title || "News" })
      : elementSnippet({
        loader: kind() === "pinned" ? pinned : { src: at("news-widget.js") },
        attributes: named,
        rules: looks,
        home: isArticle ? settings.article : known.home || at(new URL("/", feed)),
        name: isArticle ? "the story" : known.title || "the news",
      }));
    say(byId("code-note"), [
      NOTES[kind()],
      frame && looks && "Colours and fonts do not reach into a frame.",
      frame && guarded.length && `embed.html must allow ${guarded.length > 1 ? "feed and comments" : guarded[0] === feed ? "the feed" : "the comments"}: list ${guarded.join(" ")} in its <meta name="news-widget-allowed">.`,
    ].filter(Boolean).join(" "));
    say(byId("code-problem"), wrong.length ? `Not in the code yet: ${wrong.join(", ")}.` : "");

    const asked = {
      cdn: new URL(base).origin, feed, mediaHosts: settings["media-hosts"], embeds: settings.embeds, loading: settings.loading, service, lists: known.lists, frame,
    };
    say(byId("policy"), policy(asked));
    say(byId("policy-note"), looks && !frame ? "Under it, put the style rules into a style sheet of yours and allow that: it refuses <style>." : "");
    byId("requests").replaceChildren(...requests(asked).map(([who, what]) => {
      const row = document.createElement("div");
      row.append(element("dt", who), element("dd", what));
      return row;
    }));
  }

  byId("kinds").addEventListener("change", draw);
  pinnedTag(at).then((tag) => {
    pinned = tag;
    byId("kinds").querySelector("[value=pinned]").disabled = false;
  }, (error) => {
    NOTES.element = `There is no tag to pin: ${error.message}`;
    draw();
  });

  return {
    /** `wrong` are the labels of fields that cannot be used. */
    show(settings, feed, wrong) {
      shown = { settings, feed, wrong };
      draw();
    },

    /** Takes what is known of the feed. */
    name(known) {
      facts = known;
      draw();
    },
  };
}

/** The tag that scripts/dist.mjs wrote. */
async function pinnedTag(at) {
  const answer = await fetch(at("pinned.html"));
  const [, src, integrity] = (await answer.text()).match(/ src="([^"]+)" integrity="([^"]+)"/) ?? [];
  if (!src) throw new Error("pinned.html is not beside this page.");
  return { src: at(src), integrity };
}
