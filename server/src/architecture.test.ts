import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Rooms in the order of the flow: a room imports from rooms before it, through their index.ts. */
const rooms = [
  'platform',
  'ledger',
  'desks',
  'law',
  'policy',
  'designations',
  'intake',
  'matching',
  'triage',
  'cases',
  'decisions',
  'measures',
  'notices',
  'appeals',
  'transparency',
];
/** What stands above the rooms and wires them. */
const above = [
  'compose.ts',
  'judge-items.ts',
  'start-server.ts',
  'main.ts',
  'crash',
  'command-line',
  'testing',
  'architecture.test.ts',
];

/** Packages and what each may import of the others. */
const packages: Readonly<Record<string, readonly string[]>> = {
  law: [],
  ledger: [],
  fingerprint: [],
  designations: ['fingerprint'],
  contract: ['law'],
  client: ['contract'],
};
const applications: Readonly<Record<string, readonly string[]>> = {
  server: Object.keys(packages),
  console: Object.keys(packages),
  public: ['contract'],
};

interface Source {
  readonly path: string;
  readonly text: string;
}

test('imports go one way', () => {
  assert.deepEqual(violations(readSources()), []);
});

for (const [name, planted] of Object.entries({
  'a room importing a later room': {
    path: 'server/src/intake/planted.ts',
    text: "import { decide } from '../decisions/index.ts';",
  },
  "a room reaching past another room's door": {
    path: 'server/src/cases/planted.ts',
    text: "import { row } from '../intake/store.ts';",
  },
  'a package importing the server': {
    path: 'packages/law/src/planted.ts',
    text: "import { x } from '../../../server/src/main.ts';",
  },
  'a package importing a package above it': {
    path: 'packages/law/src/planted.ts',
    text: "import { x } from '@commonweal/contract';",
  },
  'a package using the database': {
    path: 'packages/law/src/planted.ts',
    text: "import { Kysely } from 'kysely';",
  },
  'the console importing the server': {
    path: 'console/src/planted.ts',
    text: "export { x } from '../../server/src/compose.ts';",
  },
  'a dynamic import backwards': {
    path: 'server/src/ledger/planted.ts',
    text: "const x = await import('../notices/index.ts');",
  },
})) {
  test(`the arrows are shown to fail on ${name}`, () => {
    assert.equal(violations([planted]).length, 1);
  });
}

function readSources(): Source[] {
  const patterns = [
    'packages/*/src/**/*.{ts,tsx}',
    'server/src/**/*.ts',
    'console/src/**/*.{ts,tsx}',
    'public/src/**/*.{ts,tsx}',
  ];
  const paths = globSync(patterns, { cwd: root });
  assert.ok(paths.length > 100, 'the sources were found');
  return paths.map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

function violations(sources: readonly Source[]): string[] {
  return sources.flatMap((source) =>
    importsOf(source.text).flatMap((target) => complaintAbout(source.path, target) ?? []),
  );
}

function importsOf(text: string): string[] {
  const pattern = /(?:from|import)\s*\(?\s*'([^']+)'/g;
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '');
}

function complaintAbout(path: string, target: string): string | null {
  const [top = '', second = ''] = path.split('/');
  const own = top === 'packages' ? `packages/${second}` : top;
  const isTest =
    path.includes('.test.') || path.includes('/testing/') || path.endsWith('/testing.ts');
  if (target.startsWith('.')) {
    const place = normalize(join(dirname(path), target));
    if (!place.startsWith(`${own}/`))
      return isTest ? null : `${path} reaches out of ${own} into ${place}`;
    return top === 'server' ? complaintAboutRooms(path, place) : null;
  }
  const scoped = /^@commonweal\/([a-z]+)/.exec(target)?.[1];
  if (scoped === undefined) {
    return top === 'packages' && /^(kysely|pg|pg-boss|fastify|react)\b/.test(target)
      ? `${path} uses ${target}, but packages have no database and no server`
      : null;
  }
  const allowed = top === 'packages' ? packages[second] : applications[top];
  return isTest || allowed?.includes(scoped)
    ? null
    : `${path} may not import @commonweal/${scoped}`;
}

function complaintAboutRooms(path: string, place: string): string | null {
  const [, , from = ''] = path.split('/');
  const [, , to = ''] = place.split('/');
  if (from === to || above.includes(from) || !place.startsWith('server/src/')) return null;
  if (path.includes('.test.') || path.endsWith('/testing.ts') || path.includes('/testing/'))
    return null;
  const fromAt = rooms.indexOf(from);
  const toAt = rooms.indexOf(to);
  if (fromAt < 0) return `${path} is in no room`;
  if (toAt < 0) return `${path} imports ${place}, which is in no room`;
  if (toAt > fromAt)
    return `${path} imports ${relative('server/src', place)}, which comes later in the flow`;
  if (to !== 'platform' && !place.endsWith('/index.ts'))
    return `${path} reaches past the door of ${to}: import ${to}/index.ts`;
  return null;
}
