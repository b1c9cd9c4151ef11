import { databaseUrlOf } from '@hsl/database/database-env';
import { ABILITIES } from '@hsl/access/abilities-table';
import type { Role } from '@hsl/contracts/roles';
import pg from 'pg';
import { send, type Answer } from '../client.js';
import { openPlatform, type Platform } from '../platform.js';
import { story } from '../story.js';
import type { Deed, Kind, Thing } from './kind.js';
import { PEOPLE } from './people.js';

/** As many stories go on beside each other as two processors carry. */
const AT_ONCE = 8;
const OK = [200, 201];

/** Puts objects of one platform into every moment of their lives and tries every act on them. */
export class Trial {
  private readonly pools = new Map<string, pg.Pool>();
  private readonly shared = new Map<string, Thing>();
  private readonly spare = new Map<string, Thing[]>();

  private constructor(private readonly platform: Platform) {}

  /** A platform with objects of every kind in every moment, and fresh ones for what can be done only once. */
  static async begin(kinds: readonly Kind[]): Promise<Trial> {
    const trial = new Trial(await openPlatform());
    try {
      await trial.tellStories(kinds);
    } catch (error) {
      await trial.end();
      throw error;
    }
    return trial;
  }

  async end(): Promise<void> {
    for (const pool of this.pools.values()) await pool.end();
    await this.platform.close();
  }

  /** Paths behind an object's id that take a POST, as the service's OpenAPI has them. */
  async routes({ service, collection, namedInBody, beside = [] }: Kind): Promise<string[]> {
    const before = namedInBody ? `${collection}/` : `${collection}/{id}/`;
    const { body } = await send(`${this.platform.stack.addresses.services[service]}/openapi.json`, 'GET');
    return Object.entries(body.paths as Record<string, object>)
      .filter(([path, item]) => path.startsWith(before) && 'post' in item)
      .map(([path]) => path.slice(before.length))
      .filter((path) => !namedInBody || !path.startsWith('{'))
      .filter((path) => !beside.includes(path));
  }

  /** Where an act that does not fit the moment is not refused with the state, or changes something all the same. */
  async faultsOfMoments(kind: Kind, deed: Deed): Promise<unknown[]> {
    const unfitting = momentsOf(kind, deed)
      .filter((name) => !deed.legal.includes(name))
      .map((name) => [name, kind.moments[name]!] as const);
    const faults = await inLots(unfitting, async ([name, { state }]) => {
      const thing = this.sharedOf(kind, name);
      const before = await this.look(kind, thing);
      const { status, body } = await this.does(kind, deed, thing);
      const isTold = deed.about === 'another' ? body?.state !== undefined : body?.state === state;
      const isRefused = deed.missing?.includes(name) ? status === 404 : status === 409 && isTold;
      const isSame = (await this.look(kind, thing)).trace === before.trace;
      return [
        ...(isRefused ? [] : [{ moment: name, status, code: body?.code, said: body?.state, rule: body?.rule }]),
        ...(isSame ? [] : [{ moment: name, changed: true }]),
      ];
    });
    return faults.flat();
  }

  /** Whom an act is not refused, in any moment, though the table of rights gives it to somebody else. */
  async faultsOfRoles(kind: Kind, deed: Deed): Promise<unknown[]> {
    const rightful = new Set(ABILITIES.filter(({ action }) => action === deed.ability).map(({ role }) => role));
    const strangers = Object.entries({ ...PEOPLE, ...kind.people }).flatMap(([role, [inside, outside]]) =>
      rightful.has(role as Role) ? [outside] : [inside, outside],
    );
    const faults = await inLots(momentsOf(kind, deed), async (name) => {
      const thing = this.sharedOf(kind, name);
      const before = await this.look(kind, thing);
      const found: unknown[] = [];
      for (const who of strangers) {
        const { status, body } = await this.does(kind, deed, thing, { who });
        if (status !== 403 && status !== 404) found.push({ moment: name, who, status, code: body?.code });
      }
      const { status } = await send(this.urlOf(kind, deed, thing), 'POST', {});
      if (status !== 401) found.push({ moment: name, who: 'nobody', status });
      if ((await this.look(kind, thing)).trace !== before.trace) found.push({ moment: name, changed: true });
      return found;
    });
    return faults.flat();
  }

  /** Twice at once without a key: one takes effect, the other is refused with a state. */
  async raced(kind: Kind, deed: Deed, moment: string): Promise<object> {
    const thing = this.thingFor(kind, deed, moment);
    const before = await this.look(kind, thing);
    const two = await Promise.all([this.does(kind, deed, thing), this.does(kind, deed, thing)]);
    const effects = (await this.look(kind, thing)).effects - before.effects;
    return { answers: two.map(wordOf).toSorted(), effects };
  }

