// What the generator writes with: names by the way in which HTML's parser treats them, and values that have been trouble.
// Whatever would run calls `hit()`, which the page counts.

const words = (text) => text.trim().split(/\s+/);

/** Elements by what is particular about them. */
export const ELEMENTS = {
  listed: words(`a abbr article aside b bdi bdo blockquote br cite code dd del details div dl dt em figcaption figure footer
    h1 h2 h3 h4 h5 h6 header hr i ins kbd li mark ol p pre q rp rt ruby s samp section small span strong sub summary sup time
    u ul var wbr`),
  media: words('audio img picture source track video iframe nw-iframe image'),
  table: words('caption col colgroup table tbody td tfoot th thead tr'),
  formatting: words('a b big code em font i nobr s small strike strong tt u'), // the adoption agency's
  unlisted: words(`acronym address big center data dfn dir fieldset font hgroup label legend listing main map menu menuitem
    marquee nav nobr rb rtc search slot strike tt x-card my-element blink center`),
  forms: words(`form button input select option optgroup datalist output progress meter keygen selectedcontent legend
    textarea isindex`),
  dropped: words(`applet area base basefont bgsound canvas dialog embed fencedframe frame frameset head link meta object
    param portal svg math template noscript`),
  raw: words('script style textarea title xmp iframe noembed noframes noscript plaintext'),
  structure: words('html head body frameset'),
  svg: words(`svg a animate animateMotion desc filter foreignObject g image path script set style text textPath title tspan
    use p`),
  math: words(`math annotation annotation-xml maction malignmark mglyph mi mn mo ms mtext semantics style svg mrow merror mfrac
    mmultiscripts mover mpadded mphantom mprescripts mroot mspace msqrt mstyle msub msubsup msup mtable mtd mtr munder munderover
    none`),
  replaced: words(`amp-img amp-anim amp-video amp-audio amp-iframe amp-youtube amp-twitter lite-youtube embed object button canvas
    meter noscript`),
};

/** All of them. */
export const ALL = [...new Set(Object.values(ELEMENTS).flat())];

/** Elements that have no end tag. */
export const VOID = new Set(words('area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr'));

export const HANDLERS = words(`onclick onerror onload onfocus onstart ontoggle onbegin onmouseover onpageshow onanimationstart
  onbeforetoggle oncontentvisibilityautostatechange onx onloadstart ONERROR OnLoad`);

export const RUNS = [
  'hit()', 'hit(1)', 'window.hit()', 'alert(1)', 'parent.hit()', 'top["hit"]()', 'hit&#40;&#41;', 'hit&lpar;1&rpar;',
  'setTimeout(hit)', 'location="javascript:hit()"', 'fetch("//e.example/")', 'new Image().src="//e.example/"',
];

/** Addresses, some in disguise. */
export const URLS = [
  'https://a.example/x', 'http://a.example:81/?q=1&amp;r=2', '//e.example/x.png', '/p/a.jpg', 'a.png', '../up', '?q', '#top', '#', '#nw-x',
  '', ' ', 'mailto:a@example.com?subject=x', 'tel:+3212', 'sms:1', 'ftp://e.example/', 'file:///etc/passwd', 'about:blank', 'blob:https://e.example/1',
  'javascript:hit()', 'JaVaScRiPt:hit()', ' javascript:hit()', '\u0001javascript:hit()', 'java\tscript:hit()', 'java\nscript:hit()',
  'java&#10;script:hit()', '&#106;avascript:hit()', '&#x6A;avascript:hit()', 'javascript&colon;hit()', 'javascript&#58hit()', '\u00a0javascript:hit()',
  'javascript://a.example/%0ahit()', 'javascript:/*--></title></style></textarea></script><svg/onload=hit()>//', 'vbscript:hit()',
  'data:text/html,<script>hit()</script>', 'data:image/svg+xml,<svg onload=hit()>', 'data:image/png;base64,AAAA', 'DATA:image/gif,x', 'data:image/png,x" onerror=hit()',
  'https://user:pass@e.example/', 'https:e.example', 'https:///e.example', 'http:\\\\e.example\\x', '\\\\e.example', 'https://e.example%2f@f.example/',
  'https://[::1]:8/', 'https://xn--a-0/', 'https://ex\u00e4mple.example/\u00fc?\u00fc#\u00fc', 'https://e.example/\u202ex', 'https://\uff45.example/', 'http://0x7f.1/', 'http://e.example:99999/',
  'https://a.example/a,b', 'https://a.example/a b', 'https://a.example/<b>', "https://a.example/'\"`", 'view-source:https://e.example', 'x:y', ':', '%',
];

