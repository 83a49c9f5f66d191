/**
 * The part of the WebAssembly JavaScript interface (W3C, 2.0) that the kernels need. TypeScript has
 * it in its browser library only, and @types/node leaves it out.
 */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array);
    static exports(module: Module): { readonly name: string; readonly kind: string }[];
  }
  class Memory {
    /** Sizes in pages of 65,536 bytes. */
    constructor(size: { initial: number; maximum?: number; shared?: boolean });
    /** Another one after every growth, unless it is shared. */
    readonly buffer: ArrayBuffer | SharedArrayBuffer;
    /** Gives the size before, in pages. Throws a RangeError beyond the maximum. */
    grow(pages: number): number;
  }
  class Instance {
    constructor(module: Module, imports?: Imports);
    readonly exports: Record<string, unknown>;
  }
  // eslint-disable-next-line typescript/no-unsafe-function-type
  type Import = Memory | Function | number;
  type Imports = Record<string, Record<string, Import>>;
}
