// How a text of a plan is known wherever it turns up: in a request, on the screen, in storage, at the server. Pure.

/** What the reader of sequence `n` writes. A mark is `2-1`: the second comment in its first version; each edit makes another. */
export const textOf = (n, mark) => `Remark ${n}-${mark}. So it was, and so it may be again.`;

/** All marks in a text. */
export const marksIn = (text) => [...text.matchAll(/Remark \d+-(\d+-\d+)\. So/g)].map(([, mark]) => mark);

/** The first of them. */
export const markIn = (text) => marksIn(text)[0] ?? null;
