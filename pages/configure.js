// The configurator: a form, the widget beside it, and the code for it. It knows of the widget what every host page knows:
// attributes, events and `--nw-*` properties. What can be thought without a document is in the pure files of configure/.

import { absolute, isForeign } from "./configure/address.js";
import { codeView } from "./configure/code.js";
import { consent } from "./configure/consent.js";
import { offerCopies } from "./configure/copy.js";
import { settingsForm } from "./configure/form.js";
import { preview } from "./configure/preview.js";
import { publication } from "./configure/publication.js";
import { say } from "./configure/say.js";
import { serviceOf } from "./configure/service.js";
import { problems, readAddress, settingsFrom, writeAddress } from "./configure/settings.js";

const base = document.baseURI;
const element = document.querySelector("news-widget");
const DEMO = element.getAttribute("feed"); // until there is another
const byId = (id) => document.getElementById(id);

/** The tab's own storage, where the browser gives one: which addresses its reader allowed, and where focus was. */
function storage() {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}

const FOCUS = "news-widget-configurator/focus";
const allowed = consent({
  document,
  storage,
  reload() {
    storage()?.setItem(FOCUS, document.activeElement.id);
    location.reload();
  },
});
const form = settingsForm(byId("settings"), commit);
const widget = preview(element, (name, message) => form.complain(name, message));
const code = codeView(base);
let facts = {};
const readers = publication((known) => {
  facts = known;
  form.suggest(facts.articles);
  code.name(facts);
  show();
});

/** The feed that came with the address. */
let given = "";

/** What is in force: of a setting that cannot be used, what was before. */
let settings = settingsFrom(() => "");

/** Takes what is in the form; `settled` unless it is still being changed, `asked` if Show was pressed. */
function commit(settled, asked = false) {
  const wanted = form.read();
  const wrong = problems(wanted, base);
  if (settled) remember(wanted);
  const foreign = wanted.feed && !wrong.feed && isForeign(wanted.feed, base) ? absolute(wanted.feed, base) : "";
  if (foreign && asked && allowed.give([foreign])) return;
  if (foreign && !mayShow(foreign, wanted.feed)) {
    const came = wanted.feed === given ? "This address came with the link. " : "";
    wrong.feed = `${came}Press Show to ask ${new URL(foreign).host} for it.`;
  }
  // An article of another feed than the one that is shown is in none.
  const usable = Object.entries(wanted).filter(([name]) => !wrong[name] && !(wrong.feed && name === "article"));
  settings = { ...settings, ...Object.fromEntries(usable) };
  form.judge(wrong, settings);
  const feed = absolute(settings.feed || DEMO, base);
  code.show(settings, feed, form.labels(Object.keys(wrong)));
  readers.of(feed);
  show();
}

/** Whether a feed of another origin is shown: what came with a link once its reader has allowed that very address, what was
 *  typed where its host may be asked already. */
const mayShow = (feed, written) => allowed.has(feed) || (written !== given && allowed.reaches(feed));

/** Draws the preview. Comments and lists of other origins are asked for once the reader has allowed that. */
function show() {
  const feed = absolute(settings.feed || DEMO, base);
  const known = facts.feed === feed ? facts : { feed };
  const service = serviceOf(settings, known);
  const mayAsk = service.known && (!service.address || allowed.has(service.address));
  widget.show(settings, settings.feed || DEMO, mayAsk);
  const lists = (known.lists ?? []).filter((address) => !allowed.reaches(address));
  const asks = mayAsk || !service.address ? lists : [service.address, ...lists];
  const hosts = [...new Set(asks.map((address) => new URL(address).host))].join(", ");
  byId("asking").hidden = !asks.length;
  if (!asks.length) return;
  say(byId("asking-whom"), asks.length > lists.length
    ? `Comments are left out of the preview: ${hosts} has not been asked yet. What you post in the preview is posted there.`
    : `The preview is not whole: the feed keeps lists at ${hosts}, which has not been asked yet.`);
  say(byId("ask"), `Ask ${hosts}`);
  byId("ask").onclick = () => { if (!allowed.give(asks)) show(); };
}

/** Keeps the settings in this page's address. The widget's own state and fragment, with routing="hash", stay. */
function remember(wanted) {
  const query = writeAddress(wanted);
  const url = new URL(location);
  if (url.search.slice(1) === query) return;
  url.search = query;
  history.replaceState(history.state, "", url);
}

const address = readAddress(location.search);
form.write(address);
given = address.feed;
commit(false);
offerCopies();
byId(storage()?.getItem(FOCUS) ?? "")?.focus();
storage()?.removeItem(FOCUS);