export const SRCSETS = [
  'a.png', 'a.png 2x', 'a.png 1x, b.png 2x', 'a.png 100w, b.png 200w', 'a.png,b.png', ',,a.png,, b.png,', 'a.png 1.5x,javascript:hit() 2x',
  'data:image/png;base64,AAAA 2x', 'a.png -1x', 'a.png 1e3x', 'a.png 1x 2x', 'a.png (,) 1x, b.png', 'a.png 10w 20h', '//e.example/a,b.png 2x', 'a.png 0w', ' ', ',',
];

export const SIMPLE = ['x', '', '1', '-1', '0', '99999999999', '1.5', '10px', '100%', 'true', 'ltr', 'RTL', 'auto', 'en', 'nl-BE', 'e n', 'a b', 'x\u202ey', '\u0000',
  '&quot;><img src=x onerror=hit()>', '"', "'", '`', '<', '>', '--&gt;', '--><img src=x onerror=hit()>', '</title><img src=x onerror=hit()>', 'nw-x', 'location',
  '__proto__', 'attributes', 'childNodes', 'localName', 'parentNode', 'body', 'getAttribute', 'col', 'row', 'A', 'i', 'video/mp4', 'captions', '(min-width: 1px)', '&amp;lt;', '\ufeff', '\u2028'];

export const URL_ATTRIBUTES = words('data-src data-lazy-src data-original data-poster href src action formaction poster cite data background longdesc xlink:href ping manifest lowsrc dynsrc code codebase usemap icon profile');
export const OTHER_ATTRIBUTES = words(`id name class style title alt width height dir lang type value start reversed colspan rowspan span headers scope abbr
  open controls autoplay preload loop muted kind label srclang default media sizes datetime hidden is slot part tabindex contenteditable popover autofocus draggable
  aria-label aria-hidden aria-describedby aria-labelledby aria-details role target rel download srcdoc sandbox allow shadowrootmode http-equiv content encoding
  display mathvariant data-inline data-srcset data-sizes data-videoid videoid placeholder fallback checked disabled
  definitionurl attributeName to values begin xmlns xml:base loading decoding fetchpriority crossorigin referrerpolicy integrity nonce bgcolor align`);

export const TEXTS = ['x', 'word ', ' ', '\n', '\t', '\r\n', 'a < b', '<3', '<_<', '&', '&amp;', '&lt;b&gt;', '&#0;', '&#x0;', '&#128;', '&#xD800;', '&#x10ffff;', '&nbsp', '&notin;', '&not in',
  '&copy', '&lt', '&lt;script>hit()&lt;/script>', '\u0000', '\u202e', '\u2066', '\u200b', '\ufeff', '\u2028', '\u{1f600}', '\u05d0', 'e\u0301', ']]>', '-->', '--!>', '<!', '</', '<?', '<', '>', '"', "'", '`',
  '=', '/>', '\f', '\v', '\u0085', '\u00a0', 'https://a.example/x'];

export const SPECIALS = ['<!---->', '<!-->', '<!--->', '<!-- x -->', '<!-- x --!>', '<!--x', '<!--<!--x-->', '<!-- <p onclick=hit()> -->', '<!doctype html>', '<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 3.2//EN">',
  '<![CDATA[x]]>', '<![CDATA[<img src=x onerror=hit()>]]>', '<?xml version="1.0"?>', '<?php hit() ?>', '<!ELEMENT x>', '</>', '</ x>', '<>', '</br>', '</p>', '<br/>', '<p/>', '<a/b/c=d/>',
  '</script>', '</style>', '</textarea>', '</title>', '</iframe>', '</svg>', '</math>', '</template>', '</select>', '</table>', '</form>', '</body>', '</html>', '</noscript>'];
