import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { signWebhook } from '@commonweal/client';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const guides = ['README.md', 'ARCHITECTURE.md', 'CHANGELOG.md', 'CONTRIBUTING.md'].concat(
  ['docs', 'docs/decisions'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `${folder}/${name}`),
  ),
);
const read = (path: string) => readFileSync(join(root, path), 'utf8');

type Verify = (secret: string, headers: object, body: string, now: number) => boolean;

test('the Node example of the integrators’ guide verifies what the desk signs, and nothing else', async () => {
  const example = /```js\n([\s\S]*?)```/.exec(read('docs/integrator.md'))?.[1] ?? '';
  const url = `data:text/javascript;base64,${Buffer.from(example).toString('base64')}`;
  const { verify } = (await import(url)) as { verify: Verify };
  const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
  const other = `whsec_${Buffer.alloc(32, 8).toString('base64')}`;
  const now = 1_800_000_000;
  const body = '{"type":"test.ping","data":{"é":1}}';
  const headers = await signWebhook([other, secret], 'id', now, body);
  assert.ok(verify(secret, headers, body, now + 299));
  assert.ok(!verify(secret, headers, `${body} `, now));
  assert.ok(!verify(secret, headers, body, now + 301));
  assert.ok(!verify(secret, { ...headers, 'webhook-id': 'other' }, body, now));
  assert.ok(!verify(`whsec_${Buffer.alloc(32, 9).toString('base64')}`, headers, body, now));
});

test('every link in the guides to a file of ours leads to one', () => {
  const broken = guides.flatMap((path) =>
    [...read(path).matchAll(/(?<!!)\[[^\]]*\]\(([^)#\s]+)[^)]*\)/g)]
      .map((match) => match[1] ?? '')
      .filter((target) => !/^[a-z]+:/.test(target))
      .filter((target) => !existsSync(join(root, dirname(path), target)))
      .map((target) => `${path} links to ${target}`),
  );
  assert.deepEqual(broken, []);
});

test('the operators’ guide names every setting that is read, and no other', () => {
  const readers = ['config.ts', 'media/threads.ts']
    .map((name) => `server/src/platform/${name}`)
    .concat('packages/fingerprint/src/video/find-ffmpeg.ts');
  const wanted = readers.flatMap((path) =>
    [...read(path).matchAll(/env\['([A-Z_]+_[A-Z_]+|PORT|HOST)'\]/g)].map((match) => match[1]),
  );
  const table = [...read('docs/operator.md').matchAll(/^\| `([A-Z_]+)` \|/gm)].map(
    (match) => match[1],
  );
  assert.deepEqual(new Set(table), new Set(wanted));
});

test('the map of the house names every room and every package', () => {
  const map = read('ARCHITECTURE.md');
  const folders = (path: string) =>
    readdirSync(join(root, path), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
  for (const name of [...folders('packages'), ...folders('server/src')])
    assert.ok(map.includes(`${name}/`), `${name}/ is missing in ARCHITECTURE.md`);
});
