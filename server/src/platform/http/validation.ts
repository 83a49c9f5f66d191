import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { FastifyInstance, FastifySchemaValidationError } from 'fastify';
import type { TSchema } from 'typebox';
import { ProblemError } from './problem.ts';

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
  const fields = errors
    .slice(0, 20)
    .map((error) => ({ pointer: pointerOf(error), detail: detailOf(error) }));
  const first = fields[0];
  return new ProblemError(
    'invalid',
    `In the ${part}${first ? `, at "${first.pointer || '/'}": ${first.detail}` : ''}. Nothing was changed.`,
    { errors: fields },
  );
}

function pointerOf(error: FastifySchemaValidationError): string {
  const params = error.params;
  const extra =
    params['additionalProperty'] ?? params['missingProperty'] ?? params['unevaluatedProperty'];
  return typeof extra === 'string'
    ? `${error.instancePath}/${extra.replaceAll('~', '~0').replaceAll('/', '~1')}`
    : error.instancePath;
}

function detailOf(error: FastifySchemaValidationError): string {
  const params = error.params;
  if (error.keyword === 'additionalProperties') return 'this field is not known here';
  if (error.keyword === 'required') return 'this field is missing';
  if (error.keyword === 'enum')
    return `must be one of: ${(params['allowedValues'] as unknown[]).join(', ')}`;
  if (error.keyword === 'pattern' && params['pattern'] === '^[^\\u0000]*$')
    return 'must not contain a NUL character';
  return error.message ?? 'is not valid';
}
