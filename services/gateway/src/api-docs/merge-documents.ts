/** One service's OpenAPI document, as far as merging asks. */
export interface ServiceDocument {
  service: string;
  paths: Record<string, Record<string, unknown>>;
  schemas: Record<string, unknown>;
}

interface Merged {
  paths: Record<string, Record<string, unknown>>;
  schemas: Record<string, unknown>;
}

const REF = '#/components/schemas/';

/**
 * All paths under /api/ in one document. A component of the same name and content is kept once; where two services mean
 * different things by one name, the later one is called `<Service><Name>`. Operation ids stay unique the same way.
 */
export function mergeDocuments(documents: readonly ServiceDocument[]): Merged {
  const merged: Merged = { paths: {}, schemas: {} };
  const operationIds = new Set<string>();
  for (const document of documents) {
    const renamed = renamings(document, merged.schemas);
    for (const [name, schema] of Object.entries(document.schemas)) {
      merged.schemas[renamed.get(name) ?? name] = withRefs(schema, renamed);
    }
    for (const [path, item] of Object.entries(document.paths)) {
      if (!path.startsWith('/api/')) continue;
      const operations = Object.entries(item).map(([method, operation]) => [
        method,
        named(withRefs(operation, renamed), document.service, operationIds),
      ]);
      merged.paths[path] = { ...merged.paths[path], ...(Object.fromEntries(operations) as Record<string, unknown>) };
    }
  }
  return merged;
}

function renamings({ service, schemas }: ServiceDocument, taken: Record<string, unknown>): Map<string, string> {
  const renamed = new Map<string, string>();
  for (const [name, schema] of Object.entries(schemas)) {
    if (name in taken && JSON.stringify(taken[name]) !== JSON.stringify(schema)) {
      renamed.set(name, capitalised(service) + name);
    }
  }
  return renamed;
}

function withRefs(value: unknown, renamed: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((item) => withRefs(item, renamed));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      if (key !== '$ref' || typeof inner !== 'string' || !inner.startsWith(REF)) return [key, withRefs(inner, renamed)];
      const name = inner.slice(REF.length);
      return [key, REF + (renamed.get(name) ?? name)];
    }),
  );
}

function named(operation: unknown, service: string, taken: Set<string>): unknown {
  if (typeof operation !== 'object' || operation === null || !('operationId' in operation)) return operation;
  const own = String(operation.operationId);
  const operationId = taken.has(own) ? `${service}_${own}` : own;
  taken.add(operationId);
  return { ...operation, operationId };
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
