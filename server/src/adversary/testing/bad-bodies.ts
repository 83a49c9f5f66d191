import { gzipSync } from 'node:zlib';
import { post, get, type BadRequest, type Means } from './bad-request.ts';

const item = { external_id: 'x', kind: 'post', surface: 'open' };
const open = '['.repeat(100_000);
const deep = open + ']'.repeat(100_000);

/** Bodies that cannot be read, are too much, or are not what they say. */
export function badBodies(means: Means): Record<string, BadRequest> {
  const { secret, person, ids } = means;
  const key = { authorization: `Bearer ${secret}` };
  const json = { ...key, 'content-type': 'application/json' };
  const items = (payload: string | Buffer | object, headers: object = json) =>
    post('/api/v1/items', payload, headers);
  const xml = (payload: string) =>
    post('/api/v1/lists/un', payload, { ...person, 'content-type': 'application/xml' });
  return {
    'JSON cut short': [items('{"external_id": "x"'), 400],
    'JSON with a comma too many': [items('{"external_id": "x",}'), 400],
    'no body': [items(''), 422, 400],
    'JSON that is not an object': [items('null'), 422],
    'JSON of 2 MiB': [items(JSON.stringify({ ...item, text: 'a'.repeat(2 ** 21) })), 413],
    'text beyond its limit': [items({ ...item, text: 'a'.repeat(100_001) }), 422],
    'a number for a text': [items({ ...item, external_id: 1 }), 422],
    'a text for a number': [items({ ...item, audience: '1' }), 422],
    'a text for a truth value': [
      post(
        '/api/v1/reports',
        {
          item_external_id: 'reef-picture',
          reporter: { kind: 'user', external_id: 'm' },
          reason: 'other',
          said: 'x',
          good_faith: 'true',
        },
        json,
      ),
      422,
    ],
    'null for an object': [items({ ...item, actor: null }), 422],
    'a number beyond what is kept': [items({ ...item, audience: 3_000_000_000 }), 422],
    'a number that is not finite': [
      items('{"external_id":"x","kind":"post","surface":"open","audience":1e999}'),
      422,
    ],
    'a fraction': [items({ ...item, audience: 1.5 }), 422],
    'an unknown field': [items({ ...item, is_admin: true }), 422],
    'an unknown field within': [
      items({ ...item, actor: { external_id: 'a', roles: ['administrator'] } }),
      422,
    ],
    'an unknown field in the query': [get('/api/v1/items?verdict=clear&desk_id=1', person), 422],
    'bad UTF-8': [items(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d])), 400],
    'UTF-16': [items(Buffer.from(JSON.stringify(item), 'utf16le')), 400],
    'a NUL in a text': [items({ ...item, text: 'a\0b' }), 422],
    'a NUL in a link': [items({ ...item, links: ['https://a.example/\0'] }), 422],
    'a bare NUL': [items('{"external_id":"a\0b"}'), 400],
    'a NUL in the path': [get('/d/re%00ef', person), 400],
    'a NUL in the query': [get('/api/v1/cases?queue=%00', person), 400],
    'half a surrogate pair': [items({ ...item, text: 'a\ud800b' }), 422],
    'half a surrogate pair in a name': [
      items('{"external_id":"x","kind":"post","surface":"open","\\udc00":1}'),
      422,
    ],
    __proto__: [
      items('{"external_id":"x","kind":"post","surface":"open","__proto__":{"verdict":"clear"}}'),
      400,
    ],
    'a constructor with a prototype': [
      items(
        '{"external_id":"x","kind":"post","surface":"open","constructor":{"prototype":{"a":1}}}',
      ),
      400,
    ],
    'a hundred thousand brackets': [items(open), 400],
    'a hundred thousand brackets, closed': [items(deep), 422, 400],
    'depth where anything may stand': [
      post(
        '/api/v1/sign-in/passkey/finish',
        `{"desk":"reef","challenge_id":"${ids['case_id']}","response":{"id":${deep}}}`,
        { 'content-type': 'application/json' },
      ),
      400,
      401,
      404,
      410,
      422,
    ],
    'a batch of bad UTF-8': [
      post('/api/v1/items/batch', Buffer.from([0xff, 0x0a]), {
        ...key,
        'content-type': 'application/x-ndjson',
      }),
      400,
    ],
    'a batch as JSON': [post('/api/v1/items/batch', [item], json), 415, 422],
    'a day that is none': [items({ ...item, posted_at: '2026-02-30T00:00:00Z' }), 422],
    'the year 0': [items({ ...item, posted_at: '0000-01-01T00:00:00Z' }), 422],
    'the far future': [items({ ...item, posted_at: '9999-12-31T23:59:59Z' }), 422],
    'a policy from a day that is none': [
      post(
        `/api/v1/policy/versions/${ids['policy_version_id']}/publish`,
        { revision: 1, in_force_from: '2026-02-30T00:00:00Z' },
        person,
      ),
      422,
    ],
    'a policy from the year 0': [
      post(
        `/api/v1/policy/versions/${ids['policy_version_id']}/publish`,
        { revision: 1, in_force_from: '0000-01-01T00:00:00Z' },
        person,
      ),
      422,
      409,
    ],
    'a period from a day that is none': [get('/api/v1/transparency?from=2026-02-30', person), 422],
    'a period from the year 0': [get('/api/v1/transparency?from=0000-01-01', person), 422],
    'a public period that is none': [
      get('/d/reef/transparency.json?from=0000-01-01&to=x', {}),
      400,
      404,
      422,
    ],
    'plain text': [items('hello', { ...key, 'content-type': 'text/plain' }), 415],
    'XML for JSON': [items('<item/>', { ...key, 'content-type': 'application/xml' }), 415],
    'a form for JSON': [
      items('external_id=x', { ...key, 'content-type': 'application/x-www-form-urlencoded' }),
      415,
      422,
    ],
    'a content type that is none': [items('{}', { ...key, 'content-type': '¯' }), 415, 400],
    'a multipart form without a boundary': [
      items('x', { ...key, 'content-type': 'multipart/form-data' }),
      400,
      406,
      415,
    ],
    'a multipart form with nothing in it': [
      items('--b--\r\n', { ...key, 'content-type': 'multipart/form-data; boundary=b' }),
      400,
      422,
    ],
    'a multipart field called __proto__': [
      items('--b\r\ncontent-disposition: form-data; name="__proto__"\r\n\r\nx\r\n--b--\r\n', {
        ...key,
        'content-type': 'multipart/form-data; boundary=b',
      }),
      400,
      422,
    ],
    'a gzip bomb': [
      items(gzipSync(Buffer.alloc(2 ** 24, 0x20)), { ...json, 'content-encoding': 'gzip' }),
      400,
      415,
    ],
    'XML that names entities': [
      xml(
        '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><CONSOLIDATED_LIST>&c;</CONSOLIDATED_LIST>',
      ),
      422,
    ],
    'XML that reads a file': [
      xml(
        '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]><CONSOLIDATED_LIST>&a;</CONSOLIDATED_LIST>',
      ),
      422,
    ],
    'XML that fetches': [
      xml(
        '<?xml version="1.0"?><!DOCTYPE l SYSTEM "http://127.0.0.1:9/l.dtd"><CONSOLIDATED_LIST/>',
      ),
      422,
    ],
    'XML cut short': [
      xml(
        '<?xml version="1.0"?><CONSOLIDATED_LIST dateGenerated="2026-01-01T00:00:00Z"><INDIVIDUALS><INDIVIDUAL>',
      ),
      422,
    ],
    'XML without depth': [xml(`<?xml version="1.0"?>${'<a>'.repeat(100_000)}`), 422],
    'XML that is none': [xml('{}'), 422],
    'XML with nothing in it': [xml(''), 400, 422],
    'an empty list': [
      xml(
        '<CONSOLIDATED_LIST dateGenerated="2026-05-01T00:00:00Z"><INDIVIDUALS/><ENTITIES/></CONSOLIDATED_LIST>',
      ),
      422,
    ],
    'a list of an nobody’s': [
      post('/api/v1/lists/eu', '<x/>', { ...person, 'content-type': 'application/xml' }),
      404,
    ],
  };
}
