import { Type, type Static, type TSchema, type TUnsafe } from 'typebox';

/** A closed object: unknown fields are refused, never dropped in silence. */
export function closed<T extends Record<string, TSchema>>(properties: T, options: object = {}) {
  return Type.Object(properties, { additionalProperties: false, ...options });
}

/** The value or null: null says "known to be absent". */
export function nullable<T extends TSchema>(schema: T) {
  return Type.Union([schema, Type.Null()]);
}

/** One of a fixed list of words. */
export function oneOf<const T extends readonly string[]>(words: T): TUnsafe<T[number]> {
  return Type.Unsafe<T[number]>({ type: 'string', enum: [...words] });
}

/** One page of a list in stable order; `next_cursor` is null on the last page. */
export function pageOf<T extends TSchema>(schema: T) {
  return closed({ data: Type.Array(schema), next_cursor: nullable(Type.String()) });
}

/** Text from a person or a platform. NUL is refused: PostgreSQL cannot hold it. */
export function text(
  maxLength: number,
  options: { minLength?: number; description?: string } = {},
) {
  return Type.String({ maxLength, pattern: '^[^\\u0000]*$', ...options });
}

/** One spelling only: `format` alone also takes capitals and `urn:uuid:`, which would be other ids to us. */
export const Id = Type.String({
  format: 'uuid',
  pattern: '^[0-9a-f-]{36}$',
  description: 'UUIDv7, lower-case',
});
export const Instant = Type.String({ format: 'date-time', description: 'RFC 3339, UTC' });
export const Day = Type.String({ format: 'date' });
export const Slug = Type.String({ pattern: '^[a-z0-9](?:[a-z0-9-]{1,38})[a-z0-9]$' });
export const Url = Type.String({ format: 'uri', maxLength: 2048, pattern: '^https?://' });
export const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });
export const Version = Type.Integer({
  minimum: 1,
  description: 'Optimistic lock: send the one you read',
});

export const locales = ['en', 'fr', 'hi', 'ur'] as const;
export const Locale = oneOf(locales);
export type Locale = Static<typeof Locale>;

/** BCP 47 language tag of content, as far as we need it. */
export const LanguageTag = Type.String({
  pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$',
  maxLength: 35,
});
export const Territory = Type.String({ pattern: '^[A-Z]{2}$', description: 'ISO 3166-1 alpha-2' });

export const PageQuery = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  cursor: Type.Optional(Type.String({ maxLength: 400 })),
};

const told = {
  code: Type.Optional(
    Type.String({ description: 'Stable name of the sentence in `detail`, where it has one' }),
  ),
  params: Type.Optional(
    Type.Record(
      Type.String(),
      Type.Union([Type.String(), Type.Number(), Type.Array(Type.String())]),
      { description: 'What the sentence puts in its places, for saying it in another language' },
    ),
  ),
};

/**
 * RFC 9457 problem details, with a JSON pointer for each field at fault. A client that speaks another
 * language says by `code` and `params` what `detail` says in English.
 */
export const Problem = Type.Object(
  {
    type: Type.String({ description: 'Stable identifier of the kind of problem' }),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.Optional(Type.String({ description: 'What was wrong, where, and what to do' })),
    instance: Type.Optional(Type.String()),
    ...told,
    errors: Type.Optional(
      Type.Array(
        closed({
          pointer: Type.String({ description: 'RFC 6901 pointer into what was sent' }),
          detail: Type.String(),
          ...told,
        }),
      ),
    ),
  },
  { $id: 'Problem' },
);
export type Problem = Static<typeof Problem>;

export const Nothing = Type.Null({ description: 'No body' });
