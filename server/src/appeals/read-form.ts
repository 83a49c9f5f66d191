import { locales, type Locale } from '@commonweal/contract';
import type { AppealProblem } from '@commonweal/contract/pages';

const longestText = 5000; // characters
const longestContact = 254; // characters: the longest e-mail address (RFC 5321, 4.5.3.1.3)
const longestKey = 100;

/** An appeal as the form sends it. */
export interface SentAppeal {
  readonly text: string;
  readonly contact: string;
  readonly language: Locale;
  readonly submissionKey: string;
  readonly problems: readonly AppealProblem[];
}

/** Reads the form; whatever is wrong is said beside what was written, which is kept. */
export function readForm(body: unknown): SentAppeal {
  const fields = typeof body === 'object' && body !== null ? body : {};
  const text = fieldOf(fields, 'text');
  const contact = fieldOf(fields, 'contact').trim();
  const language = fieldOf(fields, 'language');
  const problems: AppealProblem[] = [];
  if (text.trim() === '') problems.push({ field: 'text', code: 'missing' });
  if (lengthOf(text) > longestText) problems.push({ field: 'text', code: 'too_long' });
  if (lengthOf(contact) > longestContact) problems.push({ field: 'contact', code: 'too_long' });
  return {
    text,
    contact,
    language: locales.find((locale) => locale === language) ?? 'en',
    submissionKey: fieldOf(fields, 'idempotency_key').slice(0, longestKey),
    problems,
  };
}

/** One field: browsers send line ends as CR LF, PostgreSQL holds no NUL. */
function fieldOf(fields: object, name: string): string {
  const value: unknown = Object.hasOwn(fields, name) ? Reflect.get(fields, name) : '';
  return typeof value === 'string'
    ? value.replaceAll(/\r\n?/g, '\n').replaceAll('\0', '').toWellFormed()
    : '';
}

function lengthOf(text: string): number {
  return Array.from(text).length;
}
