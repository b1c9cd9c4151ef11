import { fromIso, type Instant } from '@hsl/contracts/instants';
import { HOUR_MS, parseDay } from './calendar-day.js';
import type { Limit } from './limit.js';

/** A vectors file that cannot be read as one; the message names the entry. */
export class VectorsMalformed extends Error {
  override readonly name = 'VectorsMalformed';
}

/** One entry of a list, with its place in the file for messages. */
export class VectorEntry {
  private constructor(
    private readonly fields: Readonly<Record<string, unknown>>,
    readonly place: string,
  ) {}

  static of(value: unknown, place: string): VectorEntry {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new VectorsMalformed(`${place} is not an object`);
    }
    return new VectorEntry(value as Record<string, unknown>, place);
  }

  /** The entry's `id`, or its place for the lists whose entries have none. */
  get id(): string {
    return typeof this.fields['id'] === 'string' ? this.fields['id'] : this.place;
  }

  has(field: string): boolean {
    return this.fields[field] !== undefined;
  }

  text(field: string): string {
    return this.checked(field, 'a text', (value) => typeof value === 'string') as string;
  }

  number(field: string): number {
    return this.checked(field, 'a number', (value) => typeof value === 'number') as number;
  }

  flag(field: string): boolean {
    return this.checked(field, 'true or false', (value) => typeof value === 'boolean') as boolean;
  }

  date(field: string): string {
    return this.converted(field, this.text(field), (text) => (parseDay(text), text));
  }

  instant(field: string): Instant {
    return this.converted(field, this.text(field), parseInstant);
  }

  instants(field: string, count: number): Instant[] {
    const isList = (value: unknown) => Array.isArray(value) && value.length === count;
    const list = this.checked(field, `a list of ${count} instants`, isList) as unknown[];
    return list.map((text, index) =>
      this.converted(`${field}[${index}]`, text, (value) => parseInstant(String(value))),
    );
  }

  limit(field: string): Limit {
    const rule = VectorEntry.of(this.fields[field], `${this.place}.${field}`);
    const amount = rule.number('amount');
    const kind = rule.text('kind');
    const unit = kind === 'natural' ? rule.text('unit') : undefined;
    const isKnown = unit === undefined ? ['workingDays', 'workingHours'].includes(kind) : UNITS.includes(unit);
    if (!isKnown) throw new VectorsMalformed(`${rule.place}: unknown kind or unit ${JSON.stringify(unit ?? kind)}`);
    if (!Number.isSafeInteger(amount) || amount < 1) {
      throw new VectorsMalformed(`${rule.place}.amount is not a positive whole number`);
    }
    return (unit === undefined ? { kind, amount } : { kind, amount, unit }) as Limit;
  }

  private checked(field: string, wanted: string, isRight: (value: unknown) => boolean): unknown {
    const value = this.fields[field];
    if (!isRight(value)) throw new VectorsMalformed(`${this.place}.${field} is not ${wanted}`);
    return value;
  }

  private converted<From, To>(field: string, value: From, convert: (value: From) => To): To {
    try {
      return convert(value);
    } catch (error) {
      throw new VectorsMalformed(`${this.place}.${field}: ${(error as Error).message}`, { cause: error });
    }
  }
}

const UNITS = ['minutes', 'hours', 'days'];
const INSTANT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

function parseInstant(text: string): Instant {
  const date = INSTANT.exec(text)?.[1];
  if (date === undefined) throw new RangeError(`not an instant with an offset: ${text}`);
  parseDay(date);
  return fromIso(text);
}

/** ISO 8601 at +08:00, without a zero fraction. */
export const shanghaiIso = (instant: Instant): string =>
  new Date(instant + 8 * HOUR_MS).toISOString().replace(/(\.000)?Z$/, '+08:00');
