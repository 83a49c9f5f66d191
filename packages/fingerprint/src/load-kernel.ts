import { readFileSync } from 'node:fs';

const compiled = new Map<string, WebAssembly.Module>();

/**
 * The compiled kernel `wasm/<name>.wasm` of this package, read and compiled once in each thread.
 * A module may also be posted to a worker, which then need not compile it.
 * Throws when the file is not there or is no WebAssembly (RangeError and the like come from Node).
 */
export function kernelModule(name: string): WebAssembly.Module {
  let module = compiled.get(name);
  if (module === undefined) {
    module = new WebAssembly.Module(readFileSync(new URL(`../wasm/${name}.wasm`, import.meta.url)));
    compiled.set(name, module);
  }
  return module;
}

/**
 * What a new instance of a kernel exports, with its own memory, or with the memory and functions
 * handed in. The caller says what it knows the kernel to export.
 *
 *     const kernel = loadKernel('scan') as { memory: WebAssembly.Memory; scan(length: number): number }
 */
export function loadKernel(name: string, imports: WebAssembly.Imports = {}): object {
  const abort = () => {
    throw new Error(`The kernel "${name}" stopped itself: an index was out of bounds.`);
  };
  const env = { abort, ...imports['env'] };
  return new WebAssembly.Instance(kernelModule(name), { ...imports, env }).exports;
}
