import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { refuseBroadEntry } from './broad-entries.ts';
import { LONGEST_URL, canonicalUrl } from './canonical-url.ts';
import { MOST_URLS, findUrls } from './find-urls.ts';
import { recogniseShortLink } from './link-shorteners.ts';
import { isPublicSuffix, registrableDomain } from './public-suffix.ts';
import { urlKey, urlVariants } from './url-variants.ts';

const cases: [address: string, canonical: string | null][] = [
  ['HTTPS://user:pass@Example.ORG.:443/%7Ea/../b?utm_source=x#top', 'https://example.org/b'],
  ['http://bücher.example/é', 'http://xn--bcher-kva.example/%C3%A9'],
  ['http://example.org', 'http://example.org/'],
  ['example.org:8080/x', 'http://example.org:8080/x'],
  ['//example.org/x', 'http://example.org/x'],
  ['http://0x7f.1/', 'http://127.0.0.1/'],
  ['http://example.org/a%2fb%2e%41', 'http://example.org/a%2Fb.A'],
  ['http://example.org/%%34%31', 'http://example.org/%2541'],
  ['http://example.org/?', 'http://example.org/'],
  ['http://example.org/?v=1&fbclid=2&t=3', 'http://example.org/?v=1&t=3'],
  ['http://example.org\\a', 'http://example.org/a'],
  ['mailto:someone@example.org', null],
  ['javascript:alert(1)', null],
  ['http://', null],
  ['http://...', null],
  ['http://..a..example./', 'http://a.example/'],
  ['', null],
  [`http://example.org/${'a'.repeat(LONGEST_URL)}`, null],
];
for (const [address, canonical] of cases) {
  test(`canonical address of ${address.slice(0, 60)}`, () => {
    assert.equal(canonicalUrl(address), canonical);
  });
}

/** From the published test cases of Safe Browsing ("URLs and Hashing"), without the scheme. */
const safeBrowsingCases: [address: string, key: string][] = [
  ['http://host/%25%32%35', 'host/%25'],
  ['http://host/%25%32%35%25%32%35', 'host/%25%25'],
  ['http://host/%2525252525252525', 'host/%25'],
  ['http://host/asdf%25%32%35asd', 'host/asdf%25asd'],
  ['http://host/%%%25%32%35asd%%', 'host/%25%25%25asd%25%25'],
  [
    'http://%31%36%38%2e%31%38%38%2e%39%39%2e%32%36/%2E%73%65%63%75%72%65/%77%77%77%2E%65%62%61%79%2E%63%6F%6D/',
    '168.188.99.26/.secure/www.ebay.com/',
  ],
  ['http://3279880203/blah', '195.127.0.11/blah'],
  ['http://www.google.com/blah/..', 'www.google.com/'],
  ['www.google.com', 'www.google.com/'],
  ['http://www.evil.com/blah#frag', 'www.evil.com/blah'],
  ['http://www.GOOgle.com/', 'www.google.com/'],
  ['http://www.google.com.../', 'www.google.com/'],
  ['http://...www..google.com/', 'www.google.com/'],
  ['http://www.google.com/foo\tbar\rbaz\n2', 'www.google.com/foobarbaz2'],
  ['http://www.google.com/q?r?s', 'www.google.com/q?r?s'],
  ['http://evil.com/foo;', 'evil.com/foo;'],
  ['http://evil.com/foo?bar;', 'evil.com/foo?bar;'],
  ['http://notrailingslash.com', 'notrailingslash.com/'],
  ['  http://www.google.com/  ', 'www.google.com/'],
  ['http:// leadingspace.com/'.replace(' ', ''), 'leadingspace.com/'],
  ['https://www.securesite.com/', 'www.securesite.com/'],
  ['http://host.com/ab%23cd', 'host.com/ab%23cd'],
  ['http://host.com//twoslashes?more//slashes', 'host.com/twoslashes?more//slashes'],
  ['http://host.com/a/%252e%252e/b', 'host.com/b'],
];
for (const [address, key] of safeBrowsingCases) {
  test(`key by the rules of Safe Browsing: ${JSON.stringify(address).slice(0, 60)}`, () => {
    assert.equal(urlKey(address), key);
  });
}

