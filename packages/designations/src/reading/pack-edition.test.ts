import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editionFiles } from './edition-files.ts';
import { packEdition } from './pack-edition.ts';

test('no file of an edition is lost, whatever the others are called', async () => {
  const names = ['3-list.csv', 'list.csv', 'list.csv', '__proto__', '.7'];
  const files = names.map((name, at) => ({ name, bytes: Buffer.from(`file ${at}`) }));
  const edition = await editionFiles([packEdition(files)]);
  assert.ok('files' in edition);
  const found = edition.files.map(({ bytes }) => Buffer.from(bytes).toString());
  assert.deepEqual(found.toSorted(), ['file 0', 'file 1', 'file 2', 'file 3', 'file 4']);
});
