import { useLingui } from '@lingui/react';
import { useMemo } from 'react';

/** Dates, numbers and lists as the reader's language writes them. */
export interface Formats {
  /** A day: 4 March 2026. */
  day: (date: Date) => string;
  /** A day of the calendar, "2026-03-04", the same wherever the reader is. */
  calendarDay: (day: string) => string;
  /** A moment with its zone, for records: 4 March 2026 at 14:05:09 GMT+1. */
  moment: (date: Date) => string;
  number: (value: number, options?: Intl.NumberFormatOptions) => string;
  /** A share from 0 to 1 as a percentage. */
  percent: (share: number) => string;
  /** Of a file, from its bytes: 12 kB, 3.4 MB. */
  size: (bytes: number) => string;
  /** a, b and c */
  list: (values: readonly string[]) => string;
  /** How long ago or ahead, in the largest unit that says something: 3 hours ago. */
  relative: (date: Date, now: Date) => string;
  /** Sorts words as the language does. */
  compare: (a: string, b: string) => number;
}

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** The formats of one language (BCP 47). */
export function formatsOf(language: string): Formats {
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long' });
  const calendar = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  const moment = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'long' });
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  const kilobytes = new Intl.NumberFormat(language, { style: 'unit', unit: 'kilobyte' });
  const megabytes = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: 1,
  });
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const collator = new Intl.Collator(language);
  return {
    day: (date) => day.format(date),
    calendarDay: (date) => calendar.format(new Date(date)),
    moment: (date) => moment.format(date),
    number: (value, options) => new Intl.NumberFormat(language, options).format(value),
    percent: (share) => percent.format(share),
    size: (bytes) =>
      bytes < 1_000_000
        ? kilobytes.format(Math.max(1, Math.round(bytes / 1000)))
        : megabytes.format(bytes / 1_000_000),
    list: (values) => list.format(values),
    compare: (a, b) => collator.compare(a, b),
    relative: (date, now) => {
      const seconds = Math.round((date.getTime() - now.getTime()) / 1000);
      const step = steps.find(([, size]) => Math.abs(seconds) >= size);
      if (!step) return relative.format(0, 'second');
      return relative.format(Math.trunc(seconds / step[1]), step[0]);
    },
  };
}

/** The formats of the language on screen. */
export function useFormats(): Formats {
  const { i18n } = useLingui();
  return useMemo(() => formatsOf(i18n.locale), [i18n.locale]);
}