test('unlike Safe Browsing, neither a port nor an escaped delimiter leads to another page', () => {
  assert.equal(urlKey('http://host.com:1234/'), 'host.com:1234/');
  assert.equal(
    urlKey('http://host.com/a%3Fb%5Cc?d=1%26e%253D%2B'),
    'host.com/a%3Fb%5Cc?d=1%26e%3D%2B',
  );
});

test('an address escaped again and again is unescaped in linear time', () => {
  const escaped = `http://host.com/%${'25'.repeat(2000)}41`;
  assert.equal(urlKey(escaped), 'host.com/A');
});

const part = fc.string({
  unit: fc.constantFrom(...Array.from('aB.%2e4F1/é~&=?#:@ \\+[]')),
  maxLength: 20,
});

test('canonical addresses are canonical', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), part),
      part,
      (base, tail) => {
        for (const address of [base + tail, `http://h.example/${tail}`, `http://${tail}`]) {
          const canonical = canonicalUrl(address);
          if (canonical !== null) assert.equal(canonicalUrl(canonical), canonical);
          const key = urlKey(address);
          if (key !== null) assert.equal(urlKey(`http://${key}`), key);
          if (canonical !== null) assert.equal(urlKey(canonical), key);
        }
      },
    ),
    { numRuns: 3000 },
  );
});

test('an address is among its own variants, and so are its http and https twins', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true }), (address) => {
      const key = urlKey(address);
      assert.ok(key !== null && urlVariants(address).includes(key));
      assert.equal(
        urlKey(address.replace(/^https?/, 'https')),
        urlKey(address.replace(/^https?/, 'http')),
      );
    }),
    { numRuns: 300 },
  );
});

test('variants go from the page to its folders, host and parent hosts', () => {
  assert.deepEqual(urlVariants('https://www.video.example.org/a/b?x=1'), [
    'www.video.example.org/a/b?x=1',
    'video.example.org/a/b?x=1',
    'www.video.example.org/a/b/?x=1',
    'video.example.org/a/b/?x=1',
    'www.video.example.org/a/b',
    'video.example.org/a/b',
    'www.video.example.org/a/b/',
    'video.example.org/a/b/',
    'www.video.example.org/a/',
    'video.example.org/a/',
    'www.video.example.org/',
    'video.example.org/',
    'example.org/',
  ]);
});

test('a page on one site of a shared host is no variant of another site', () => {
  assert.ok(!urlVariants('https://alice.sites.example/post').includes('sites.example/post'));
  assert.deepEqual(
    urlVariants('http://10.1.2.3/a').filter((v) => !v.startsWith('10.1.2.3/')),
    [],
  );
});

test('no public suffix is a variant, and parents are the nearest to the registrable domain', () => {
  const whole = (address: string) =>
    urlVariants(address).filter((key) => key.endsWith('/') && !key.startsWith('www.'));
  assert.deepEqual(whole('http://shop.example.co.uk/'), ['shop.example.co.uk/', 'example.co.uk/']);
  assert.deepEqual(whole('http://alice.github.io/'), ['alice.github.io/']);
  assert.deepEqual(whole('http://github.io/'), ['github.io/']);
  assert.deepEqual(whole('http://a.b.c.d.e.f.example.org/'), [
    'a.b.c.d.e.f.example.org/',
    'd.e.f.example.org/',
    'e.f.example.org/',
    'f.example.org/',
    'example.org/',
  ]);
});

test('the registrable domain is the public suffix and one label', () => {
  const domains = ['a.b.example.co.uk', 'a.alice.blogspot.com', 'co.uk', '10.1.2.3', '[::1]'];
  assert.deepEqual(domains.map(registrableDomain), [
    'example.co.uk',
    'alice.blogspot.com',
    null,
    null,
    null,
  ]);
  assert.deepEqual(
    ['co.uk', 'pages.dev', 'gov.in', 'example.org', '10.1.2.3'].map(isPublicSuffix),
    [true, true, true, false, false],
  );
});

