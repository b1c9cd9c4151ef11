import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Decision } from '@hsl/database/decision';
import { decisionSql } from '@hsl/database/decision-sql';
import { CHINA_CALENDAR } from '@hsl/domain/calendar-china';
import { calendarSlice } from '@hsl/domain/calendar-slice';
import { termsFor, type MatterTerms } from '@hsl/domain/matter-terms';
import { DEFAULT_RULE_SET } from '@hsl/domain/rule-set';
import type { QueryConfig } from 'pg';
import { CHECKOUT } from '../../local/bootstrap/paths.mjs';
import { WORDS } from '../platform/standard-whistle.js';

/** The service's own builder, found by path as all of a service is: the statement cannot drift from the real one. */
const BUILDER = join(CHECKOUT, 'services', 'whistles', 'dist', 'intake', 'whistle-birth.js');
const GRADE = 'G3';
const HORIZON_DAYS = 420;
/** All births have the same text: each connection prepares it once, as those of the service do. */
const STATEMENT_NAME = 'birth';
/** What differs from whistle to whistle, as long as the real thing. */
const ID = '00000000-0000-4000-8000-000000000000';
const NUMBER = 'ZX-0000-000000';
const TRACKING_CODE = '0000-0000';

type BirthOf = (whistle: Record<string, unknown>, terms: MatterTerms) => Decision;

/** The statement by which the whistles service stores a new whistle, made beforehand, each time for another whistle. */
export async function birthStatements(communityId: string): Promise<() => QueryConfig> {
  const { birthOf } = (await import(pathToFileURL(BUILDER).href)) as { birthOf: BirthOf };
  const calendar = calendarSlice(CHINA_CALENDAR, Date.now(), HORIZON_DAYS);
  const whistle = {
    ...{ ...WORDS, communityId, id: ID, subdistrictId: 'zx', grade: GRADE, level: 'blue', at: Date.now() },
    ...{ number: NUMBER, trackingCode: TRACKING_CODE, wantedDepartmentIds: [], reporters: [] },
    blownBy: { userId: 'zx-worker-01', role: 'communityWorker' },
  };
  const terms = termsFor({ version: 1, content: DEFAULT_RULE_SET }, GRADE, calendar);
  const { text, values } = decisionSql(birthOf(whistle, terms));
  const renewed = differing(values, {
    [ID]: () => randomUUID(),
    [NUMBER]: (serial) => `RAW-${serial.toString(36).padStart(10, '0')}`,
    [TRACKING_CODE]: (serial) => `R${serial.toString(36).padStart(8, '0')}`,
  });
  return () => ({ name: STATEMENT_NAME, text, values: renewed() });
}

/**
 * @param renew by the text that is replaced, wherever it stands
 * @returns the values anew at each call, counted from 1
 */
export function differing(
  values: readonly unknown[],
  renew: Readonly<Record<string, (serial: number) => string>>,
): () => unknown[] {
  let serial = 0;
  return () => {
    serial += 1;
    const news = Object.entries(renew).map(([old, make]) => [old, make(serial)] as const);
    const own = (text: string): string =>
      news.reduce((result, [old, replacement]) => result.replaceAll(old, replacement), text);
    return values.map((value) => (typeof value === 'string' ? own(value) : value));
  };
}
