import type { BankKind, ImportRefusal } from '@commonweal/contract';

const header = 'type,value,label,source,severity,note';
const examples: Readonly<Record<BankKind, readonly string[]>> = {
  hash: [
    `sha256,${'0123456789abcdef'.repeat(4)},Example video,Invented Research Group,3,"replace this row"`,
    `md5,${'0123456789abcdef'.repeat(2)},Example picture,Invented Research Group,,`,
    `pdq,${'0123456789abcdef'.repeat(4)},Example picture,Invented Research Group,,`,
  ],
  url: ['url,https://example.org/an-invented-page,Example page,Invented Research Group,3,'],
  phrase: ['phrase,an invented slogan of nobody,Example slogan,Invented Research Group,2,'],
};

/** A CSV file to fill in, with example rows of a bank's kind (RFC 4180). */
export function csvTemplate(kind: BankKind): string {
  return [header, ...examples[kind], ''].join('\r\n');
}

/** A cell that no spreadsheet takes for a formula (OWASP, CSV injection), quoted where it must be. */
function cellOf(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Refused rows as CSV, to be put right from. */
export function refusedCsv(rows: readonly ImportRefusal[]): string {
  const lines = rows.map(({ line, detail }) => `${line},${cellOf(detail)}`);
  return ['line,what_is_wrong', ...lines, ''].join('\r\n');
}