test('short links are recognised, and said to be unresolved', () => {
  assert.deepEqual(recogniseShortLink('https://bit.ly/abc?x=1'), {
    service: 'bit.ly',
    notice:
      '"bit.ly/abc" is a short link of bit.ly: its target is unresolved and was compared with nothing.',
  });
  for (const other of ['https://bit.ly/', 'https://notbit.ly/abc', 'bit.ly.example/abc', 'no'])
    assert.equal(recogniseShortLink(other), null, other);
});

test('links are found as written: plain, bare, defanged, in brackets, one inside another', () => {
  const text =
    'see (https://a.example/b_(c)). and hxxps://bad[.]example[/]x, or bad(dot)example — ' +
    't.me/chan, www.y.example! [x](http://z.example/q) https://w.example/2020/http://x.example/';
  assert.deepEqual(
    findUrls(text).map(({ url, start, end, matched }) => {
      assert.equal(text.slice(start, end), matched);
      return url;
    }),
    [
      'https://a.example/b_(c)',
      'https://bad.example/x',
      'http://bad.example/',
      'http://t.me/chan',
      'http://www.y.example/',
      'http://z.example/q',
      'https://w.example/2020/http://x.example/',
      'http://x.example/',
    ],
  );
});

test('ordinary prose holds no links', () => {
  const text =
    'e.g. and/or file.txt, i.e. 1.5/2.0; U.S./U.K. a@b.example http: https:/ Mr.Smith ...';
  assert.deepEqual(findUrls(text), []);
});

test('the links of a text are those of its words', () => {
  const pieces =
    'http:// hxxps[://] h**p(:)// www. a.example b / ? # . .. [.] (dot) dot] \\. ( ) * ‘ 3.5 @ é 🔥 \ud800'.split(
      ' ',
    );
  const written = fc
    .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 12 })
    .map((parts) => parts.join(''));
  const between = fc.constantFrom(' ', '\n', '"', '、', '\u200b', '\u{e0061}', '  ');
  fc.assert(
    fc.property(fc.array(written, { maxLength: 6 }), between, (words, gap) => {
      let start = 0;
      const expected = words.flatMap((each) => {
        const links = findUrls(each).map((link) => ({
          ...link,
          start: start + link.start,
          end: start + link.end,
        }));
        start += each.length + gap.length;
        return links;
      });
      const text = words.join(gap);
      const found = findUrls(text);
      assert.deepEqual(found, expected);
      for (const link of found) assert.equal(text.slice(link.start, link.end), link.matched);
    }),
    { numRuns: 2000 },
  );
});

test('hostile text is searched in bounded time and number', () => {
  assert.equal(findUrls('http://a.b/)))'.repeat(50_000)).length, MOST_URLS);
  assert.deepEqual(findUrls(')'.repeat(1_000_000)), []);
  assert.deepEqual(findUrls('a.'.repeat(500_000)), []);
});

test('entries that would match everybody are refused with a reason', () => {
  const broad = `https://t.me/ t.me/s/ https://www.youtube.com/watch drive.google.com
    m.facebook.com/groups/ https://co.uk/ blogspot.com localhost bit.ly youtu.be www.github.io
    gov.in com.bd s3.amazonaws.com tumblr.com t.co`;
  for (const address of broad.split(/\s+/))
    assert.match(refuseBroadEntry(address) ?? '', /Give/, address);
  assert.match(refuseBroadEntry('not an address') ?? '', /not a web address/);
});

test('entries for one page, one account or one site are not refused', () => {
  const narrow = `https://t.me/some_channel youtube.com/watch?v=abc name.blogspot.com bit.ly/abc
    https://site.example/ facebook.com/groups/123 http://[::1]/x`;
  for (const address of narrow.split(/\s+/)) assert.equal(refuseBroadEntry(address), null, address);
});
