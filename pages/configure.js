// The configurator: a form, the widget beside it, and the code for it. It knows of the widget what every host page knows:
// attributes, events and `--nw-*` properties. What can be thought without a document is in the pure files of configure/.

import { absolute, isForeign } from "./configure/address.js";
import { codeView } from "./configure/code.js";
import { offerCopies } from "./configure/copy.js";
import { settingsForm } from "./configure/form.js";
import { preview } from "./configure/preview.js";
import { publication } from "./configure/publication.js";
import { problems, readAddress, settingsFrom, writeAddress } from "./configure/settings.js";

const base = document.baseURI;
const element = document.querySelector("news-widget");
const DEMO = element.getAttribute("feed"); // until there is another

const form = settingsForm(document.getElementById("settings"), commit);
const widget = preview(element, (name, message) => form.complain(name, message));
const code = codeView(base);
const readers = publication((facts) => {
  form.suggest(facts.articles);
  code.name(facts);
});

/** A feed that came with the address, from elsewhere: anybody may write an address, so nothing of it is shown under this
 *  page's name until the reader says so. */
let unasked = "";

/** What is in force: of a setting that cannot be used, what was before. */
let settings = settingsFrom(() => "");

/** Takes what is in the form; `settled` unless it is still being changed, `asked` if Show was pressed. */
function commit(settled, asked = false) {
  const wanted = form.read();
  const wrong = problems(wanted, base);
  if (asked || wanted.feed !== unasked) unasked = "";
  if (unasked) wrong.feed = `This address came with the link. Press Show to ask ${new URL(unasked, base).host} for it.`;
  const usable = Object.entries(wanted).filter(([name]) => !wrong[name] && !(unasked && name === "article"));
  settings = { ...settings, ...Object.fromEntries(usable) };
  const feed = absolute(settings.feed || DEMO, base);
  widget.show(settings, settings.feed || DEMO);
  form.judge(wrong, settings);
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

const given = readAddress(location.search);
form.write(given);
if (given.feed && !problems(given, base).feed && isForeign(given.feed, base)) unasked = given.feed;
commit(false);
offerCopies();
