import { databaseUrlOf } from '@hsl/database/database-env';
import { ABILITIES } from '@hsl/access/abilities-table';
import { ROLES, type Role } from '@hsl/contracts/roles';
import { WHISTLE_STATES, type WhistleState } from '@hsl/contracts/states';
import { followUpWorkflowId } from '@hsl/contracts/workflow-ids';
import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { send, type Answer } from './client.js';
import { ACTS, type Act } from './matrix/acts.js';
import { BY_THE_CLOCK, TRANSIENT, WAYS } from './matrix/matters.js';
import { PEOPLE, WITHOUT_ACCOUNT } from './matrix/people.js';
import { openPlatform, type Platform } from './platform.js';
import { story, type Story } from './story.js';

const MINUTE_MS = 60_000;

describe('every act on a whistle, in every state, by every role', () => {
  let platform: Platform;
  let tale: Story;
  let rows: pg.Pool;
  const matters = new Map<WhistleState, string>();

  beforeAll(async () => {
    platform = await openPlatform();
    tale = story(platform);
    rows = new pg.Pool({
      connectionString: databaseUrlOf('whistles', platform.stack.addresses.databaseUrl),
      options: '-c hsl.subdistrict=*',
      max: 2,
    });
    rows.on('error', () => undefined);
    for (const [state, reach] of Object.entries(WAYS)) matters.set(state as WhistleState, await reach(tale));
    for (const state of BY_THE_CLOCK) {
      const id = await WAYS.CONCLUDED!(tale);
      await rows.query('UPDATE whistle SET state = $2 WHERE id = $1', [id, state]);
      matters.set(state, id);
    }
    await endFollowUp(matters.get('ARCHIVED')!);
  }, 6 * MINUTE_MS);
  afterAll(async () => {
    await rows?.end();
    await platform?.close();
  }, MINUTE_MS);

  /** Of an archived matter nothing runs any more. */
  async function endFollowUp(id: string): Promise<void> {
    const { temporalAddress: address, temporalNamespace: namespace } = platform.stack.addresses;
    const connection = await Connection.connect({ address });
    await new Client({ connection, namespace }).workflow.getHandle(followUpWorkflowId(id)).terminate('archived');
    await connection.close();
  }

  /** Past the gateway, whose limit of requests is not what is asked here; the rights are the service's. */
  const does = async (who: string, id: string, { path, body }: Act, headers = {}): Promise<Answer> => {
    const url = `${platform.stack.addresses.services.whistles}/api/whistles/${id}/${path}`;
    const authorization = `Bearer ${await platform.as(who).token()}`;
    const [concluded, lookedAt] = [matters.get('CONCLUDED')!, matters.get('LOOKING_BACK')!];
    const others = { open: matters.get('ASSIGNING')!, concluded: id === concluded ? lookedAt : concluded };
    const sent = typeof body === 'function' ? body(others) : body;
    return send(url, 'POST', sent, { authorization, ...headers });
  };
  /** What the matter is, and what it has decided so far. */
  const trace = async (id: string): Promise<string> => {
    const { rows: found } = await rows.query<{ row: string }>(
      `SELECT row_to_json(w)::text || (SELECT count(*) FROM timeline_entry t
         WHERE t.aggregate_id = w.id::text AND t.kind NOT LIKE '%.%') AS row FROM whistle w WHERE id = $1`,
      [id],
    );
    return found[0]!.row;
  };

  it('knows every state and every role there is', () => {
    expect(new Set([...matters.keys(), ...TRANSIENT])).toEqual(new Set(WHISTLE_STATES));
    expect(new Set([...Object.keys(PEOPLE), ...WITHOUT_ACCOUNT])).toEqual(new Set(ROLES));
  });

  it('knows every route there is', async () => {
    const { body } = await send(`${platform.stack.addresses.services.whistles}/openapi.json`, 'GET');
    const routes = Object.entries(body.paths as Record<string, object>)
      .filter(([path, item]) => path.startsWith('/api/whistles/{id}/') && 'post' in item)
      .map(([path]) => path.slice('/api/whistles/{id}/'.length))
      // They move nobody: whistle-files.int.spec.ts and follow-ups.int.spec.ts of the service.
      .filter((path) => !/^files|^reporters\/{reporterId}\/contact$/.test(path));
    expect(routes.toSorted()).toEqual(ACTS.map(({ path }) => path).toSorted());
  });

  it.each(ACTS.map((act) => [act.path, act] as const))(
    '%s is refused in every state that does not allow it, with the state, and changes nothing',
    async (_path, act) => {
      const faults: unknown[] = [];
      for (const [state, id] of matters) {
        if (act.legal.includes(state)) continue;
        const before = await trace(id);
        const { status, body } = await does(`zx-${act.by}`, id, act);
        // A department or member that has no part in it may not act on it, and need not know of it.
        const isUnknown = (status === 404 || status === 403) && /^(head-cgj|member-01)$/.test(act.by);
        const isRefused = status === 409 && body.state === state;
        if (!isRefused && !isUnknown) faults.push({ state, status, code: body?.code, said: body?.state });
        if ((await trace(id)) !== before) faults.push({ state, changed: true });
      }
      expect(faults).toEqual([]);
    },
    MINUTE_MS,
  );

  it.each(ACTS.map((act) => [act.path, act] as const))(
    '%s is refused to every role that has no right to it, and to the right one elsewhere; nothing changes',
    async (_path, act) => {
      const id = matters.get('COORDINATING')!;
      const rightful = new Set(ABILITIES.filter(({ action }) => action === act.ability).map(({ role }) => role));
      const before = await trace(id);
      const faults: unknown[] = [];
      for (const [role, [inside, outside]] of Object.entries(PEOPLE)) {
        for (const who of rightful.has(role as Role) ? [outside] : [inside, outside]) {
          const { status, body } = await does(who, id, act);
          if (status !== 403 && status !== 404) faults.push({ who, status, code: body?.code });
        }
      }
      const url = `${platform.stack.addresses.services.whistles}/api/whistles/${id}/${act.path}`;
      const anonymous = await send(url, 'POST', {});
      if (anonymous.status !== 401) faults.push({ who: 'nobody', status: anonymous.status });
      if ((await trace(id)) !== before) faults.push({ changed: true });
      expect(faults).toEqual([]);
    },
    MINUTE_MS,
  );

  const fromBlown = ACTS.filter(({ path }) => ['acceptance', 'send-back', 'decline', 'withdrawal'].includes(path));
  it.each(fromBlown.map((act) => [act.path, act] as const))(
    '%s twice at once takes effect once, with one key or without, and not again after the end',
    async (_path, act) => {
      const who = `zx-${act.by}`;
      const decisions = async (id: string) =>
        (await rows.query<{ version: number }>('SELECT version FROM whistle WHERE id = $1', [id])).rows[0]!.version;
      const free = (await tale.blow()).id as string;
      const two = await Promise.all([does(who, free, act), does(who, free, act)]);
      expect(two.map(({ status }) => status)).toContain(200);
      expect(two.every(({ status }) => status === 200 || status === 409)).toBe(true);
      expect(await decisions(free)).toBe(2);

      const keyed = (await tale.blow()).id as string;
      const key = { 'idempotency-key': `${act.path}-once` };
      const same = await Promise.all([does(who, keyed, act, key), does(who, keyed, act, key)]);
      expect(same.map(({ status }) => status)).toEqual([200, 200]);
      expect(same[0]!.body.version).toBe(same[1]!.body.version);
      expect(await decisions(keyed)).toBe(2);
      if (act.path !== 'withdrawal') {
        await does(
          'zx-head-01',
          keyed,
          ACTS.find(({ path }) => path === 'withdrawal')!,
        );
      }
      const ended = await trace(keyed);
      const late = await does(who, keyed, act, key);
      expect([200, 409]).toContain(late.status);
      expect(await trace(keyed)).toBe(ended);
    },
    MINUTE_MS,
  );
});
