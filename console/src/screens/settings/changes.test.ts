import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changesOf, type DeskDraft } from './changes.ts';

const opened: DeskDraft = {
  name: 'Harbour Forum',
  language: 'en',
  contact_email: 'desk@harbour.example',
  other_redress: '',
  retention_days: '365',
  allow_private_endpoints: false,
  fetch_media: false,
};

test('only what was changed is sent', () => {
  assert.deepEqual(changesOf(opened, opened), {});
  assert.deepEqual(changesOf({ ...opened, retention_days: '90' }, opened), { retention_days: 90 });
  assert.deepEqual(changesOf({ ...opened, name: ' Quay ', language: 'ur' }, opened), {
    name: 'Quay',
    language: 'ur',
  });
});

test('an emptied address is said to be none', () => {
  assert.deepEqual(changesOf({ ...opened, contact_email: ' ' }, opened), { contact_email: null });
});
