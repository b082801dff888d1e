// What a reader sees in a widget, and does with it. The only file that knows the widget's markup and words.

import { markIn } from '/faults/marks.mjs';

const squeeze = (text) => text.replace(/\s+/g, ' ').trim();

/** The states in which a comment can be shown, by how the note under it begins. What is none of these is a reason. */
const NOTES = [
  ['held', 'Your comment is awaiting moderation'],
  ['sending', 'Sending'],
  ['unsent', 'Not sent yet'],
  ['unknown', 'The answer to your comment was lost'],
  ['not kept', 'This browser could not keep'],
];

/** What a row says of its comment. */
function state(row) {
  const note = row.querySelector('.note');
  if (!note) return { state: 'published' };
  const words = [...note.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE); // the rest are buttons
  const text = squeeze(words.map(({ data }) => data).join(' '));
  const known = NOTES.find(([, start]) => text.startsWith(start));
  if (known) return { state: known[0] };
  return { state: text.includes('An earlier try may have') ? 'doubted' : 'refused', reason: text };
}

/** Everything that the screen says of comments: `[{ mark, state, reason }]`, the form included (`form`, `posting`). */
export function claims(root) {
  const rows = [...root.querySelectorAll('.thread [data-comment]')].map((row) => ({
    mark: markIn(row.querySelector('.comment-body')?.textContent ?? ''), ...state(row),
  }));
  const written = markIn(root.querySelector('form textarea')?.value ?? '');
  const waits = root.querySelector('form [type=submit]')?.getAttribute('aria-disabled') === 'true';
  const refusal = root.querySelector('form .error[role=alert]');
  const form = { mark: written, state: waits ? 'posting' : 'form', ...(refusal && { reason: squeeze(refusal.textContent) }) };
  return [...rows, ...(written ? [form] : [])];
}

/** The mark of what is in the form and not being sent. */
export const inForm = (root) => claims(root).find(({ state }) => state === 'form')?.mark ?? null;

/** What screen readers were told last. */
export const said = (root) => squeeze(root.querySelector('p[role=status].hidden')?.textContent ?? '');

const rowOf = (root, mark) => [...root.querySelectorAll('.thread [data-comment]')]
  .find((row) => markIn(row.querySelector('.comment-body')?.textContent ?? '') === mark);

const buttonIn = (note, text) => [...(note?.querySelectorAll('button') ?? [])].find((button) => squeeze(button.textContent) === text);

const BUTTONS = { retry: 'Send now', edit: 'Edit', discard: 'Discard' };

/** Presses a button of a comment's row; false if there is none. Where a service lets what is published be edited, that is
 *  another "Edit" than the one of a comment that waits. */
export function pressIn(root, mark, what) {
  const row = rowOf(root, mark);
  const button = what === 'reply' ? row?.querySelector('.reply-button') : buttonIn(row?.querySelector('.unsent'), BUTTONS[what]);
  button?.click();
  return button != null;
}

function fill(field, text) {
  field.value = text;
  field.dispatchEvent(new field.ownerDocument.defaultView.InputEvent('input', { bubbles: true, composed: true }));
}

/** Writes into the form; false if there is none, or it is in use. */
export function writeInto(root, text, name) {
  const form = root.querySelector('form');
  if (!form || form.querySelector('[type=submit]').getAttribute('aria-disabled') === 'true') return false;
  fill(form.querySelector('textarea'), text);
  fill(form.querySelector('[name=name]'), name);
  fill(form.querySelector('[name=email]'), 'ann@news.example');
  return true;
}

/** Presses "Post Comment"; false if there is nothing to post. */
export function postFrom(root) {
  const form = root.querySelector('form');
  if (!form?.querySelector('textarea').value) return false;
  form.querySelector('[type=submit]').click();
  return true;
}
