import { promised } from './promised.ts';

/** A public page, read as somebody without script would. */
export interface ReadPage {
  readonly bytes: number;
  readonly html: string;
  /** What it says, a line for each block. */
  readonly lines: readonly string[];
}

/** Fetches a page that must be there, small, and free of script. @throws PromiseBroken */
export async function readPage(url: string, init?: RequestInit): Promise<ReadPage> {
  const response = await fetch(url, init);
  const html = await response.text();
  promised(
    response.ok,
    `the page ${new URL(url).pathname.split('/')[1]} is there (${response.status})`,
  );
  promised(!/<script/i.test(html), 'public pages have no script');
  const bytes = Buffer.byteLength(html);
  promised(bytes < 30 * 1024, 'public pages are below 30 KB');
  return { bytes, html, lines: linesOf(html) };
}

/** The form of a page: where it goes and what its hidden fields hold. */
export function readForm(html: string): { action: string; hidden: Record<string, string> } | null {
  const form = /<form[^>]*\baction="([^"]+)"[\s\S]*?<\/form>/i.exec(html);
  if (form === null) return null;
  const hidden: Record<string, string> = {};
  for (const [input] of form[0].matchAll(/<input[^>]*type="hidden"[^>]*>/gi)) {
    const name = /\bname="([^"]*)"/.exec(input)?.[1];
    if (name !== undefined) hidden[name] = unescape(/\bvalue="([^"]*)"/.exec(input)?.[1] ?? '');
  }
  return { action: unescape(form[1] ?? ''), hidden };
}

function linesOf(html: string): string[] {
  const body = html.replace(/^[\s\S]*<main[^>]*>/i, '').replace(/<\/main>[\s\S]*$/i, '');
  return unescape(
    body.replaceAll(/<\/(p|h\d|li|dd|dt|section|div)>/gi, '\n').replaceAll(/<[^>]+>/g, ' '),
  )
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
}

const characters: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#x27': "'",
  '#39': "'",
};

function unescape(text: string): string {
  return text.replaceAll(/&(#?\w+);/g, (whole, name: string) => characters[name] ?? whole);
}
