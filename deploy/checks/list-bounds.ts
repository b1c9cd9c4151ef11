/** An OpenAPI document, as far as this check reads it. */
export interface ListedApi {
  paths: Record<string, { get?: ListOperation }>;
  components: { schemas: Record<string, ListSchema> };
}
interface ListSchema {
  $ref?: string;
  type?: string;
  maxItems?: number;
  properties?: Record<string, ListSchema>;
}
interface ListOperation {
  parameters?: { in: string; name: string }[];
  responses: Record<string, { content?: Record<string, { schema?: ListSchema }> }>;
}

/** Lists without pages, and what keeps each of them short; the figure is the bound in the code. */
export const NATURALLY_BOUNDED: Readonly<Record<string, string>> = {
  '/api/communities': 'communities of a subdistrict, at most 1,000',
  '/api/communities/public': 'communities of a subdistrict, at most 1,000',
  '/api/estates': 'estates of a subdistrict, at most 1,000',
  '/api/categories': 'the classification of a subdistrict, changed once a year',
  '/api/text-templates': 'texts that a subdistrict keeps, at most 100',
  '/api/report-kinds': 'the kinds that the code knows',
  '/api/notice-rules': 'the rules that the code knows',
  '/api/webhooks/event-types': 'the events that the code knows',
  '/api/figures': 'the figures that the code knows',
  '/api/figures/briefing': 'the figures that the code knows',
  '/api/figures/lights': 'the departments of a subdistrict',
  '/api/coverage': 'communities of a subdistrict, at most 200',
  '/api/members/public': 'members at work who agreed to be shown, at most 100',
  '/api/point-rankings': 'members at work, at most 500',
  '/api/members/{id}/absences': 'those of one member, the latest 100',
  '/api/whistles/{id}/files': 'one matter, at most 1,000',
  '/api/whistles/followed': 'what one person follows, the latest 100',
  '/api/whistles/revisit-calls': 'calls that are being made, at most 100',
  '/api/monthly-themes': 'one month, or the latest 100',
  '/api/monthly-themes/candidates': 'categories of a subdistrict, with at most 50 matters each',
  '/api/department-tasks/{id}/files': 'one task, at most 1,000',
  '/api/department-tasks/{id}/site-visits': 'one task, the latest 100',
  '/api/topics/{id}/history': 'one topic, the first 500 steps',
  '/api/topics/public': 'topics that are open to endorsement, at most 20',
  '/api/venues/public': 'venues that are open to residents, at most 100',
  '/api/deliberations/coming': 'sittings that are announced, the next 20',
  '/api/deliberations/published': 'results of one matter, topic or community, the latest 20',
  '/api/deliberations/{id}/opinions': 'one round of a session, at most 1,000',
  '/api/deliberations/{id}/motions': 'one round of a session',
  '/api/deliberations/{id}/links': 'one session, at most 100 of each sort',
  '/api/submissions/{id}/similar': 'the most similar of a few weeks',
  '/api/submissions/{id}/photos': 'one submission, at most 1,000',
  '/api/resident-surveys': 'one half year, a survey of each community',
  '/api/resident-surveys/open': 'surveys that a community holds today, at most ten',
};

/**
 * Lists that grow without end: what answers `GET` with an array or with `items`, and names no most of them, takes a
 * `limit` and a `cursor`, unless something keeps it short that the table names; and rows of the table that say nothing of the document any more.
 * @param document of the whole platform; of one service if `bounded` names only its own
 */
export function unboundedLists(
  { paths, components }: ListedApi,
  bounded: Readonly<Record<string, string>> = NATURALLY_BOUNDED,
): string[] {
  const lists = Object.entries(paths)
    .filter(([, { get }]) => get !== undefined && isList(get, components.schemas) && !hasPages(get))
    .map(([path]) => path);
  return [
    ...lists.filter((path) => bounded[path] === undefined).map((path) => `GET ${path} has neither pages nor a bound`),
    ...Object.keys(bounded)
      .filter((path) => !lists.includes(path))
      .map((path) => `GET ${path} is no list without pages`),
  ];
}

function isList({ responses }: ListOperation, schemas: Record<string, ListSchema>): boolean {
  const named = (schema: ListSchema = {}): ListSchema => schemas[schema.$ref?.split('/').at(-1) ?? ''] ?? schema;
  return Object.values(responses['200']?.content ?? {}).some(({ schema }) => {
    const { type, properties } = named(schema);
    const items = named(properties?.['items']);
    return type === 'array' || (items.type === 'array' && items.maxItems === undefined);
  });
}

const hasPages = ({ parameters = [] }: ListOperation): boolean =>
  ['limit', 'cursor'].every((name) => parameters.some((one) => one.in === 'query' && one.name === name));
