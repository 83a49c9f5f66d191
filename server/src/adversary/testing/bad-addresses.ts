import { get, post, type BadRequest, type Means } from './bad-request.ts';

const item = { external_id: 'x', kind: 'post', surface: 'open' };

/** Addresses, parameters, headers and credentials that are not as they must be. */
export function badAddresses(means: Means): Record<string, BadRequest> {
  const { secret, person, ids, noticePath } = means;
  const key = { authorization: `Bearer ${secret}` };
  const json = { ...key, 'content-type': 'application/json' };
  const items = (payload: string | Buffer | object, headers: object = json) =>
    post('/api/v1/items', payload, headers);
  return {
    'an idempotency key of spaces': [items(item, { ...json, 'idempotency-key': 'a b' }), 400],
    'an idempotency key without end': [
      items(item, { ...json, 'idempotency-key': 'a'.repeat(201) }),
      400,
    ],
    'an idempotency key of another request': [
      items(item, { ...json, 'idempotency-key': 'used' }),
      422,
    ],
    'ten thousand parameters': [
      get(
        `/api/v1/items?${Array.from({ length: 10_000 }, (_, at) => `p${at}=1`).join('&')}`,
        person,
      ),
      422,
      414,
      431,
    ],
    'the same parameter twice': [get('/api/v1/items?limit=1&limit=2', person), 422],
    'a page of nothing': [get('/api/v1/items?limit=0', person), 422],
    'a page without end': [get('/api/v1/items?limit=201', person), 422],
    'a limit that is none': [get('/api/v1/items?limit=ten', person), 422],
    'a path out of the tiles': [get('/d/reef/ledger/tile/..%2f..%2f..%2fetc%2fpasswd', {}), 404],
    'a path out of the assets': [get('/assets/..%2f..%2findex.html', {}), 403, 404],
    'a path with bad escapes': [get('/api/v1/items/%zz', person), 400, 404],
    'a file id that is a path': [
      get(`/api/v1/items/${ids['item_id']}/files/..%2f..%2fsecret`, person),
      422,
    ],
    'an id that is none': [get('/api/v1/items/42', person), 422],
    'an id in capitals': [
      get(`/api/v1/items/${(ids['item_id'] ?? '').toUpperCase()}`, person),
      422,
    ],
    'an id of 1 MiB': [get(`/api/v1/items/${'a'.repeat(8000)}`, person), 404, 414, 422, 431],
    'a method not known here': [
      { method: 'PUT', url: '/api/v1/items', headers: json, payload: item },
      404,
      405,
    ],
    'an address not known here': [get('/api/v1/nothing', person), 404],
    'a policy number beyond numbers': [get('/d/reef/policy/99999999999999999999', {}), 404],
    'a desk that is none': [get("/d/reef'--", {}), 404],
    'a session that is made up': [
      get('/api/v1/items', { cookie: `__Host-commonweal=cws_${'A'.repeat(86)}` }),
      401,
    ],
    'a session that is rubbish': [
      get('/api/v1/items', { cookie: '__Host-commonweal=%00%ff; a=b' }),
      401,
    ],
    'a key that is made up': [
      items(item, { ...json, authorization: `Bearer cwk_${'A'.repeat(86)}` }),
      401,
    ],
    'a key with another secret': [
      items(item, { ...json, authorization: `Bearer ${secret.slice(0, -6)}AAAAAA` }),
      401,
    ],
    'a key that is rubbish': [items(item, { ...json, authorization: 'Bearer \u00ff' }), 401],
    'a change without its token': [
      post('/api/v1/people', {}, { cookie: person['cookie'] ?? '' }),
      403,
      404,
    ],
    'a change with a made-up token': [
      post('/api/v1/rules', {}, { ...person, 'x-csrf-token': 'A'.repeat(43) }),
      403,
    ],
    'a change from another site': [
      post('/api/v1/rules', {}, { ...person, 'sec-fetch-site': 'cross-site' }),
      403,
    ],
    'a notice that is made up': [get(`/n/${'A'.repeat(64)}`, {}), 404],
    'a notice with one letter changed': [
      get(`${noticePath.slice(0, -1)}${noticePath.endsWith('A') ? 'B' : 'A'}`, {}),
      404,
    ],
    'an appeal without a notice': [
      post('/n/nothing/appeal', 'text=x', { 'content-type': 'application/x-www-form-urlencoded' }),
      404,
    ],
  };
}

const paged = [
  'items',
  'cases',
  'decisions',
  'measures',
  'deliveries',
  'appeals',
  'designations',
  'banks',
  'people',
  'invitations',
  'api-keys',
];

/** Cursors nobody gave out: each is refused, or leads to a page like any other. */
export function forgedCursors({ person, ids }: Means): Record<string, BadRequest> {
  const id = ids['case_id'];
  const forged = [
    'rubbish',
    ...[
      [],
      {},
      [null],
      ['x'],
      [1e15, 1e15, 1e15],
      [1, 9e15, id],
      [1e15, 1, id],
      ['a', 'b', id],
      ['a\0', id],
      ["'; drop table item; --"],
    ].map((values) => Buffer.from(JSON.stringify(values)).toString('base64url')),
  ];
  const paths = [...paged, `banks/${ids['bank_id']}/entries`];
  return Object.fromEntries(
    paths.flatMap((path) =>
      forged.map((cursor, at): [string, BadRequest] => [
        `cursor ${at} made up for ${path}`,
        [get(`/api/v1/${path}?cursor=${cursor}`, person), 422],
      ]),
    ),
  );
}
