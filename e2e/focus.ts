import type { Page } from 'playwright-core';

/** Where the keyboard is. */
export interface Focused {
  /** What it is called on screen: its label, or its words. Empty on the body: focus is lost. */
  readonly name: string;
  readonly tag: string;
  /** It is in sight, and its outline can be seen. */
  readonly isVisible: boolean;
  readonly isInMain: boolean;
  readonly isInDialog: boolean;
}

/** What the functions that run in the page use of it. */
interface Element {
  readonly tagName: string;
  readonly innerText: string;
  readonly labels?: Iterable<Element> | null;
  getAttribute(name: string): string | null;
  closest(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
  getBoundingClientRect(): { width: number; height: number; top: number; bottom: number };
}
declare const document: {
  readonly activeElement: Element | null;
  readonly body: Element;
  getElementById(id: string): Element | null;
};
declare const innerHeight: number;
declare function getComputedStyle(element: Element): { outlineStyle: string; boxShadow: string };

/** Asks the page where the keyboard is. */
export async function focused(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    const at = document.activeElement ?? document.body;
    const ids = at.getAttribute('aria-labelledby')?.split(' ') ?? [];
    const labels = [...(at.labels ?? [])].map((label) => label.innerText);
    const named = ids.map((id) => document.getElementById(id)?.innerText ?? '');
    const isField = /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName);
    const name =
      at.getAttribute('aria-label') ??
      (named.join(' ').trim() || labels.join(' ').trim() || (isField ? '' : at.innerText));
    // A hidden radio or box is shown by the label around it.
    const drawn = at.closest('label') ?? at;
    const isOutlined = [at, drawn, ...drawn.querySelectorAll('*')].some((element) => {
      const { outlineStyle, boxShadow } = getComputedStyle(element);
      return outlineStyle !== 'none' || boxShadow !== 'none';
    });
    const { width, height, top, bottom } = drawn.getBoundingClientRect();
    return {
      name: at === document.body ? '' : name.trim(),
      tag: at.tagName.toLowerCase(),
      isVisible: isOutlined && width > 0 && height > 0 && bottom > 0 && top < innerHeight,
      isInMain: at.closest('main') !== null,
      isInDialog: at.closest('[role="dialog"], [role="alertdialog"]') !== null,
    };
  });
}

const farthest = 120;
const soon = 2_000; // ms: far more than a frame, and less than anybody waits

/** The same, once this holds of it: focus moves some frames after the key. Else where it stayed. */
export async function focusedSoon(page: Page, holds: (here: Focused) => boolean): Promise<Focused> {
  const until = performance.now() + soon;
  let here = await focused(page);
  while (!holds(here) && performance.now() < until) {
    await page.waitForTimeout(20);
    here = await focused(page);
  }
  return here;
}

/**
 * Presses Tab until something of this name has focus.
 * @throws Error when focus is lost on the way, cannot be seen, or never arrives
 */
export async function tabTo(
  page: Page,
  name: string | RegExp,
  options: { backwards?: boolean } = {},
): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < farthest; presses += 1) {
    await page.keyboard.press(options.backwards ? 'Shift+Tab' : 'Tab');
    const here = await focusedSoon(page, (at) => at.isVisible || at.tag === 'body');
    passed.push(`${here.tag} "${here.name}"`);
    const isNamed = typeof name === 'string' ? here.name.startsWith(name) : name.test(here.name);
    // After the last stop the browser itself has focus for one press.
    if (here.tag !== 'body' && !here.isVisible)
      throw new Error(`Focus cannot be seen on ${passed.at(-1)}.`);
    if (isNamed) return;
  }
  throw new Error(`Tab never came to ${String(name)}. It came to:\n${passed.join('\n')}`);
}
