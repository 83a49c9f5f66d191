import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openBrowser } from './browser.ts';

test('a browser is found and speaks our languages', async () => {
  await using browser = await openBrowser();
  const page = await browser.newPage();
  await page.setContent('<h1 lang="ur" dir="rtl">اپیل</h1>');
  assert.equal(await page.locator('h1').innerText(), 'اپیل');
});
