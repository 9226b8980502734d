// The OpenAPI 3.1 document of the contract, made once.
import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { apiPrefix } from '#platform/http/api.ts';
import { contract } from '../contract.ts';

const problem = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code', 'params', 'errors'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string' },
    params: { type: 'object' },
    incident: { type: 'string' },
    questions: {
      type: 'array',
      description: 'With the code kernel.asks: whoever means it so sends the same again with these codes in `confirmed`.',
      items: {
        type: 'object',
        required: ['code', 'message', 'params', 'like'],
        properties: {
          code: { type: 'string' },
          message: { type: 'string' },
          params: { type: 'object' },
          like: {
            type: 'array',
            items: { type: 'object', required: ['id', 'title'], properties: { id: { type: 'string' }, title: { type: 'object' } } },
          },
        },
      },
    },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'code', 'message'],
        properties: {
          path: { type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'integer' }] } },
          code: { type: 'string' },
          message: { type: 'string' },
        },
      },
    },
  },
} as const;

let made: Promise<unknown> | undefined;

/** The document; every operation also answers `default` with a problem. */
export function openApi(): Promise<unknown> {
  made ??= (async () => {
    const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
    const document = await generator.generate(contract, { info: { title: 'Hansa', version: '1' }, servers: [{ url: apiPrefix }] });
    for (const operations of Object.values(document.paths ?? {}))
      for (const operation of Object.values(operations ?? {}))
        if (typeof operation === 'object' && 'responses' in operation && operation.responses !== undefined)
          Object.assign(operation.responses, {
            default: { description: 'A refusal with all its problems', content: { 'application/problem+json': { schema: problem } } },
          });
    return document;
  })();
  return made;
}
