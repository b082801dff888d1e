// Looks at what the sanitiser built, and at what happened in the page.

const HTML = 'http://www.w3.org/1999/xhtml';
const MATHML = 'http://www.w3.org/1998/Math/MathML';
/** The elements of formulas that may come out. */
const FORMULA = new Set(`math merror mfrac mi mmultiscripts mn mo mover mpadded mprescripts mroot mrow ms mspace msqrt mstyle
  msub msubsup msup mtable mtd mtext mtr munder munderover none`.split(/\s+/));
const SCHEMES = ['http:', 'https:', 'mailto:', 'tel:'];
const PICTURE = /^data:image\/(png|jpeg|gif|webp|avif)[;,]/i;

/** What stands under `root`, as text: the same for the same nodes in every engine. */
export function describe(root) {
  const out = [];
  const visit = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      out.push(node.data.replace(/[&<]/g, (sign) => (sign === '&' ? '&amp;' : '&lt;')));
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE) return void out.push(`<?${node.nodeName}>`);
    out.push(`<${node.localName}`, ...[...node.attributes].map(({ name, value }) => ` ${name}=${JSON.stringify(value)}`), '>');
    node.childNodes.forEach(visit);
    out.push(`</${node.localName}>`);
  };
  root.childNodes.forEach(visit);
  return out.join('');
}

/** What must not be under `root`, by the lists of its policy. */
export function wrong(root, lists) {
  const faults = [];
  const walker = document.createTreeWalker(root);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.nodeType === Node.TEXT_NODE) continue;
    // Names of formulas are in their own namespace, all others in HTML's, and neither holds the other but a whole formula.
    const isFormula = FORMULA.has(node.localName);
    const inFormula = node.parentNode.namespaceURI === MATHML;
    const isInPlace = node.namespaceURI === (isFormula ? MATHML : HTML) && inFormula === (isFormula && node.localName !== 'math');
    if (node.nodeType !== Node.ELEMENT_NODE || !isInPlace || !Object.hasOwn(lists, node.localName)) {
      faults.push(`element: ${node.nodeName} of ${node.namespaceURI}`);
      continue;
    }
    for (const { name, value, namespaceURI } of node.attributes) {
      if (namespaceURI || !lists[node.localName].includes(name)) faults.push(`attribute: ${name} of ${node.localName}`);
      const address = addresses(name, value).find((address) => !isAllowed(address, node.localName));
      if (address != null) faults.push(`address: ${address} in ${name} of ${node.localName}`);
    }
    const isLink = node.localName === 'a' && node.hasAttribute('href') && !node.getAttribute('href').startsWith('#');
    if (isLink && !/\bnoopener\b/.test(node.rel)) faults.push('rel: a link without noopener');
  }
  return faults;
}

function addresses(name, value) {
  if (name === 'srcset') return value.split(', ').map((candidate) => candidate.split(' ')[0]);
  return ['href', 'src', 'poster'].includes(name) ? [value] : [];
}

/** An address as it must come out: whole, of a scheme that runs nothing. */
function isAllowed(address, element) {
  if (element === 'a' && address.startsWith('#')) return true;
  if (element === 'img' && PICTURE.test(address)) return true;
  const { protocol, username, password } = URL.parse(address) ?? {};
  return (element === 'a' ? SCHEMES : SCHEMES.slice(0, 2)).includes(protocol) && !username && !password;
}

/** What happens in the page without being called: scripts that ran, violations of a policy, errors. */
export function strays() {
  let seen = [];
  const note = (text) => seen.push(text);
  const address = location.href;
  window.hit = () => note('script: hit() was called');
  for (const name of ['alert', 'confirm', 'prompt', 'open', 'print']) window[name] = () => note(`script: ${name}() was called`);
  addEventListener('error', ({ message }) => note(`script: ${message}`));
  let canary = () => {};
  addEventListener('securitypolicyviolation', ({ effectiveDirective: directive, blockedURI, sample }) => {
    if (blockedURI.endsWith('/canary')) return canary();
    // Chromium asks about a lazy picture when it gets its address, long before it is fetched.
    if (directive !== 'img-src') note(`policy: ${directive} ${blockedURI} ${sample}`);
  });

  /** Violations are told of in the order in which they happen: after one of our own, all others have been told. */
  const told = () => new Promise((done) => {
    canary = done;
    const image = new Image();
    image.src = 'https://canary.example/canary';
  });

  return {
    /** All that was seen since the last time. In the page, films ask for what they show before they are played. */
    async settled({ mayLoad = false } = {}) {
      await told();
      if (location.href !== address) note(`script: the page's address became ${location.href}`);
      const answer = mayLoad ? seen.filter((text) => !text.startsWith('policy: media-src ')) : seen;
      seen = [];
      return answer;
    },
  };
}
