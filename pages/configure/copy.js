// Buttons that copy.

const byId = (id) => document.getElementById(id);

function select(element) {
  getSelection().selectAllChildren(element);
  element.parentElement.focus();
}

/** Copies the text of `element`; where the browser does not let us, it is selected for the reader to copy. */
async function copy(element) {
  try {
    await navigator.clipboard.writeText(element.textContent);
    return "Copied.";
  } catch {
    select(element);
    return "Selected: copy it with Ctrl+C, or ⌘C on a Mac.";
  }
}

async function copyLink() {
  try {
    await navigator.clipboard.writeText(location.href);
    return "Copied.";
  } catch {
    return "Copy it from the address bar.";
  }
}

function offer(button, said, copy) {
  byId(button).addEventListener("click", async () => {
    byId(said).textContent = ""; // said twice, it is read out twice
    byId(said).textContent = await copy();
  });
}

export function offerCopies() {
  offer("copy", "copy-said", () => copy(byId("code")));
  offer("copy-policy", "policy-said", () => copy(byId("policy")));
  offer("share", "share-said", copyLink);
  // What is on the clipboard is no longer what is shown.
  const outdated = new MutationObserver(() => { byId("copy-said").textContent = ""; });
  outdated.observe(byId("code"), { childList: true, characterData: true, subtree: true });
}
