import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** What the functions that run in the page use of it. */
interface Box {
  readonly outerHTML: string;
  getBoundingClientRect(): { readonly left: number; readonly right: number };
}
declare const document: {
  readonly documentElement: { readonly clientWidth: number; readonly scrollWidth: number };
  readonly body: { querySelectorAll(selector: string): Iterable<Box> };
};
declare const axe: {
  run(root: object, options: object): Promise<{ violations: AxeResult[] }>;
};

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface AxeResult {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** What axe-core finds wrong with the page as it stands, a line for each. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const violations = await page.evaluate(async (tags) => {
    const found = await axe.run(document, {
      runOnly: { type: 'tag', values: tags },
      resultTypes: ['violations'],
    });
    return found.violations;
  }, standards);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ html, failureSummary = '' }) =>
        `${id}: ${help}\n    ${html.slice(0, 200)}\n    ${failureSummary.split('\n').slice(1).join(' ').trim()}`,
    ),
  );
}

/** How far the page runs over the edge, in CSS pixels, and what does; null when all of it fits. */
export async function overflow(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const edge = document.documentElement.clientWidth;
    const by = document.documentElement.scrollWidth - edge;
    if (by <= 0) return null;
    const wide = [...document.body.querySelectorAll('*')].filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return right > edge + 1 || left < -1;
    });
    return `${by}px too wide: ${wide.at(-1)?.outerHTML.slice(0, 160) ?? ''}`;
  });
}
