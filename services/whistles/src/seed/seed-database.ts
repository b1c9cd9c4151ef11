import { databaseEnvSchema, databaseUrlOf } from '@hsl/database/database-env';
import { envelopeOf } from '@hsl/database/event-envelope';
import { CHINA_CALENDAR } from '@hsl/domain/calendar-china';
import { DEFAULT_RULE_SET } from '@hsl/domain/rule-set';
import { readEnv } from '@hsl/platform/env';
import pg from 'pg';
import { publishRules } from '../rules/publish-rules.js';
import { COMMUNITIES, ESTATES, SUBDISTRICTS, type CommunitySeed } from './places.js';

type Subdistrict = (typeof SUBDISTRICTS)[number];

/** Puts in what is missing and changes what changed; a second run writes nothing. */
export async function seedDatabase(): Promise<void> {
  const { DATABASE_URL } = readEnv(databaseEnvSchema);
  const client = new pg.Client({
    connectionString: databaseUrlOf('whistles', DATABASE_URL),
    options: '-c hsl.subdistrict=*',
    connectionTimeoutMillis: 5_000,
  });
  await client.connect();
  try {
    for (const subdistrict of SUBDISTRICTS) {
      await client.query('BEGIN');
      for (const community of COMMUNITIES) await seedCommunity(client, subdistrict, community);
      for (const estate of ESTATES) await seedEstate(client, subdistrict, estate);
      await seedRules(client, subdistrict);
      await publishRules(client, subdistrict.id, Date.now());
      await client.query('COMMIT');
    }
  } finally {
    await client.end();
  }
}

async function seedCommunity(client: pg.Client, { id, prefix }: Subdistrict, seed: CommunitySeed): Promise<void> {
  const communityId = `${prefix}${seed.code}`;
  const liaisonUserId = `${id}-liaison${seed.liaison}`;
  const { rows } = await client.query<{ version: number }>(
    `INSERT INTO community (id, subdistrict_id, code, name, households, liaison_user_id, is_fictional)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name, households = EXCLUDED.households,
       liaison_user_id = EXCLUDED.liaison_user_id, is_fictional = EXCLUDED.is_fictional, version = community.version + 1
     WHERE (community.name, community.households, community.liaison_user_id, community.is_fictional)
       IS DISTINCT FROM (EXCLUDED.name, EXCLUDED.households, EXCLUDED.liaison_user_id, EXCLUDED.is_fictional)
     RETURNING version`,
    [communityId, id, seed.code, seed.name, seed.households, liaisonUserId, seed.isFictional],
  );
  const [changed] = rows;
  if (!changed) return;
  const data = { communityId, name: seed.name, households: seed.households, liaisonUserId };
  const envelope = envelopeOf(
    { type: 'community.changed.v1', subject: communityId, data },
    { source: 'whistles', subdistrictId: id, at: Date.now(), sequence: changed.version * 100 },
  );
  await client.query('INSERT INTO outbox_event (subdistrict_id, subject, envelope) VALUES ($1, $2, $3)', [
    ...[id, communityId, JSON.stringify(envelope)],
  ]);
}

async function seedEstate(
  client: pg.Client,
  { id, prefix }: Subdistrict,
  seed: (typeof ESTATES)[number],
): Promise<void> {
  await client.query(
    `INSERT INTO estate (id, subdistrict_id, community_id, name, households, management_type)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO NOTHING`,
    [`${prefix}-E${seed.code}`, id, `${prefix}${seed.community}`, seed.name, seed.households, seed.managementType],
  );
}

/** Version 1 of the rules and of the calendar; later versions are proposed and approved, never seeded. */
async function seedRules(client: pg.Client, { id, timeScale }: Subdistrict): Promise<void> {
  await client.query(
    `INSERT INTO rule_set (subdistrict_id, version, effective_from, content, approved_by)
     VALUES ($1, 1, '2021-01-01T00:00:00+08:00', $2, 'seed') ON CONFLICT DO NOTHING`,
    [id, JSON.stringify({ ...DEFAULT_RULE_SET, timeScale })],
  );
  const { version, firstYear, lastYear, holidays, makeUpWorkdays } = CHINA_CALENDAR;
  await client.query(
    `INSERT INTO work_calendar (subdistrict_id, version, first_year, last_year, holidays, make_up_workdays)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
    [id, version, firstYear, lastYear, holidays, makeUpWorkdays],
  );
}
