// What may be in the shadow root, written down again and not taken from the widget: elements, their attributes, and what
// an address may be. `allowed.check(root)` answers what is there and should not be.
window.allowed = (() => {
  const words = (text) => text.split(/\s+/).filter(Boolean);
  const lists = (text) => new Map(text.trim().split('\n').map((line) => {
    const [names, attributes = ''] = line.split(':');
    return words(names).map((name) => [name, words(attributes)]);
  }).flat());

  // A body is text, pictures, sound, films and tables.
  const article = {
    every: words('id lang dir title aria-label aria-labelledby aria-describedby aria-details aria-hidden'),
    elements: lists(`
      p div span section article aside header footer h1 h2 h3 h4 h5 h6 blockquote hr br wbr
      b strong i em u s small mark sub sup code kbd samp var cite q abbr bdi bdo ruby rt rp
      ul dl dt dd figure figcaption caption summary thead tbody tfoot tr picture
      table
      pre: tabindex
      div: class tabindex
      a: href rel
      ol: start reversed type
      li: value data-task
      details: open
      time ins del: datetime
      col colgroup: span
      td: colspan rowspan headers
      th: colspan rowspan headers scope abbr
      img: src srcset sizes alt width height loading decoding data-inline
      math: display
      mi: mathvariant
      merror mfrac mmultiscripts mn mo mover mpadded mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd
      mtext mtr munder munderover none
      source: src srcset sizes type media width height
      audio: src controls preload
      video: src poster width height controls preload
      track: src kind label srclang default`),
  };
  // What readers write has no pictures and no ids.
  const comment = {
    every: words('lang dir title'),
    elements: lists(`
      p br b strong i em s del code ul ol blockquote
      li: data-task
      pre: tabindex
      a: href rel`),
  };
  // The widget's own.
  const own = {
    every: words('class part lang dir data-plain data-uncased'),
    elements: lists(`
      slot header figure figcaption
      div: aria-busy aria-hidden data-arriving
      p: role id
      span: role aria-hidden
      section ol bdi
      nav ul aside: aria-label
      li: aria-current
      article: tabindex data-comment aria-label
      h1 h2 h3 h4 h5 h6: tabindex
      a: href rel target data-to aria-current
      time: datetime title
      img: src alt width height loading decoding fetchpriority referrerpolicy
      audio: src controls preload aria-label
      video: src controls preload aria-label playsinline
      button: type aria-label aria-pressed aria-expanded
      form: novalidate aria-label
      label: for
      input: type name id tabindex autocomplete inputmode aria-required aria-invalid aria-describedby
      textarea: name id rows aria-required aria-invalid aria-describedby
      select: aria-label
      option: value`),
  };
  const OWN_IDS = /^field-(comment|name|email|website)(-error)?$/;
  const RASTER = /^data:image\/(png|jpeg|gif|webp|avif)[;,]/;
  const COMMENT_REL = 'noopener noreferrer ugc nofollow';

  /** What is wrong with one element of a text. */
  function* inText(element, rules) {
    const ids = ['id', 'headers', 'aria-labelledby', 'aria-describedby', 'aria-details'].flatMap((name) => words(element.getAttribute(name) ?? ''));
    for (const id of ids) if (!id.startsWith('nw-')) yield `the id ${id} without a prefix`;
    if (element.localName === 'div' && element.hasAttribute('class') && element.className !== 'wide') yield `the class ${element.className}`;
    const href = element.getAttribute('href');
    if (href === null) return;
    if (!/^(https?:\/\/|mailto:|tel:|#)/.test(href)) yield `the link ${href}`;
    if (/^#./.test(href) && !href.startsWith('#nw-')) yield `the fragment ${href}`;
    const rel = href.startsWith('#') ? null : rules === comment ? COMMENT_REL : 'noopener';
    if (element.getAttribute('rel') !== rel) yield `rel=${element.getAttribute('rel')} for ${href}`;
  }

  /** What is wrong with one element of the widget's own. */
  function* inWidget(element) {
    if (/[^a-z0-9 -]/.test(element.getAttribute('class') ?? '')) yield `the class ${element.className}`;
    if (element.id && !OWN_IDS.test(element.id)) yield `the id ${element.id}`;
    const href = element.getAttribute('href');
    if (href === null) return;
    if (!/^(https?:\/\/|#\/)/.test(href)) yield `the link ${href}`;
    const rel = words(element.getAttribute('rel') ?? '');
    // Headlines, sections and the way home lead to the publisher's own pages, in the same tab.
    // A comment's own link stays on the page.
    const here = new URL(href, location.href).href.split('#comment-', 1)[0] === location.href.split('#', 1)[0];
    const foreign = !here && (!element.hasAttribute('data-to') || element.hasAttribute('target'));
    if (foreign && !rel.includes('noopener')) yield `rel=${element.getAttribute('rel')} for ${href}`;
    if (element.matches('.comment-author') && rel.join(' ') !== COMMENT_REL) yield `rel=${rel.join(' ')} for a reader's site`;
    if (element.closest('[part=spot]') && !rel.includes('sponsored')) yield `rel=${rel.join(' ')} in the spot`;
  }

  /** The addresses that an element may fetch. */
  const media = (element) => [
    ...['src', 'poster'].map((name) => element.getAttribute(name)).filter((value) => value !== null),
    ...(element.getAttribute('srcset') ?? '').split(/,\s+/).filter(Boolean).map((candidate) => candidate.split(' ')[0]),
  ];

  function* wrong(element) {
    // "Show the rest" is the widget's, and no text can have a class.
    const rules = element.closest('.rest') ? own : element.parentElement?.closest('[part=body]') ? article : element.parentElement?.closest('[part=comment-body]') ? comment : own;
    const isFormula = rules === article && /^m(?!ark)|^none$/.test(element.localName);
    if (element.namespaceURI !== `http://www.w3.org/${isFormula ? '1998/Math/MathML' : '1999/xhtml'}`) yield 'of another namespace';
    const attributes = rules.elements.get(element.localName);
    if (!attributes) return yield 'no such element here';
    for (const { name } of element.attributes) {
      const listed = attributes.includes(name) || rules.every.includes(name);
      if (!listed) yield `no such attribute here: ${name}`;
    }
    yield* rules === own ? inWidget(element) : inText(element, rules);
    for (const url of media(element)) {
      if (!/^https?:\/\//.test(url) && !(rules === article && element.localName === 'img' && RASTER.test(url))) yield `the address ${url}`;
    }
  }

  // What turns the direction of the words after it, and what nobody sees. Joiners are letters' business, and variation
  // selectors emoji's.
  const INVISIBLE = /(?![\u200c\u200d\ufe00-\ufe0f\u{e0100}-\u{e01ef}])\p{Default_Ignorable_Code_Point}/u;
  const NAMES = '.names, .comment-author, .in-reply-to, .initial';

  /** Whether every embedding, override and isolate of a text ends in it, and none ends that did not begin. */
  function balanced(text) {
    const open = [];
    for (const [c] of text.matchAll(/[\u202a-\u202e\u2066-\u2069]/g)) {
      const closes = { '\u202c': 'embedding', '\u2069': 'isolate' }[c];
      if (!closes) open.push(c < '\u2066' ? 'embedding' : 'isolate');
      else if (open.pop() !== closes) return false;
    }
    return open.length === 0;
  }

  function* forged(root) {
    const written = (text) => JSON.stringify(text).replace(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).slice(0, 200);
    for (const element of root.querySelectorAll('*')) {
      if (element.closest('[part=body], [part=comment-body]')) continue;
      const said = ['alt', 'title', 'aria-label'].map((name) => element.getAttribute(name) ?? '');
      const texts = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map(({ data }) => data);
      for (const text of [...said, ...texts]) {
        if (!balanced(text)) yield `turns what is around it: ${written(text)} in ${element.localName}.${element.className}`;
        else if (element.closest(NAMES) && INVISIBLE.test(text)) yield `invisible in a name: ${written(text)} in ${element.className}`;
      }
    }
  }

  const named = (element) => element.cloneNode(false).outerHTML.slice(0, 300);
  return {
    check: (root) => [...root.querySelectorAll('*')].flatMap((element) => [...wrong(element)].map((what) => `${what}: ${named(element)}`)),

    /** Texts outside the bodies that reorder or hide what stands around them. */
    forged: (root) => [...forged(root)],

    /** The hosts, of addresses that this page fetches by itself, that are none of `hosts`. */
    strangers: (root, hosts) => [...root.querySelectorAll('*')].flatMap(media).filter((url) => /^https?:/.test(url) && !hosts.includes(new URL(url).hostname)),

    /** Links that dress one host up as another. */
    disguised: (root) => [...root.querySelectorAll('[href]')].filter(({ href }) => /^https?:/.test(href) && (new URL(href).username || new URL(href).password)).map(named),
  };
})();
