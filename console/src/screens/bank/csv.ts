import type { BankKind, Problem } from '@commonweal/contract';

/** Bytes of CSV the API reads at once. */
export const csvLimit = 16 * 1024 * 1024;

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

/** A row that was refused. `line` is null when the whole file was. */
export interface RowProblem {
  line: number | null;
  detail: string;
}

/** The rows a refused import names: the API writes `line 7: …` at `/csv`. */
export function rowProblems(problem: Problem | null): RowProblem[] {
  return (problem?.errors ?? [])
    .filter((error) => error.pointer === '/csv')
    .map(({ detail }) => {
      const parts = /^line (\d+): (.*)$/s.exec(detail);
      return parts ? { line: Number(parts[1]), detail: parts[2] ?? '' } : { line: null, detail };
    });
}
