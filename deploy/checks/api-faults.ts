/** An OpenAPI document, as far as this check reads it. */
export interface ApiDocument {
  paths: Record<string, Record<string, ApiOperation>>;
  components: { schemas: Record<string, ApiSchema> };
}
interface ApiSchema {
  $ref?: string;
  example?: unknown;
  examples?: unknown[];
  properties?: Record<string, unknown>;
}
interface ApiOperation {
  summary?: string;
  parameters?: { name: string }[];
  requestBody?: { content: Record<string, { schema: ApiSchema }> };
  responses: Record<string, { description?: string; content?: Record<string, { schema?: ApiSchema }> }>;
}

/** Bodies nobody writes by hand: what is sent is what `GET /api/rule-set` answered, changed. */
const NO_EXAMPLE_NEEDED: ReadonlySet<string> = new Set(['ProposeRuleSet', 'PreviewRuleSet']);
const REFUSALS = ['404', '422', '503'];
/** Of an operation that takes the version that was seen. */
const CONDITIONAL_REFUSALS = [...REFUSALS, '412'];

/** What an operation does not say: summary, an example of its body, what it answers, how it refuses. */
export function apiFaults({ paths, components }: ApiDocument): string[] {
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, operation]) =>
      faultsOf(operation, components.schemas).map((fault) => `${method.toUpperCase()} ${path}: ${fault}`),
    ),
  );
}

function faultsOf(
  { summary, parameters = [], requestBody, responses }: ApiOperation,
  schemas: Record<string, ApiSchema>,
): string[] {
  const refusals = parameters.some(({ name }) => name === 'If-Match') ? CONDITIONAL_REFUSALS : REFUSALS;
  const named = (schema: ApiSchema): [string, ApiSchema] => {
    const name = schema.$ref?.split('/').at(-1) ?? '';
    return [name, schemas[name] ?? schema];
  };
  const bodies = Object.values(requestBody?.content ?? {}).map(({ schema }) => named(schema));
  const answers = Object.entries(responses).filter(([status]) => status.startsWith('2'));
  return [
    ...(summary ? [] : ['no summary']),
    ...bodies.filter(([name, schema]) => !hasExample(name, schema)).map(([name]) => `no example of ${name}`),
    ...(answers.some(([, { content }]) => Object.values(content ?? {}).some(({ schema }) => schema))
      ? []
      : ['says nothing of what it answers']),
    ...refusals.filter((status) => !(status in responses)).map((status) => `does not say ${status}`),
  ];
}

const hasExample = (name: string, { example, examples, properties = {} }: ApiSchema): boolean =>
  NO_EXAMPLE_NEEDED.has(name) ||
  example !== undefined ||
  (examples?.length ?? 0) > 0 ||
  Object.keys(properties).length === 0;
