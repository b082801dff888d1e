// The comment service of a configuration, and what the feed keeps on other hosts. Pure.

import { absolute } from "./address.js";

/** Those that are on a server. */
const REMOTE = ["http", "wordpress", "isso"];

/**
 * Where the comments of these settings are: `{known, address}`. The feed may choose the service, so nothing is known before it
 * has been read; `facts` are those of publication.js. `address` is "" where the comments are on no server.
 */
export function serviceOf(settings, facts) {
  const written = settings["comments-url"];
  if (settings.comments) {
    return { known: true, address: REMOTE.includes(settings.comments) && written ? absolute(written, facts.feed) : "" };
  }
  const named = REMOTE.includes(facts.service?.name) ? written || facts.service.address : "";
  return { known: Boolean(facts.read), address: named ? absolute(named, facts.feed) : "" };
}
