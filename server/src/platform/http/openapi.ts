import swagger, { type FastifyDynamicSwaggerOptions } from '@fastify/swagger';
import { Problem, type Operation } from '@commonweal/contract';
import type { FastifyInstance } from 'fastify';

/** OpenAPI 3.1 from the schemas that validate: who may call is said as security, refusals as the default reply. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Commonweal',
        version: '1',
        description: 'The API of a Commonweal desk. Refusals are RFC 9457 problem details.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      components: {
        securitySchemes: {
          api_key: { type: 'http', scheme: 'bearer', description: 'An API key of the desk: cwk_…' },
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: '__Host-commonweal',
            description: 'A signed-in person; changes also need the header x-csrf-token',
          },
        },
      },
    },
    transformObject: (given) =>
      withRefusals(
        'openapiObject' in given ? (given.openapiObject as OpenApiDocument) : {},
      ) as ReturnType<NonNullable<FastifyDynamicSwaggerOptions['transformObject']>>,
    transform: ({ schema, url, route }) => {
      const { operation } = route.config ?? {};
      if (operation === undefined) return { schema: { ...schema, hide: true }, url };
      return {
        schema: { ...schema, ...describe(operation), security: securityOf(operation) },
        url,
      };
    },
  });
}

function describe(operation: Operation) {
  return {
    ...(operation.consumes
      ? { consumes: [...(operation.body ? ['application/json'] : []), ...operation.consumes] }
      : {}),
    ...(operation.produces ? { produces: [...operation.produces] } : {}),
    response: {
      [operation.status]:
        operation.status === 204
          ? { type: 'null', description: 'Done' }
          : { description: 'Done', ...operation.reply },
    },
  };
}

/** Every operation may be refused, and in one form: said once, and pointed to. */
function withRefusals(document: OpenApiDocument): OpenApiDocument {
  const refusal = {
    description: 'A refusal: what was wrong, where, and what to do',
    content: { 'application/problem+json': { schema: { ...Problem, $id: undefined } } },
  };
  const paths = Object.entries(document.paths ?? {}).map(([path, item]) => [
    path,
    mapValues(item, (operation) => ({
      ...operation,
      responses: { ...operation.responses, default: { $ref: '#/components/responses/Refusal' } },
    })),
  ]);
  return {
    ...document,
    paths: Object.fromEntries(paths),
    components: { ...document.components, responses: { Refusal: refusal } },
  };
}

interface OpenApiDocument {
  readonly paths?: Record<string, Record<string, { readonly responses?: object }>>;
  readonly components?: object;
}

function mapValues<T, U>(values: Record<string, T>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));
}

/** Either may be sent where both are listed; an empty list is for everybody. */
function securityOf({ access }: Operation): Record<string, string[]>[] {
  return [...(access.scopes ? [{ api_key: [] }] : []), ...(access.roles ? [{ session: [] }] : [])];
}
