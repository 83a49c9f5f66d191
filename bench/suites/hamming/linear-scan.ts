import { fileURLToPath } from 'node:url';

/** Hashes that lie one after the other, and the scan that looks at each. */
export interface LinearScan {
  /** 32 bytes for each hash. */
  readonly hashes: Uint8Array;
  /** Numbers of all hashes within the radius, in their order. */
  search(hash: Uint8Array, radius: number): number[];
}

interface Compiler {
  main(
    options: readonly string[],
    files: { writeFile(name: string, contents: string | Uint8Array): void },
  ): Promise<{ readonly error: Error | null; readonly stderr: { toString(): string } }>;
}
const compilerPackage: string = 'assemblyscript/asc';

const PAGE = 65_536;
const base = 4 * 1024 * 1024;
const room = (base - 64) / 8;

/** Compiles the scan, and makes room for so many hashes. */
export async function openLinearScan(hashes: number): Promise<LinearScan> {
  const pages = Math.ceil((base + hashes * 32) / PAGE);
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(await compile(pages)));
  const { memory, scan } = exports as {
    readonly memory: WebAssembly.Memory;
    readonly scan: (base: number, count: number, radius: number, room: number) => number;
  };
  const words = new Uint32Array(memory.buffer, 64, room * 2);
  const query = new Uint8Array(memory.buffer, 0, 32);
  return {
    hashes: new Uint8Array(memory.buffer, base, hashes * 32),
    search(hash, radius) {
      query.set(hash);
      const found = scan(base, hashes, radius, room);
      return Array.from({ length: Math.min(found, room) }, (_, at) => words[at * 2] ?? 0);
    },
  };
}

async function compile(pages: number): Promise<Uint8Array<ArrayBuffer>> {
  const { default: asc } = (await import(compilerPackage)) as { default: Compiler };
  let bytes: Uint8Array<ArrayBuffer> | undefined;
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const options = `linear-scan.as.ts --outFile scan.wasm -O3 --noAssert --runtime stub --initialMemory ${pages}`;
  const { error, stderr } = await asc.main([...options.split(' '), '--baseDir', folder], {
    writeFile: (_file, contents) => {
      if (typeof contents !== 'string') bytes = Uint8Array.from(contents);
    },
  });
  if (error !== null || bytes === undefined)
    throw new Error(`The scan does not compile.\n${stderr.toString()}`, { cause: error });
  return bytes;
}
