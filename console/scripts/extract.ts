import { readCatalogue, writeCatalogue } from './catalogue.ts';
import { allMessages, locales, scopeOf, screensWithWords } from './messages.ts';

/**
 * Brings the catalogues in line with the source: adds what is new (English filled in, the others
 * empty for a translator), drops what is gone, keeps what is translated. A screen with a `locales`
 * folder keeps its own words; those the shared catalogue also uses stay there.
 *
 * Run: node console/scripts/extract.ts [shared] [screen…]; without names, all.
 */
const screens = screensWithWords();
const used = allMessages();
const idsOf = (scope: string | null) =>
  new Set(used.filter((one) => scopeOf(one.file, screens) === scope).map((one) => one.id));
const shared = idsOf(null);

const asked = process.argv.slice(2);

for (const scope of [null, ...screens]) {
  if (asked.length > 0 && !asked.includes(scope ?? 'shared')) continue;
  const ids = [...idsOf(scope)].filter((id) => scope === null || !shared.has(id));
  for (const locale of locales) {
    const before = readCatalogue(scope, locale);
    const after = new Map(ids.map((id) => [id, before.get(id) || (locale === 'en' ? id : '')]));
    writeCatalogue(scope, locale, after);
    const empty = [...after].filter(([, text]) => text === '').map(([id]) => id);
    console.log(`${scope ?? 'shared'} ${locale}: ${after.size} sentences, ${empty.length} empty`);
  }
}
