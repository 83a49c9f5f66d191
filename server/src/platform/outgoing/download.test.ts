import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { text } from 'node:stream/consumers';
import { download, DownloadRefused, type DownloadOptions } from './download.ts';
import { file, moved, startFileServer } from './file-server.test-data.ts';

let headers: Readonly<Record<string, unknown>> = {};
const server = await startFileServer({
  '/a.png': (request, response) => {
    headers = request.headers;
    response.writeHead(200, { 'content-type': 'Image/PNG; charset=x' }).end('picture');
  },
  '/page': file('text/html', '<p>'),
  '/svg': file('image/svg+xml', '<svg/>'),
  '/unsaid': (_request, response) => response.end('bytes'),
  '/large': (_request, response) =>
    response
      .writeHead(200, { 'content-type': 'image/png', 'content-length': '101' })
      .end('x'.repeat(101)),
  '/packed': (_request, response) =>
    response.writeHead(200, { 'content-type': 'image/png', 'content-encoding': 'gzip' }).end('x'),
  '/broken': (_request, response) => {
    response.writeHead(200, { 'content-type': 'image/png', 'content-length': '50' });
    response.write('half');
    setImmediate(() => response.destroy());
  },
  '/slow': (_request, response) => {
    response.writeHead(200, { 'content-type': 'image/png' });
    response.write('a little');
  },
  '/silent': () => undefined,
  '/once': moved('/twice'),
  '/twice': moved('/thrice'),
  '/thrice': moved('/a.png'),
  '/round': moved('/round'),
  '/clouds': moved('http://169.254.169.254/latest/meta-data'),
  '/files': moved('file:///etc/passwd'),
  '/secret': moved('http://user:secret@127.0.0.1/'),
  '/nowhere': moved('http://['),
  '/busy': (_request, response) => response.writeHead(503).end(),
  '/partial': (_request, response) => response.writeHead(206).end('x'),
});
after(() => server[Symbol.asyncDispose]());

const options = { allowPrivate: true, mostBytes: 100, patience: 10_000 };

function get(path: string, change: Partial<DownloadOptions> = {}) {
  const address = path.startsWith('/') ? server.url + path : path;
  return download(address, { ...options, ...change }, async (body, type) => [
    type,
    await text(body),
  ]);
}

test('a file is fetched, over three redirects too, and nothing of ours goes along', async () => {
  assert.deepEqual(await get('/a.png'), ['image/png', 'picture']);
  assert.deepEqual(await get('/once'), ['image/png', 'picture']);
  assert.deepEqual(Object.keys(headers).toSorted(), [
    'accept',
    'accept-encoding',
    'connection',
    'host',
    'user-agent',
  ]);
  assert.deepEqual(await get('/unsaid'), ['application/octet-stream', 'bytes']);
});

for (const [path, lasting, message] of [
  ['/page', true, /says that it is text\/html/],
  ['/large', true, /larger than 100 bytes/],
  ['/packed', true, /packed/],
  ['/round', true, /more than 3 times/],
  ['/clouds', true, /never called/],
  ['/files', true, /must begin with https/],
  ['/secret', true, /user name or password/],
  ['/nowhere', true, /leads on to nowhere/],
  ['/missing', true, /answered 404/],
  ['/partial', true, /answered 206/],
  ['/busy', false, /answered 503/],
  ['/broken', false, /connection failed/],
  ['http://127.0.0.1:1/', false, /ECONNREFUSED/],
  ['http://[::ffff:169.254.169.254]/', true, /never called/],
  ['gopher://127.0.0.1/', true, /must begin with https/],
] as const) {
  test(`${path} is refused in words${lasting ? ', for good' : ''}`, async () => {
    await assert.rejects(get(path), (error) => {
      assert.ok(error instanceof DownloadRefused, String(error));
      assert.match(error.message, message);
      assert.equal(error.lasting, lasting);
      return true;
    });
  });
}

test('a desk that allows no private network reaches none, by a redirect neither', async () => {
  const before = server.asked.length;
  await assert.rejects(get('/a.png', { allowPrivate: false }), /must begin with https/);
  const { port } = new URL(server.url);
  const resolve = async () => [{ address: '127.0.0.1', family: 4 }];
  await assert.rejects(
    get(`https://pictures.example:${port}/a.png`, { allowPrivate: false, resolve }),
    /private network/,
  );
  assert.equal(server.asked.length, before);
});

test('a name is asked once, and only what it said then is connected to', async () => {
  const { port } = new URL(server.url);
  let asked = 0;
  const resolve = async () => {
    asked += 1;
    return [{ address: asked === 1 ? '127.0.0.1' : '169.254.169.254', family: 4 }];
  };
  assert.deepEqual(await get(`http://pictures.example:${port}/a.png`, { resolve }), [
    'image/png',
    'picture',
  ]);
  await assert.rejects(get(`http://pictures.example:${port}/a.png`, { resolve }), /never called/);
});

test('what does not come in time is given up, whether it began or not', async () => {
  for (const path of ['/slow', '/silent'])
    await assert.rejects(get(path, { patience: 100 }), {
      message: 'It did not come within 0.1 seconds.',
      lasting: false,
    });
  const never = { patience: 50, resolve: () => new Promise<never>(() => {}) };
  await assert.rejects(get('http://pictures.example/', never), /within 0.05 seconds/);
});

test('it ends when it is told to, and errors of the reader stay its own', async () => {
  const ending = new AbortController();
  const slow = get('/slow', { signal: ending.signal });
  setTimeout(() => ending.abort(), 20);
  await assert.rejects(slow);
  const own = new Error('The disk is full.');
  await assert.rejects(
    download(`${server.url}/a.png`, options, () => Promise.reject(own)),
    own,
  );
});
