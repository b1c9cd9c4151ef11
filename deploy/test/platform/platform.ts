import { databaseUrlOf } from '@hsl/database/database-env';
import { DEFAULT_RULE_SET } from '@hsl/domain/rule-set';
import { startTestStack, type TestStack } from '@hsl/deploy/local/test-stack';
import pg from 'pg';
import { eventually, people, type Person } from './client.js';
import { loggedErrors } from './logged-errors.js';

export const SERVICES = ['gateway', 'whistles', 'members', 'topics', 'departments', 'insight', 'notices'] as const;

/** The whole platform on servers and ports of its own, with the seed's people. */
export interface Platform {
  stack: TestStack;
  origin: string;
  as: (userName: string) => Person;
  /** Lets the demonstration subdistrict live faster: a new version of its rule set, in force at once. */
  hurry(timeScale: number, firstLookBackDays?: number): Promise<void>;
  close(): Promise<void>;
}

/** Longer than a service keeps the rules it has read. */
const RULES_ARE_READ_MS = 6_000;

/** @param settings of the environment of all services */
export async function openPlatform(settings: Record<string, string> = {}): Promise<Platform> {
  const stack = await startTestStack({ services: [...SERVICES], env: { LOG_LEVEL: 'warn', ...settings } });
  const origin = stack.addresses.services.gateway;
  const as = people(origin, stack.accountsFile);
  await referencesHaveSpread(as);
  return { stack, origin, as, hurry: (...rules) => hurry(stack, ...rules), close: () => closeOf(stack) };
}

/** Tells what went wrong inside before the logs are gone. */
async function closeOf(stack: TestStack): Promise<void> {
  const errors = loggedErrors(stack.dir, SERVICES);
  if (errors.length > 0) console.error(errors.join('\n'));
  await stack.stop();
}

/** Categories and departments reach the whistles service by Kafka: the first whistle waits for them. */
async function referencesHaveSpread(as: Platform['as']): Promise<void> {
  const body = { kind: 'hardProblem', categoryCode: 'C1', communityId: 'ZX01', place: '试', facts: '试' };
  const known = (answer: { body: { code?: string } }) => answer.body.code !== 'unknownCategory';
  await eventually('categories reach the whistles service', async () => {
    const wanted = { ...body, wantedDepartmentIds: ['ZX-CGJ', 'ZX-NONE'], facts: '' };
    await as('zx-worker-01').post('/api/whistles', wanted);
    const asked = await as('zx-worker-01').post('/api/whistles', {
      ...body,
      wantedDepartmentIds: ['ZX-CGJ', 'ZX-NONE'],
    });
    return known(asked) && asked.body.errors?.[0]?.field === 'wantedDepartmentIds.1';
  });
}

/** The grades of matters that go their way in hours and days, looked back on first after so many. */
const lookingBackAfter = (days: number) =>
  Object.fromEntries(
    (['G3', 'G4'] as const).map((grade) => {
      const { lookBackDays, ...rules } = DEFAULT_RULE_SET.grades[grade];
      return [grade, { ...rules, lookBackDays: [days, ...lookBackDays.slice(1)] }];
    }),
  );

async function hurry(stack: TestStack, timeScale: number, firstLookBackDays?: number): Promise<void> {
  const grades = firstLookBackDays ? lookingBackAfter(firstLookBackDays) : {};
  const client = new pg.Client({
    connectionString: databaseUrlOf('whistles', stack.addresses.databaseUrl),
    options: '-c hsl.subdistrict=*',
  });
  await client.connect();
  await client.query(
    `INSERT INTO rule_set (subdistrict_id, version, effective_from, content, approved_by)
     SELECT subdistrict_id, version + 1, now() - interval '1 second', content || jsonb_build_object(
       'timeScale', $1::numeric, 'grades', content->'grades' || $2::jsonb), 'test'
     FROM rule_set WHERE subdistrict_id = 'ys' ORDER BY version DESC LIMIT 1`,
    [timeScale, JSON.stringify(grades)],
  );
  await client.end();
  await new Promise((resolve) => setTimeout(resolve, RULES_ARE_READ_MS));
}
