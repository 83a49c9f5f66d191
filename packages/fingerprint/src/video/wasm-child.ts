/**
 * A process that runs one ffmpeg or ffprobe command on the WebAssembly module of `@ffmpeg/core`.
 * Arguments: path of the module, `ffmpeg` or `ffprobe`, path of the video, most bytes of memory, and
 * then those of the command, in which `/in` is the video and `/dev/out` the standard output.
 *
 * The module sees the video, read-only and read as it goes, and the two outputs; nothing else of the
 * machine. Its memory cannot grow above the bound.
 */
import { fstatSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** What is used of the module's file system (emscripten's FS). */
interface ModuleFiles {
  create(path: string): FileNode;
  makedev(major: number, minor: number): number;
  registerDevice(device: number, operations: object): void;
  mkdev(path: string, device: number): void;
}
interface FileNode {
  usedBytes: number;
  stream_ops: object;
}
interface Core {
  readonly FS: ModuleFiles;
  exec(...args: string[]): number;
  ffprobe(...args: string[]): number;
  setLogger(log: (line: { type: string; message: string }) => void): void;
}
type Bytes = Int8Array | Uint8Array;

const [script = '', command = '', video = '', mostMemory = '', ...args] = process.argv.slice(2);

const { grow } = WebAssembly.Memory.prototype as {
  grow: (this: WebAssembly.Memory, pages: number) => number;
};
WebAssembly.Memory.prototype.grow = function growWithin(this: WebAssembly.Memory, pages: number) {
  if (this.buffer.byteLength + pages * 65_536 > Number(mostMemory))
    throw new RangeError('The bound of memory is reached.');
  return grow.call(this, pages);
};
// The module believes that it is in a browser's worker. It is given no way out of it.
for (const name of ['WebSocket', 'fetch', 'XMLHttpRequest', 'EventSource'])
  Reflect.deleteProperty(globalThis, name);
Object.assign(globalThis, { self: globalThis, location: { href: 'file:///' } });

const { default: createCore } = (await import(pathToFileURL(script).href)) as {
  default: (options: object) => Promise<Core>;
};
const core = await createCore({ wasmBinary: readFileSync(script.replace(/\.js$/, '.wasm')) });

const file = openSync(video, 'r');
const node = core.FS.create('/in');
node.usedBytes = fstatSync(file).size;
node.stream_ops = {
  ...node.stream_ops,
  read: (_stream: object, into: Bytes, at: number, length: number, position: number) =>
    readSync(file, into, at, length, position),
  write: () => {
    throw new Error('The video is not written to.');
  },
};
const output = core.FS.makedev(64, 1);
core.FS.registerDevice(output, {
  write: (_stream: object, from: Bytes, at: number, length: number) =>
    writeAll(1, from.subarray(at, at + length)),
});
core.FS.mkdev('/dev/out', output);
core.setLogger(({ type, message }) => {
  if (!message.startsWith('Aborted'))
    writeAll(type === 'stdout' ? 1 : 2, Buffer.from(`${message}\n`));
});
process.exitCode = command === 'ffprobe' ? core.ffprobe(...args) : core.exec(...args);

/** Waits for whoever reads: that is what holds the decoder back. */
function writeAll(to: number, bytes: Bytes): number {
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(to, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') process.exit(141);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
    }
  }
  return bytes.length;
}
