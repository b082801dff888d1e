// HTML as editors and their programs write it: whole, nested as the standard wants it. `writeHonest(random)` answers the
// text and its words; whoever reads it, with whichever parser, must find the same shape and every word.

const PHRASES = ['b', 'em', 'i', 'strong', 'code', 'mark', 'small', 'sub', 'sup', 'u', 's', 'q', 'cite', 'span', 'abbr', 'kbd', 'font', 'tt', 'big', 'x-mark'];
const GROUPS = ['div', 'section', 'article', 'aside', 'blockquote', 'header', 'footer', 'center', 'main', 'nav', 'address'];
const ATTRIBUTES = [
  '', '', '', ' id="a"', ' class="lead"', ' lang=nl', " dir='rtl'", ' style="color: red"', ' title="it\'s &quot;so&quot; > that"', " title='say \"x\"'", ' data-x=1', ' onclick="hit()"',
  ' title=unquoted', ' TITLE="Upper"', ' title="<b>"', ' hidden=until-found', '\n  class="a"\n  title="b"', ' title = "c"', " title='<p onclick=hit()>'", ' title="&amp;amp; &eacute; &#233;"', ' title=""',
];
const LINKS = [' href="https://a.example/x?y=1&amp;z=2"', ' href=/x', " href='#note'", ' href=mailto:a@example.com', ' href="javascript:hit()"', ' href=x target=_blank', ''];
const SILENT = [
  '<!-- not seen: <b>bold</b> -->', '<script>if (a < b) hit("</p>")</script>', '<style>p > b { color: red }</style>', '<svg aria-hidden=true><title>unseen</title></svg>',
  '<script type="text/template"><p>unseen</p></script>', '<noscript>unseen</noscript>', '<select><option>unseen</select>', '<textarea>unseen <b></textarea>',
  '<svg/>', '<svg class="icon" />', '<svg><title/><path d="M0 0"/></svg>', '<svg><style/></svg>', '<svg><svg><path/></svg>unseen</svg>', '<math><mspace/></math>',
  '<span hidden>unseen <b>either</b></span>', '<span style="display: none">unseen</span>', '<span class="screen-reader-text">unseen</span>',
  '<math><annotation>unseen</annotation></math>', '<noscript><p>unseen</p></noscript>', '<input value=unseen>', '<template><p>unseen</p></template>', '<!---->', '<br>', '<br/>', '<wbr>', '<hr>',
];
/** What is not built, and leaves the words that stand in it. */
const REPLACED = [
  ['<button type=button>', '</button>'], ['<object data=x>', '</object>'], ['<canvas>', '</canvas>'], ['<meter value=1>', '</meter>'],
  ['<math><mi>', '</mi></math>'], ['<math><mrow><mtext>', '</mtext><mspace/></mrow></math>'], ['<svg><text>', '</text></svg>'],
  ['<svg><title>', '</title><path/></svg>'], ['<amp-fit-text>', '</amp-fit-text>'], ['<!--x--><![CDATA[', ']]>'],
];
/** As written, and as shown. */
const SIGNS = [['a < b', 'a<b'], ['<3', '<3'], ['&lt;b&gt;', '<b>'], ['Q&A', 'Q&A'], ['&amp;', '&'], ['x &copy; y', 'x\u00a9y'], ['1 > 0', '1>0'], ['\u00e9\u{1f600}', '\u00e9\u{1f600}'], ['"quoted"', '"quoted"'], ["it's", "it's"]];

export function writeHonest(random) {
  const words = [];
  let count = 0;

  const word = () => {
    const [html, shown] = random.chance(0.15) ? random.pick(SIGNS) : Array(2).fill(`w${count += 1}`);
    words.push(shown);
    return html;
  };
  const plainWord = () => {
    words.push(`w${count += 1}`);
    return words.at(-1);
  };
  const open = (name, more = '') => `<${name}${more}${random.pick(ATTRIBUTES)}>`;
  const around = (name, inside, more) => `${open(name, more)}${inside}</${name}>`;
  const text = () => Array.from({ length: 1 + random.below(3) }, word).join(' ');

  const phrase = (depth, inLink = false) => Array.from({ length: 1 + random.below(3) }, () => random.weighed([
    [5, text],
    [3, () => (depth > 4 ? text() : around(random.pick(PHRASES), phrase(depth + 1, inLink)))],
    [2, () => (inLink || depth > 4 ? text() : around('a', phrase(depth + 1, true), random.pick(LINKS)))],
    [1, () => `<img src="a.png" alt="">${text()}`],
    [1, () => random.pick(REPLACED).join(plainWord())],
    [0.6, () => random.pick(SILENT.filter((html) => !/^<(hr|br)/.test(html)))],
    [0.4, () => `${random.pick(['<br>', '<br/>', '<br />'])}${text()}`],
  ])()).join(' ');

  const items = (name) => Array.from({ length: 1 + random.below(3) }, () => around(name, phrase(2)));
  const cell = (name) => around(name, random.chance(0.7) ? phrase(2) : around('p', phrase(2)), random.pick(['', ' colspan=2', ' rowspan="2"']));
  const row = (name) => `<tr>${cell(name)}${cell('td')}</tr>\n`;

  const block = (depth) => random.weighed([
    [6, () => around('p', phrase(0))],
    [2, () => around(random.pick(['h1', 'h2', 'h3', 'h5']), phrase(1))],
    [2, () => (depth > 4 ? around('p', text()) : around(random.pick(GROUPS), blocks(depth + 1)))],
    [2, () => around(random.pick(['ul', 'ol']), `${items('li').join('\n')}${random.chance(0.3) ? `<li>${text()}<ul><li>${text()}</li></ul></li>` : ''}`)],
    [1, () => around('dl', `${around('dt', phrase(2))}${around('dd', phrase(2))}`)],
    [1, () => around('table', `${random.chance(0.5) ? around('caption', phrase(2)) : ''}<thead>${row('th')}</thead><tbody>${row('td')}${row('td')}</tbody>`)],
    [1, () => around('figure', `<img src=/a.jpg alt="" width=3 height=4 onerror=hit()>${around('figcaption', phrase(2))}`)],
    [1, () => around('pre', `${text()}\n  ${text()}`)],
    [1, () => around('details', `${around('summary', phrase(2))}${block(depth + 1)}`)],
    [0.5, () => `<video src=v.mp4 poster='p.jpg' autoplay></video>${around('p', text())}`],
    [0.5, () => `<ruby>${text()}<rp>(</rp><rt>${text()}</rt><rp>)</rp></ruby>`.replace(/<rp>.<\/rp>/g, '')],
    [0.7, () => random.pick(SILENT)],
  ])();
  const blocks = (depth) => Array.from({ length: 1 + random.below(3) }, () => block(depth)).join(random.pick(['', '\n', '\n\n  ']));

  const html = blocks(0);
  return { html, words: words.join('').replace(/\s/g, '') };
}
