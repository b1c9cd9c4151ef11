import type { LiveMatter } from '@hsl/contracts/schemas/insight';

/** Before it is accepted a matter has the grade of its category, which is never an emergency: then its kind tells. */
export const isEmergency = ({ kind, grade }: Pick<LiveMatter, 'kind' | 'grade'>): boolean =>
  kind === 'emergency' || grade === 'G1';

/** What was not there when somebody last looked; whatever stands there at the first look is no news. */
export const newcomers = <M extends Pick<LiveMatter, 'number'>>(
  now: readonly M[],
  known: ReadonlySet<string> | undefined,
): M[] => (known === undefined ? [] : now.filter(({ number }) => !known.has(number)));
