/** Writes a text that is read out when it changes, and only then. */
export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
