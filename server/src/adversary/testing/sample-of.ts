/** The parts of JSON Schema that the contract uses. */
interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly minItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

const formats: Readonly<Record<string, string>> = {
  uuid: '01a00000-0000-7000-8000-000000000000',
  email: 'somebody@reef.example',
  'date-time': '2026-01-02T03:04:05Z',
  date: '2026-01-02',
  uri: 'https://forum.example/1',
};

/** Words that fit the patterns of the contract; the first that does is taken. */
const words = ['reef', 'FJ', 'en', 'image/png', '123456', '0'.repeat(32), '0'.repeat(64)];

/** The smallest value that a schema of the contract takes. @throws when it cannot make one up */
export function sampleOf(given: object): unknown {
  const schema = given as Schema;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf) return sampleOf(schema.anyOf[0] ?? {});
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((name) => [name, sampleOf(schema.properties?.[name] ?? {})]),
      );
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => sampleOf(schema.items ?? {}));
    case 'integer':
    case 'number':
      return schema.minimum ?? 0;
    case 'boolean':
      return false;
    case 'null':
      return null;
    case 'string':
      return textOf(schema);
    case undefined:
    default:
      return {};
  }
}

function textOf({ format, pattern, minLength = 0 }: Schema): string {
  const known = format === undefined ? undefined : formats[format];
  if (known !== undefined) return known;
  const fit = new RegExp(pattern ?? '', 'u');
  const word = [...words, 'a'.repeat(minLength)].find(
    (one) => one.length >= minLength && fit.test(one),
  );
  if (word === undefined) throw new Error(`No word known for ${pattern}.`);
  return word;
}
