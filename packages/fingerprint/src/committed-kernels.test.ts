import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { compileKernel, kernelNames } from '../scripts/compile-kernel.ts';

const folder = (name: string) => new URL(`../${name}/`, import.meta.url);

test('every kernel has options, a source and a committed module, and there are no others', () => {
  const named = (files: readonly string[], ending: string) =>
    files.filter((file) => file.endsWith(ending)).map((file) => file.slice(0, -ending.length));
  const names = kernelNames.toSorted();
  assert.deepEqual(named(readdirSync(folder('kernels')), '.as.ts').toSorted(), names);
  assert.deepEqual(named(readdirSync(folder('wasm')), '.wasm').toSorted(), names);
});

for (const name of kernelNames) {
  test(`compiling the kernel ${name} again gives the committed bytes`, async () => {
    const bytes = await compileKernel(name);
    const committed = readFileSync(new URL(`${name}.wasm`, folder('wasm')));
    assert.ok(
      Buffer.from(bytes).equals(committed),
      `wasm/${name}.wasm is not what kernels/${name}.as.ts gives: npm run kernels -- ${name}, and commit it.`,
    );
  });
}

test('a kernel that is not there is refused by name', async () => {
  await assert.rejects(compileKernel('nonsense'), /There is no kernel "nonsense"\. Kernels: .*pdq/);
});
