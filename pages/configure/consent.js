// Which addresses of other origins the preview may ask. Anybody may write an address of this page; only its reader's click
// allows one, and only until the page is left.
//
// The page's policy (connect-src) names the origins, so that neither a redirect nor a feed that names another address gets
// past this file. A policy cannot be widened: where an allowed address needs that, the page is loaded again.

const KEY = "news-widget-configurator/allowed";

/** The sources of `connect-src`: the page itself, and the origins of these addresses. */
export const sources = (addresses) => ["'self'", ...new Set(addresses.map((address) => new URL(address).origin))].join(" ");

/** The addresses in what was kept; none in what is not ours. */
export function readAllowed(kept) {
  try {
    const list = JSON.parse(kept);
    return Array.isArray(list) ? list.filter((entry) => typeof entry === "string" && /^https?:\/\//.test(entry) && URL.canParse(entry)) : [];
  } catch {
    return [];
  }
}

/** `storage` is the tab's own; `reload` loads the page again. To be called before anything is asked for. */
export function consent({ document, storage, reload }) {
  const allowed = new Set(readAllowed(storage()?.getItem(KEY)));
  storage()?.removeItem(KEY); // it was for this one time: the next link asks again
  const here = new URL(document.baseURI).origin;
  const inForce = sources([...allowed]);
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = `connect-src ${inForce}`;
  document.head.append(policy);

  /** Whether the policy lets the page ask this address. */
  const reaches = (address) => {
    const { origin } = new URL(address);
    return origin === here || inForce.split(" ").includes(origin);
  };
  return {
    reaches,
    /** Whether the reader has allowed this very address, or it is of this page's own origin. */
    has: (address) => new URL(address).origin === here || allowed.has(address),
    /** The reader allows these. Returns true when the page is about to be loaded again. */
    give(addresses) {
      for (const address of addresses) allowed.add(address);
      if (addresses.every(reaches)) return false;
      storage()?.setItem(KEY, JSON.stringify([...allowed]));
      reload();
      return true;
    },
  };
}
