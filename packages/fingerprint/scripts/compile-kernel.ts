import { fileURLToPath } from 'node:url';

/**
 * The compiler as far as it is used here. Its own types are not read: they come with globals of
 * AssemblyScript's, which would stand in for Node's.
 */
interface Compiler {
  main(
    options: readonly string[],
    files: { writeFile(name: string, contents: string | Uint8Array): void },
  ): Promise<{ readonly error: Error | null; readonly stderr: { toString(): string } }>;
}
const compilerPackage: string = 'assemblyscript/asc';

/**
 * What every kernel is compiled with: as fast as it gets, SIMD, and no runtime; a kernel lays out
 * its memory itself.
 */
const EVERY = ['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd'];

/**
 * The kernels by name, each with what else it is compiled with. A kernel that shares its memory
 * between threads takes `--enable threads --importMemory --sharedMemory --maximumMemory <pages>`.
 */
const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  // Grows with the width and height of the picture; 32 MB holds the largest that is accepted.
  pdq: ['--initialMemory', '1', '--maximumMemory', '512'],
  // Has no memory of its own: src/hamming/layout.ts makes one as large as the index may become.
  hamming:
    '--enable threads --importMemory --sharedMemory --initialMemory 1 --maximumMemory 65536'.split(
      ' ',
    ),
};

/** The names of all kernels. */
export const kernelNames: readonly string[] = Object.keys(OPTIONS);

/**
 * Compiles `kernels/<name>.as.ts` and gives the WebAssembly module. The same source gives the same
 * bytes. Throws with the compiler's own words when the source is wrong.
 */
export async function compileKernel(name: string): Promise<Uint8Array> {
  const options = OPTIONS[name];
  if (options === undefined)
    throw new Error(`There is no kernel "${name}". Kernels: ${kernelNames.join(', ')}.`);
  const { default: asc } = (await import(compilerPackage)) as { default: Compiler };
  let bytes: Uint8Array | undefined;
  const { error, stderr } = await asc.main(
    [
      `${name}.as.ts`,
      '--baseDir',
      fileURLToPath(new URL('../kernels/', import.meta.url)),
      '--outFile',
      `${name}.wasm`,
      ...EVERY,
      ...options,
    ],
    {
      writeFile: (_file, contents) => {
        if (typeof contents !== 'string') bytes = contents;
      },
    },
  );
  if (error !== null || bytes === undefined)
    throw new Error(`The kernel "${name}" does not compile.\n${stderr.toString()}`, {
      cause: error,
    });
  return bytes;
}
