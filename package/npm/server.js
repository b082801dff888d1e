// What Node gets: there are no elements on a server. The tag is rendered as it stands, with the fallback in it, and comes
// to life in the browser.
export {};
