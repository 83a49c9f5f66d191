import type { Page } from 'playwright-core';
import { choose, pick, press, tick, write } from './act.ts';

/** What was found, as the person affected reads it. */
export const facts =
  'You posted a slogan that calls on readers to join the salt gate, and asked them to pass it on.';

/** Answers the first question: the clause that was broken. */
export async function answerLaw(page: Page): Promise<void> {
  await tick(page, 'The clauses that this breaks', 'Recruiting for terrorist organisations');
}

/** Answers the second: what it does, what it was for, and the least that does the job. */
export async function answerNecessity(page: Page): Promise<void> {
  await tick(page, 'What the content does', 'Recruitment');
  await choose(page, 'How grave it is', '3');
  await choose(page, 'What it was for', 'None of these');
  await pick(page, /The aim this serves/, 'Public order');
  await write(page, 'How this content threatens that aim', 'It gives every reader a way to join.');
  await choose(page, 'The measure, lightest first', 'Remove');
  await choose(page, 'What it acts on', 'This item');
  await choose(page, /^Where/, 'Everywhere');
  const noEnd = page.getByRole('radiogroup', { name: 'How long' });
  if (await noEnd.isVisible()) await choose(page, 'How long', 'Without an end date');
  await press(page, 'Tick all');
  await write(page, 'The reason', 'The call to join would still reach those it is meant for.');
  await press(page, /^Give this reason/);
  await write(page, 'Why no less would do', 'The post is that call and nothing else.');
}

/** Answers the third: what the person is told, and when. */
export async function answerProtections(page: Page): Promise<void> {
  await write(page, 'What the person is told', facts);
  await choose(page, 'When the person is told', 'Now');
}
