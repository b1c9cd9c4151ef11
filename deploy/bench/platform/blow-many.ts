import { say } from '../progress.js';

/** Under way at once; more bring no higher rate on two cores. */
const AT_ONCE = 16;
const TELL_EVERY = 2_000;

/** So many whistles as fast as they are taken. @throws if one is not */
export async function blowMany(blow: () => Promise<void>, count: number): Promise<void> {
  let begun = 0;
  const one = async (): Promise<void> => {
    while (begun < count) {
      begun += 1;
      if (begun % TELL_EVERY === 0) say(`${begun} blown`);
      await blow();
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, count) }, one));
}