  /** Twice at once with one key, and once more after that: one takes effect, and everybody hears of it. */
  async keyed(kind: Kind, deed: Deed, moment: string): Promise<object> {
    const thing = this.thingFor(kind, deed, moment);
    const headers = { 'idempotency-key': `${deed.path}-${thing.id}` };
    const before = await this.look(kind, thing);
    const two = await Promise.all([1, 2].map(() => this.does(kind, deed, thing, { headers })));
    const answers = [...two, await this.does(kind, deed, thing, { headers })];
    const effects = (await this.look(kind, thing)).effects - before.effects;
    const states = new Set(answers.map(({ body }) => body?.state));
    return { answers: answers.map(wordOf), effects, states: states.size };
  }

  /** Past the gateway, whose limit of requests is not what is asked here; the rights are the service's. */
  private async does(
    kind: Kind,
    deed: Deed,
    thing: Thing,
    { who, headers = {} }: { who?: string; headers?: Record<string, string> } = {},
  ): Promise<Answer> {
    const by = who ?? `zx-${typeof deed.by === 'function' ? deed.by(thing) : deed.by}`;
    const authorization = `Bearer ${await this.platform.as(by).token()}`;
    const body = typeof deed.body === 'function' ? deed.body(thing) : deed.body;
    return send(this.urlOf(kind, deed, thing), 'POST', body, { authorization, ...headers });
  }

  private urlOf({ service, collection, namedInBody }: Kind, { path }: Deed, thing: Thing): string {
    const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => thing.others?.[name] ?? name);
    return `${this.platform.stack.addresses.services[service]}${collection}/${namedInBody ? '' : `${thing.id}/`}${filled}`;
  }

  private async look({ service, trace }: Kind, { id }: Thing): Promise<{ trace: string; effects: number }> {
    const { rows } = await this.poolOf(service).query<{ trace: string; effects: string }>(trace, [id]);
    return { trace: rows[0]!.trace, effects: Number(rows[0]!.effects) };
  }

  private poolOf(service: string): pg.Pool {
    const known = this.pools.get(service);
    if (known) return known;
    const pool = new pg.Pool({
      connectionString: databaseUrlOf(service, this.platform.stack.addresses.databaseUrl),
      ...{ options: '-c hsl.subdistrict=*', max: AT_ONCE },
    });
    pool.on('error', () => undefined);
    this.pools.set(service, pool);
    return pool;
  }

  private sharedOf(kind: Kind, moment: string): Thing {
    return this.shared.get(`${kind.title} ${moment}`)!;
  }

  /** What moves nothing can be done to an object that others look at; anything else uses one up. */
  private thingFor(kind: Kind, { again }: Deed, moment: string): Thing {
    if (again) return this.sharedOf(kind, moment);
    return this.spare.get(`${kind.title} ${moment}`)!.pop()!;
  }

  private async tellStories(kinds: readonly Kind[]): Promise<void> {
    const tale = story(this.platform);
    const wanted = kinds.flatMap((kind) =>
      Object.entries(kind.moments).flatMap(([name, moment]) => {
        const one = { kind, moment, name: `${kind.title} ${name}` };
        const spare = attemptsIn(kind, name).filter(({ deed }) => !deed.again).length;
        return Array.from({ length: 1 + spare }, () => one);
      }),
    );
    await inLots(wanted, async ({ kind, name, moment: { reach, byTheClock } }) => {
      const thing = await reach(tale);
      if (byTheClock) await this.poolOf(kind.service).query(byTheClock, [thing.id]);
      if (this.shared.has(name)) this.spare.set(name, [...(this.spare.get(name) ?? []), thing]);
      else this.shared.set(name, thing);
    });
  }
}

/** Acts that take effect in a moment: each is raced there, and where it is first possible tried with a key. */
export function attemptsIn({ deeds }: Kind, moment: string): { deed: Deed; as: 'raced' | 'keyed' }[] {
  return deeds.flatMap((deed) => {
    if (!deed.legal.includes(moment)) return [];
    const isKeyed = deed.legal[0] === moment && !deed.keyless;
    return [{ deed, as: 'raced' } as const, ...(isKeyed ? [{ deed, as: 'keyed' } as const] : [])];
  });
}

/** Where the route of a deed asks for its right. */
export const momentsOf = ({ moments }: Kind, { only }: Deed): readonly string[] => only ?? Object.keys(moments);

const wordOf = ({ status, body }: Answer): string => {
  if (OK.includes(status)) return 'done';
  return status === 409 && body.state !== undefined ? 'refused' : `${status} ${body?.code} ${body?.state}`;
};

async function inLots<T, R>(all: readonly T[], does: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const queue = all.entries();
  const work = async () => {
    for (const [index, one] of queue) results[index] = await does(one);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return results;
}
