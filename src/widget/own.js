/** What a method of the document gives, by the prototype: a host's `<img name="createElement">` takes the place of its own. */
export const own = (method, value) => Document.prototype[method].call(document, value);
