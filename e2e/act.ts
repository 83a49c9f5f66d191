import type { Locator, Page } from 'playwright-core';

/** A page, or a part of one such as a window. */
type Place = Page | Locator;

/** Writes into a field, found by its label. */
export async function write(place: Place, label: string | RegExp, text: string): Promise<void> {
  await place.getByLabel(label).first().fill(text);
}

/** Presses a button, found by its words. */
export async function press(place: Place, words: string | RegExp): Promise<void> {
  await place.getByRole('button', { name: words }).first().click();
}

/** Chooses one of the options of a question. */
export async function choose(
  place: Place,
  question: string | RegExp,
  option: string,
): Promise<void> {
  await place
    .getByRole('radiogroup', { name: question })
    .locator('label')
    .filter({ hasText: beginsWith(option) })
    .click();
}

/** Ticks one of several boxes. */
export async function tick(place: Place, question: string | RegExp, option: string): Promise<void> {
  await place
    .getByRole('group', { name: question })
    .locator('label')
    .filter({ hasText: beginsWith(option) })
    .click();
}

/** Picks from a list that opens. */
export async function pick(page: Page, label: string | RegExp, option: string): Promise<void> {
  await page.getByRole('button', { name: label }).click();
  await page.getByRole('option', { name: option }).click();
}

/** Signs somebody in at the door. */
export async function enterByPassword(
  page: Page,
  person: { readonly email: string; readonly password: string },
): Promise<void> {
  await write(page, 'E-mail address', person.email);
  await write(page, 'Password', person.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** A choice is named by its first words; what it means follows. */
function beginsWith(words: string): RegExp {
  return new RegExp(`^\\s*${words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
}
