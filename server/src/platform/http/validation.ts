import { Ajv2020 } from 'ajv/dist/2020.js';
import { Id, Slug, Url } from '@commonweal/contract';
import addFormats from 'ajv-formats';
import type { FastifyInstance, FastifySchemaValidationError } from 'fastify';
import type { TSchema } from 'typebox';
import { fault, faulty, type FieldError, type ProblemError } from './problem.ts';

const strict = new Ajv2020({ allErrors: true, strict: false, useDefaults: false });
const lenient = new Ajv2020({
  allErrors: true,
  strict: false,
  useDefaults: true,
  coerceTypes: true,
});
for (const ajv of [strict, lenient]) addFormats.default(ajv);

/** Checks one value as a body would be; null when it fits. */
export function checkerOf(schema: TSchema): (value: unknown) => ProblemError | null {
  const validate = strict.compile(schema);
  return (value) =>
    validate(value)
      ? null
      : problemOfValidation((validate.errors ?? []) as FastifySchemaValidationError[], 'body');
}

/**
 * Bodies are taken as they are: nothing is coerced, nothing unknown is dropped. Queries and paths are
 * text by nature, so numbers and truth values in them are read as such.
 */
export function useContractValidation(app: FastifyInstance): void {
  app.setValidatorCompiler(({ schema, httpPart }) =>
    (httpPart === 'body' ? strict : lenient).compile(schema as object),
  );
}

const parts = { body: 'body', querystring: 'query', params: 'path', headers: 'headers' } as const;

/** AJV's complaints as one problem, each with its JSON pointer. At most 20 are listed. */
export function problemOfValidation(
  errors: FastifySchemaValidationError[],
  context: string | undefined,
): ProblemError {
  const part = parts[(context ?? 'body') as keyof typeof parts] ?? 'body';
  return faulty(errors.slice(0, 20).map(faultOf), { part });
}

function pointerOf(error: FastifySchemaValidationError): string {
  const params = error.params;
  const extra =
    params['additionalProperty'] ?? params['missingProperty'] ?? params['unevaluatedProperty'];
  return typeof extra === 'string'
    ? `${error.instancePath}/${extra.replaceAll('~', '~0').replaceAll('/', '~1')}`
    : error.instancePath;
}

type Said = (pointer: string, params: Record<string, unknown>) => FieldError;

/** What AJV's keywords mean in words that people can act on. */
const said: Readonly<Record<string, Said>> = {
  required: (pointer) => fault(pointer, 'missing'),
  additionalProperties: (pointer) => fault(pointer, 'unknown'),
  enum: (pointer, { allowedValues }) =>
    fault(pointer, 'one-of', { allowed: (allowedValues as unknown[]).map(String) }),
  minLength: (pointer, { limit }) =>
    limit === 1 ? fault(pointer, 'empty') : fault(pointer, 'too-short', { least: Number(limit) }),
  maxLength: (pointer, { limit }) => fault(pointer, 'too-long', { most: Number(limit) }),
  minItems: (pointer, { limit }) => fault(pointer, 'too-few', { least: Number(limit) }),
  maxItems: (pointer, { limit }) => fault(pointer, 'too-many', { most: Number(limit) }),
  minimum: (pointer, { limit }) => fault(pointer, 'too-small', { least: Number(limit) }),
  maximum: (pointer, { limit }) => fault(pointer, 'too-great', { most: Number(limit) }),
  uniqueItems: (pointer) => fault(pointer, 'twice-the-same'),
  type: (pointer, { type }) => fault(pointer, 'wrong-kind', { kind: String(type) }),
  pattern: (pointer, { pattern }) => fault(pointer, patterns.get(String(pattern)) ?? 'wrong-form'),
  format: (pointer, { format }) => fault(pointer, formats[String(format)] ?? 'wrong-form'),
};

type PlainFault =
  | 'wrong-form'
  | 'holds-nul'
  | 'not-a-slug'
  | 'not-an-id'
  | 'not-a-moment'
  | 'not-a-day'
  | 'not-an-email'
  | 'not-an-address';

const patternOf = (schema: object) => ('pattern' in schema ? String(schema.pattern) : '');

const patterns: ReadonlyMap<string, PlainFault> = new Map([
  ['^[^\\u0000]*$', 'holds-nul'],
  [patternOf(Slug), 'not-a-slug'],
  [patternOf(Url), 'not-an-address'],
  [patternOf(Id), 'not-an-id'],
]);

const formats: Readonly<Record<string, PlainFault | undefined>> = {
  uuid: 'not-an-id',
  'date-time': 'not-a-moment',
  date: 'not-a-day',
  email: 'not-an-email',
  uri: 'not-an-address',
};

function faultOf(error: FastifySchemaValidationError): FieldError {
  const pointer = pointerOf(error);
  const say = said[error.keyword];
  return say?.(pointer, error.params) ?? { pointer, detail: error.message ?? 'is not valid' };
}
