import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { NoticePage } from '@commonweal/contract/pages';
import { openBuilt, type Built } from './built.ts';
import { locales, samplesOf } from './samples/index.ts';

const limit = 30 * 1024;
const attack = '<script>alert(1)</script><img src=x onerror=alert(1)>"\'&';
let built: Built;

before(async () => {
  built = await openBuilt();
});

function affected(): NoticePage {
  const page = samplesOf('en')['affected'];
  assert.ok(page?.page === 'notice');
  return page;
}

for (const locale of locales) {
  describe(`public pages in ${locale}`, () => {
    for (const [name, page] of Object.entries(samplesOf(locale))) {
      it(`renders ${name} small, whole and without script`, () => {
        const html = built.renderPage(page);
        assert.match(html, /^<!doctype html><html lang="/);
        assert.ok(html.endsWith('</html>'));
        assert.ok(
          html.includes(`<html lang="${locale}" dir="${locale === 'ur' ? 'rtl' : 'ltr'}">`),
        );
        assert.ok(Buffer.byteLength(html) + Buffer.byteLength(built.style) < limit);
        assert.doesNotMatch(html, /<script|<style|\sstyle=|\son[a-z]+=|javascript:/i);
        assert.doesNotMatch(html, /undefined|\[object|NaN|Invalid Date|\{[a-z]+[,}]/);
        assert.equal(html.match(/<h1[ >]/g)?.length, 1);
        assert.equal(html.match(/<main /g)?.length, 1);
        assert.deepEqual(repeatedIds(html), []);
        assert.deepEqual(danglingReferences(html), []);
      });
    }
  });
}

describe('what people wrote', () => {
  it('is shown as text and never run', () => {
    const page = affected();
    const html = built.renderPage({
      ...page,
      desk: { ...page.desk, name: attack },
      subject: { ...page.subject, excerpt: { text: attack, lang: null }, url: attack },
      redress: [{ title: attack, text: attack, lang: null, href: 'javascript:alert(1)' }],
    });
    assert.doesNotMatch(html, /<script|<img|href="javascript/i);
    assert.ok(html.includes('&lt;script&gt;alert(1)&lt;/script&gt;'));
  });

  it('stays in the form when the appeal is refused', () => {
    const page = samplesOf('en')['appeal-refused'];
    assert.ok(page?.page === 'appeal_form');
    const html = built.renderPage({
      ...page,
      values: { text: `\n${attack}</textarea>`, contact: attack },
    });
    assert.doesNotMatch(html, /<script|<img/i);
    assert.equal(html.match(/<\/textarea>/g)?.length, 1);
    // A browser drops the first line break of a textarea; ours must survive.
    assert.match(html, /<textarea[^>]*>\n\n&lt;script/);
  });

  it('keeps its own language and finds its own direction', () => {
    const html = built.renderPage(affected());
    assert.match(html, /<blockquote lang="en" dir="auto">/);
  });
});

describe('the notice', () => {
  it('says everything DSA Art 17(3) asks for', () => {
    const html = built.renderPage(affected());
    for (const part of [
      'We removed something you posted',
      'Everywhere',
      'Until further notice',
      '20 November 2026 at 14:05 UTC',
      'On 19 November you posted',
      'Calling for terrorist violence',
      'Strong words about a government',
      '/d/harbour-lane/policy/2',
      'A user reported it. We never say who reports.',
      'Two people decided',
      'Automated tools helped to find it.',
      'no public authority asked for this',
      'method="post"',
      'name="idempotency_key"',
      'https://ombud.example/complaints',
      'entry 48,211 of a record of 48,903 entries',
    ]) {
      assert.ok(html.includes(part), part);
    }
  });

  it('offers no appeal before there is a decision, and none twice', () => {
    const samples = samplesOf('en');
    for (const name of [
      'reporter-waiting',
      'affected-open',
      'affected-upheld',
      'affected-too-late',
    ]) {
      const page = samples[name];
      assert.ok(page, name);
      assert.doesNotMatch(built.renderPage(page), /<form/, name);
    }
  });
});

function repeatedIds(html: string): string[] {
  const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((found) => found[1] ?? '');
  return ids.filter((id, place) => ids.indexOf(id) !== place);
}

/** Links within the page, labels and descriptions that point at nothing. */
function danglingReferences(html: string): string[] {
  const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map((found) => found[1]));
  return [...html.matchAll(/(?:href="#|for="|aria-describedby="|aria-labelledby=")([^"]+)"/g)]
    .flatMap((found) => (found[1] ?? '').split(' '))
    .filter((id) => !ids.has(id));
}
