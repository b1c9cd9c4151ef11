import type { OpenAPIObject } from '@nestjs/swagger';
import { mergeDocuments } from './merge-documents.js';
import type { DescribedService } from './service-documents.js';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

const ABOUT = [
  '有事好商量：社区吹哨、委员报到、部门办理、回访、回头看。',
  'Community whistles, members who check in, departments that answer, revisits and look-backs.',
  '',
  'Sign in with `POST /api/sessions`, or send an API key as `X-Api-Key`. Errors are RFC 9457 problem details.',
].join('\n');

/**
 * The one document of the platform.
 * @param own the gateway's, which also gives the frame
 * @param url where the platform is reached, if known
 */
export function publicDocument(own: OpenAPIObject, services: readonly DescribedService[], url?: string): OpenAPIObject {
  const documents = services.flatMap(({ document }) => (document ? [document] : []));
  const { paths, schemas } = mergeDocuments([
    { service: 'gateway', paths: own.paths as never, schemas: own.components?.schemas ?? {} },
    ...documents,
  ]);
  const down = services.filter(({ status }) => status === 'down').map(({ service }) => service);
  return {
    ...own,
    info: {
      ...own.info,
      title: 'haoshangliang 有事好商量',
      description: down.length === 0 ? ABOUT : `${ABOUT}\n\n**Not reachable at the moment: ${down.join(', ')}.**`,
      'x-services': services.map(({ service, status }) => ({ name: service, status })),
    } as OpenAPIObject['info'],
    servers: url === undefined ? [] : [{ url }],
    security: [{ bearer: [] }, { apiKey: [] }],
    paths: paths as OpenAPIObject['paths'],
    components: {
      ...own.components,
      schemas: schemas as Schemas,
      securitySchemes: {
        ...own.components?.securitySchemes,
        apiKey: { type: 'apiKey', in: 'header', name: 'X-Api-Key' },
      },
    },
  };
}
