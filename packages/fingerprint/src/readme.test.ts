/** The package as a stranger gets it: packed, installed elsewhere, and its README's examples run as they stand. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { asSharp, drawPicture } from './pdq/pictures.test-data.ts';
import {
  fingerprintImage,
  fingerprintVideo,
  listFrames,
  pdqToHex,
  writeFrameList,
} from './index.ts';
import { makeVideo } from './video/videos.test-data.ts';

const run = promisify(execFile);
const home = fileURLToPath(new URL('../', import.meta.url));
const modules = join(home, '../../node_modules');
const readme = await readFile(join(home, 'README.md'), 'utf8');
const examples = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = '']) => code);
const bankedHash = /(?<=pdqFromHex\(')[0-9a-f]{64}/;
let folder: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commonweal-packed-'));
  const installed = join(folder, 'node_modules/@commonweal/fingerprint');
  await run(process.execPath, [join(home, 'scripts/pack.ts'), installed]);
  await mkdir(join(folder, 'node_modules/@ffmpeg'));
  for (const name of ['sharp', 'tldts', '@ffmpeg/core'])
    await symlink(join(modules, name), join(folder, 'node_modules', name));
  const video = await makeVideo([
    [11, 30],
    [12, 30],
  ]);
  const leaflet = Array.from({ length: 60 }, (_, at) => `word${at * 7919} of the oath`).join(' ');
  const files: Readonly<Record<string, string | Uint8Array>> = {
    'upload.bin': 'anything',
    'upload.jpg': await asSharp(drawPicture(1, 600, 400))
      .jpeg()
      .toBuffer(),
    'upload.mp4': video,
    'known.txt': writeFrameList(listFrames(await fingerprintVideo(video))),
    'leaflet.txt': leaflet,
    'post.txt': leaflet.replace('word7919', 'another'),
    'long-post.txt': `It begins otherwise. ${leaflet}`,
  };
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
});
after(() => rm(folder, { recursive: true, force: true }));

/** What the example prints. */
async function runExample(code: string): Promise<string> {
  const path = join(folder, 'example.ts');
  await writeFile(path, code);
  const { stdout } = await run(process.execPath, [path], { cwd: folder });
  return stdout;
}

for (const [at, code] of examples.entries())
  test(`example ${at + 1} of the README runs: ${code.slice(0, 60).split('\n')[0]}`, async () => {
    await runExample(code);
  });

test('the ten lines find a picture that is banked, turned too', async () => {
  const code = examples.find((one) => one.includes('openImageHasher')) ?? assert.fail('none');
  const { frames } = await fingerprintImage(
    await asSharp(drawPicture(1, 600, 400))
      .rotate(90)
      .png()
      .toBuffer(),
  );
  const banked = pdqToHex(frames[0].fullResolution.hash);
  assert.match(await runExample(code.replace(bankedHash, banked)), /^found, rotated/);
  assert.equal(await runExample(code), '', 'and not one that is banked otherwise');
});

test('the lines for videos find a video that is known', async () => {
  const code = examples.find((one) => one.includes('matchVideos')) ?? assert.fail('none');
  assert.match(await runExample(code), /frames: 100/);
});

for (const lib of ['es2024,esnext', 'es2024,esnext,dom'])
  test(`the types that are published are whole, with ${lib}`, async () => {
    const code = examples.find((one) => one.includes('openHammingReader')) ?? assert.fail('none');
    const typed = join(folder, 'typed.mts');
    await writeFile(typed, code);
    const tsc = join(modules, 'typescript/bin/tsc');
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'esnext'];
    const types = ['--types', 'node', '--typeRoots', join(modules, '@types'), '--lib', lib];
    await run(process.execPath, [tsc, ...options, ...types, typed], { cwd: folder });
  });
