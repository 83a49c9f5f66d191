/**
 * Compiles the AssemblyScript kernels to wasm/, which is committed.
 *
 *     npm run kernels            all of them
 *     npm run kernels -- pdq     one
 */
import { writeFileSync } from 'node:fs';
import { compileKernel, kernelNames } from './compile-kernel.ts';

const asked = process.argv.slice(2);
for (const name of asked.length > 0 ? asked : kernelNames) {
  const bytes = await compileKernel(name);
  writeFileSync(new URL(`../wasm/${name}.wasm`, import.meta.url), bytes);
  console.log(`wasm/${name}.wasm ${bytes.length} bytes`);
}
