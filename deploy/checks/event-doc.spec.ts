import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import { EVENT_CATALOGUE } from '@hsl/contracts/events/event-types';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { asyncApiDocument } from './event-doc.js';

const require = createRequire(import.meta.url);
const META_SCHEMA = JSON.parse(
  readFileSync(require.resolve('@asyncapi/specs/schemas/3.0.0-without-$id.json'), 'utf8'),
) as object;

interface Message {
  summary?: string;
  payload: { properties: { data: object } };
}
const document = asyncApiDocument() as { components: { messages: Record<string, Message>; schemas: object } };

describe('the document of events', () => {
  it('is AsyncAPI 3.0, as its own schema says', () => {
    const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true });
    addFormats.default(ajv);
    const isValid = ajv.validate(META_SCHEMA, document);
    expect({ isValid, errors: ajv.errors?.slice(0, 5) }).toEqual({ isValid: true, errors: undefined });
  });

  it('has every event there is, and says of each when it fires and what it carries', () => {
    const { messages } = document.components;
    expect(Object.keys(messages)).toEqual(Object.keys(EVENT_CATALOGUE));
    const silent = Object.entries(messages).filter(
      ([, { summary, payload }]) => !summary || Object.keys(payload.properties.data).length === 0,
    );
    expect(silent.map(([type]) => type)).toEqual([]);
  });

  it('refers to nothing that is not in it', () => {
    const text = JSON.stringify(document);
    const referred = [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) =>
      decodeURIComponent(name!),
    );
    expect(referred.filter((name) => !(name in document.components.schemas))).toEqual([]);
  });
});
