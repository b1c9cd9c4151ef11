import type { PastSession } from '@hsl/contracts/past-session';
import { nameUuid } from '@hsl/platform/name-uuid';
import { diceOf } from './dice.js';
import { PERIOD, TENANT } from './period.js';
import { atHour, later, workingDays } from './working-days.js';

/** 22 thematic sessions, to which about 1,036 residents came (domain 6). */
const SESSIONS = 22;
const RESIDENTS = 1_036;
const FEWEST = 30;
const SEED = 22;

/** The thematic sessions of the period, in all communities, on the topics that were there from the beginning. */
export function pastSessions(): PastSession[] {
  const days = workingDays(PERIOD.from, PERIOD.to);
  const heads = headsOf();
  return Array.from({ length: SESSIONS }, (_, index) => {
    const convened = days[Math.floor((index * (days.length - 6)) / (SESSIONS - 1))]!;
    const held = later(convened, 5);
    return {
      ...{ sessionId: nameUuid('past', TENANT, `session ${index}`), subdistrictId: TENANT },
      topicId: nameUuid('standing-topic', TENANT, index % 2 === 0 ? 'parking' : 'elevator'),
      communityId: `ZX${String((index % 14) + 1).padStart(2, '0')}`,
      convenedBy: `${TENANT}-liaison${(index % 3) + 1}`,
      heads: heads[index]!,
      at: { convened: atHour(convened, 10), starts: atHour(held, 15), ends: atHour(held, 17) },
    };
  });
}

/** At least thirty each; who is left over is dealt out by the dice. */
function headsOf(): number[] {
  const dice = diceOf(SEED);
  const heads = Array.from({ length: SESSIONS }, () => FEWEST);
  for (let left = RESIDENTS - SESSIONS * FEWEST; left > 0; left -= 1) heads[Math.floor(dice() * SESSIONS)]! += 1;
  return heads;
}
