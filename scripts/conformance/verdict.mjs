// What may be wrong, and how a rule says so.

/** A rule (a MUST of the contract) is broken. */
export class Wrong extends Error {
  constructor(was, todo) {
    super(was);
    this.todo = todo;
  }
}

/** It works, and could be better (a SHOULD). */
export class Advice extends Wrong {}

/** The rule cannot be tried on this server. */
export class Skip extends Error {}

/** Unless `good`, the rule is broken: what was seen, and what to do. */
export function must(good, was, todo) {
  if (!good) throw new Wrong(was, todo);
}

/** The same for advice. */
export function should(good, was, todo) {
  if (!good) throw new Advice(was, `better: ${todo}`);
}

/** An answer in a few words. */
export const seen = (answer) => `${answer.method} answered ${answer.status} ${answer.text.slice(0, 200).replaceAll('\n', ' ')}`;
