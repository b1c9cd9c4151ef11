import { ABILITIES } from '@hsl/access/abilities-table';
import { ROLES } from '@hsl/contracts/roles';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Kind } from './kind.js';
import { PEOPLE, WITHOUT_ACCOUNT } from './people.js';
import { attemptsIn, momentsOf, Trial } from './trial.js';

const MINUTE_MS = 60_000;

/** Says and proves of each kind that every act is refused where the life cycle or the rights refuse it, and happens once. */
export function proveEveryAct(kinds: readonly Kind[]): void {
  let trial: Trial;
  beforeAll(async () => {
    trial = await Trial.begin(kinds);
  }, 10 * MINUTE_MS);
  afterAll(async () => trial?.end(), MINUTE_MS);

  describe.each(kinds.map((kind) => [kind.title, kind] as const))('every act on %s', (_title, kind) => {
    const deeds = kind.deeds.map((deed) => [deed.path, deed] as const);
    const attempts = Object.keys(kind.moments).flatMap((moment) =>
      attemptsIn(kind, moment).map(({ deed, as }) => [deed.path, moment, deed, as] as const),
    );

    it('knows every state, role, right and route there is', async () => {
      const reached = Object.values(kind.moments).map(({ state }) => state);
      expect(new Set([...reached, ...(kind.transient ?? [])])).toEqual(new Set(kind.states));
      expect(new Set([...Object.keys(PEOPLE), ...WITHOUT_ACCOUNT])).toEqual(new Set(ROLES));
      const actions = new Set(ABILITIES.map(({ action }) => action));
      expect(kind.deeds.filter(({ ability }) => !actions.has(ability))).toEqual([]);
      const paths = new Set(kind.deeds.map(({ path }) => path));
      expect((await trial.routes(kind)).toSorted()).toEqual([...paths].toSorted());
      // Where two rights share a route, each moment is one's business, and none is nobody's.
      for (const path of paths) {
        const told = kind.deeds.filter((deed) => deed.path === path).flatMap((deed) => momentsOf(kind, deed));
        expect([path, told.toSorted()]).toEqual([path, Object.keys(kind.moments).toSorted()]);
      }
      expect(kind.deeds.flatMap(({ legal }) => legal).filter((name) => !(name in kind.moments))).toEqual([]);
    });

    it.each(deeds)(
      '%s is refused in every state that does not allow it, with the state, and changes nothing',
      async (_path, deed) => expect(await trial.faultsOfMoments(kind, deed)).toEqual([]),
      MINUTE_MS,
    );

    it.each(deeds)(
      '%s is refused in every state to every role that has no right to it, and to the right one elsewhere',
      async (_path, deed) => expect(await trial.faultsOfRoles(kind, deed)).toEqual([]),
      MINUTE_MS,
    );

    const raced = attempts.filter(([, , , as]) => as === 'raced');
    it.each(raced)(
      '%s twice at once in %s takes effect once, or each time where the same may be said twice',
      async (_path, moment, deed) => {
        const once = { answers: ['done', 'refused'], effects: 1 };
        const each = { answers: ['done', 'done'], effects: 2 };
        const left = { answers: ['done', 'done'], effects: deed.onceIn?.includes(moment) ? 1 : 0 };
        expect(await trial.raced(kind, deed, moment)).toEqual(deed.onceIn ? left : deed.again ? each : once);
      },
      MINUTE_MS,
    );

    const keyed = attempts.filter(([, , , as]) => as === 'keyed');
    if (keyed.length === 0) return;
    it.each(keyed)(
      '%s with one key in %s takes effect once, and whoever repeats it hears the same',
      async (_path, moment, deed) => {
        const same = { answers: ['done', 'done', 'done'], effects: 1, states: 1 };
        expect(await trial.keyed(kind, deed, moment)).toEqual(same);
      },
      MINUTE_MS,
    );
  });
}
