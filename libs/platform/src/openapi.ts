import { STATUS_CODES } from 'node:http';
import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { openApiSchemaOf, PROBLEM_SCHEMA } from './openapi-schemas.js';

type Operation = Record<string, unknown> & {
  parameters?: readonly { name?: string }[];
  responses?: Record<string, unknown>;
};

const FIRST_REFUSAL = 400;
const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** Refusals any operation may answer with; its own description wins where it has one. */
const STANDARD_PROBLEMS: Record<string, string> = {
  400: 'Malformed JSON',
  401: 'No credential, or one that does not hold',
  403: 'Known, but not allowed',
  404: 'Unknown, or not for the caller to see',
  409: 'Wrong moment; `state` says which',
  422: 'Fields need mending; see `errors`',
  429: 'Too many requests; see Retry-After',
  503: 'A dependency is down; nothing was changed; see Retry-After',
};
/** The refusal of an operation that is told which version was seen. */
const OVERTAKEN = { 412: 'It was changed meanwhile; read it again' };
const PROBLEM_CONTENT = {
  'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDetails' } },
};
/** What an operation without a credential cannot answer. */
const CREDENTIAL_PROBLEMS = new Set(['401', '403']);

/** OpenAPI 3.1 of one service, made from the zod schemas its controllers validate with. */
export function openApiDocumentOf(app: INestApplication, service: string): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(`haoshangliang ${service}`)
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' })
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    standardSchemaConverter: (schema, { schemaType }) => openApiSchemaOf(schema, schemaType),
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
    autoTagControllers: true,
  });
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, ProblemDetails: PROBLEM_SCHEMA },
  };
  for (const item of Object.values(document.paths)) {
    for (const method of METHODS) {
      const operation = item[method] as unknown as Operation | undefined;
      if (operation) complete(operation);
    }
  }
  return document;
}

/** Adds who may call it and the standard refusals. */
function complete(operation: Operation): void {
  const isPublic = operation['x-public'] === true;
  operation['security'] = isPublic ? [] : [{ bearer: [] }];
  operation.responses ??= {};
  const own = operation.responses as Record<string, { description?: string; content?: object }>;
  for (const [status, response] of Object.entries(own)) {
    response.description ||= STATUS_CODES[status] ?? status;
    if (Number(status) >= FIRST_REFUSAL) response.content ??= PROBLEM_CONTENT;
  }
  const isConditional = operation.parameters?.some(({ name }) => name?.toLowerCase() === 'if-match');
  const problems = { ...STANDARD_PROBLEMS, ...(isConditional ? OVERTAKEN : {}) };
  for (const [status, description] of Object.entries(problems)) {
    if (isPublic && CREDENTIAL_PROBLEMS.has(status)) continue;
    operation.responses[status] ??= {
      description,
      content: PROBLEM_CONTENT,
    };
  }
}
