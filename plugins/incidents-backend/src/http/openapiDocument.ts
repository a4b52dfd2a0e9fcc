import type { z } from 'zod/v3';
import { zodToJsonSchema } from 'zod-to-json-schema';
import { OPERATIONS } from './openapi';
import type { Asked, Operation } from './Operation';

type JsonObject = Record<string, unknown>;

/** The served description of the API: OpenAPI 3.0, made from the schemas that validate. */
export function openapiDocument(): JsonObject {
  const paths: Record<string, JsonObject> = {};
  for (const operation of OPERATIONS) {
    const { method, path, summary, query, status = 200 } = operation;
    const content = contentOf(operation);
    paths[path] = {
      ...paths[path],
      [method]: {
        summary,
        operationId: operationId(method, path),
        ...permissionOf(operation.asks),
        parameters: [...pathParameters(path), ...queryParameters(query)],
        ...(content && { requestBody: { required: true, content } }),
        responses: {
          [status]: {
            description: summary,
            content: typed(operation.types ?? [JSON_TYPE], operation.answer),
          },
          default: { description: 'What was wrong', content: json(ERROR) },
        },
      },
    };
  }
  return {
    openapi: '3.0.3',
    info: {
      title: 'Incidents',
      version: '1',
      description:
        'Incident management in the developer portal. Times are ISO 8601 in UTC. Lists are paged: pass nextCursor as cursor. What a route asks of the permission policy is its x-permission, or by the type of the command its x-permission-by-command.',
      license: { name: 'Apache-2.0' },
    },
    servers: [{ url: '/api/incidents' }],
    paths,
  };
}

/** None where the policy is not asked. */
function permissionOf(asks: Asked): JsonObject {
  if (typeof asks === 'string') {
    return {};
  }
  if ('name' in asks) {
    return { 'x-permission': asks.name };
  }
  return {
    'x-permission-by-command': Object.fromEntries(
      Object.entries(asks.byCommand).map(([type, { name }]) => [type, name]),
    ),
  };
}

const ERROR = {
  type: 'object',
  properties: {
    error: {
      type: 'object',
      properties: { name: { type: 'string' }, message: { type: 'string' } },
      required: ['name', 'message'],
    },
  },
  required: ['error'],
};

const JSON_TYPE = 'application/json';

function json(schema: unknown) {
  return { [JSON_TYPE]: { schema } };
}

function contentOf({ body, form }: Operation): JsonObject | undefined {
  if (form) {
    return typed(['multipart/form-data'], form);
  }
  return body && typed([JSON_TYPE], body);
}

function typed(types: readonly string[], schema: z.ZodTypeAny): JsonObject {
  return Object.fromEntries(
    types.map(type => [type, { schema: schemaOf(schema) }]),
  );
}

function schemaOf(schema: z.ZodTypeAny): JsonObject {
  return zodToJsonSchema(schema, {
    target: 'openApi3',
    $refStrategy: 'none',
  }) as JsonObject;
}

function pathParameters(path: string): JsonObject[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters(query: z.ZodTypeAny | undefined): JsonObject[] {
  if (!query) {
    return [];
  }
  const { properties = {}, required = [] } = schemaOf(query) as {
    properties?: Record<string, unknown>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

/** `GET /incidents/{id}/timeline` → `getIncidentsIdTimeline` */
function operationId(method: string, path: string): string {
  return [method, ...path.split(/[^A-Za-z]+/).filter(Boolean)]
    .map((word, index) =>
      index === 0 ? word : word[0].toLocaleUpperCase('en-US') + word.slice(1),
    )
    .join('');
}
