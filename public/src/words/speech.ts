import { setupI18n, type I18n } from '@lingui/core';
import type { PublicPage } from '@commonweal/contract/pages';
import { messages as en } from '../locales/en.po';
import { messages as fr } from '../locales/fr.po';
import { messages as hi } from '../locales/hi.po';
import { messages as ur } from '../locales/ur.po';

type Locale = PublicPage['locale'];

/** The words, dates and numbers of one language. Times are always UTC, and say so. */
export interface Speech {
  readonly locale: Locale;
  readonly dir: 'ltr' | 'rtl';
  /** Translates an English sentence; `values` fill its `{names}`. */
  t: (sentence: string, values?: Record<string, string | number>) => string;
  /** 4 March 2026 at 14:05 UTC */
  moment: (iso: string) => string;
  /** 4 March 2026 */
  day: (iso: string) => string;
  number: (value: number) => string;
  /** a, b and c */
  list: (values: readonly string[]) => string;
  /** Sorts words as the language does. */
  compare: (a: string, b: string) => number;
  /** The name of a country (ISO 3166-1 alpha-2); the code itself where it has none. */
  territory: (code: string) => string;
}

/** Each language by its own name. */
export const languageNames: Readonly<Record<Locale, string>> = {
  en: 'English',
  fr: 'Français',
  hi: 'हिन्दी',
  ur: 'اردو',
};

const catalogues = { en, fr, hi, ur };
const speeches = new Map<Locale, Speech>();

/** The speech of a language, made once. */
export function speechOf(locale: Locale): Speech {
  const made = speeches.get(locale) ?? makeSpeech(locale);
  speeches.set(locale, made);
  return made;
}

function makeSpeech(locale: Locale): Speech {
  const i18n: I18n = setupI18n({ locale, messages: { [locale]: catalogues[locale] } });
  // The day before the month, as in most of the world.
  const region = locale === 'en' ? 'en-GB' : locale;
  const date = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  const day = new Intl.DateTimeFormat(region, date);
  const moment = new Intl.DateTimeFormat(region, {
    ...date,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  });
  const number = new Intl.NumberFormat(region, { maximumFractionDigits: 1 });
  const list = new Intl.ListFormat(region, { type: 'conjunction' });
  const collator = new Intl.Collator(region);
  const names = new Intl.DisplayNames(region, { type: 'region', fallback: 'code' });
  return {
    locale,
    dir: locale === 'ur' ? 'rtl' : 'ltr',
    t: (sentence, values) => i18n._(sentence, values),
    moment: (iso) => moment.format(new Date(iso)),
    day: (iso) => day.format(new Date(iso)),
    number: (value) => number.format(value),
    list: (values) => list.format(values),
    compare: (a, b) => collator.compare(a, b),
    territory: (code) => (/^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code),
  };
}
