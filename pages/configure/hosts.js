// Lists of hosts, as the attributes media-hosts and embeds have them. Pure.

const words = (list) => list.split(/[\s,]+/).filter(Boolean);

/** A whole address stands for its host, as in the widget. */
const host = (written) => new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(written) ? written : `http://${written}`).hostname;

/** The hosts of a list that has no problem. */
export const hosts = (list) => words(list).map(host);

/** A sentence, or "". */
export function hostsProblem(list) {
  for (const word of words(list)) {
    let name;
    try {
      name = host(word);
    } catch {
      return `“${word}” is not the name of a host, such as img.example.`;
    }
    if (/[^\x20-\x7e]/.test(word)) return `Write “${word}” as browsers do: ${name}.`;
    if (!/^[\w.-]+$/.test(name)) return `“${word}” is not the name of a host, such as img.example.`;
  }
  return "";
}
