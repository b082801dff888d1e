/** A new element, by the prototype: a host's `<img name="createElement">` takes the place of the document's own method. */
export const make = (name) => Document.prototype.createElement.call(document, name);
