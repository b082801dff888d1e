// The configurator: a form, the widget beside it, and the code for it. It knows of the widget what every host page knows:
// attributes, events and `--nw-*` properties. What can be thought without a document is in the pure files of configure/.

import { absolute } from "./configure/address.js";
import { codeView } from "./configure/code.js";
import { offerCopies } from "./configure/copy.js";
import { settingsForm } from "./configure/form.js";
import { preview } from "./configure/preview.js";
import { publication } from "./configure/publication.js";
import { problems, readAddress, settingsFrom, writeAddress } from "./configure/settings.js";

const base = document.baseURI;
const DEMO = "feed.json";

const form = settingsForm(document.getElementById("settings"), commit);
const widget = preview(document.querySelector("news-widget"), (name, message) => form.complain(name, message));
const code = codeView(base);
const readers = publication((facts) => {
  form.suggest(facts.articles);
  code.name(facts);
});

/** What is in force: of a setting that cannot be used, what was before. */
let settings = settingsFrom(() => "");

/** Takes what is in the form; `settled` unless it is still being changed. */
function commit(settled) {
  const wanted = form.read();
  const wrong = problems(wanted, base);
  const usable = Object.entries(wanted).filter(([name]) => !wrong[name]);
  settings = { ...settings, ...Object.fromEntries(usable) };
  const feed = absolute(settings.feed || DEMO, base);
  const anew = widget.show(settings, settings.feed || DEMO);
  form.judge(wrong, settings, anew);
  code.show(settings, feed, form.labels(Object.keys(wrong)));
  readers.of(feed);
  if (settled) remember(wanted);
}

/** Keeps the settings in this page's address. The widget's own state and fragment, with routing="hash", stay. */
function remember(wanted) {
  const query = writeAddress(wanted);
  const url = new URL(location);
  if (url.search.slice(1) === query) return;
  url.search = query;
  history.replaceState(history.state, "", url);
}

form.write(readAddress(location.search));
commit(false);
offerCopies();
