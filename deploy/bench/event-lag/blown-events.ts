import { randomUUID } from 'node:crypto';
import type { CloudEvent } from '@hsl/contracts/event';
import type { WhistleSnapshot } from '@hsl/contracts/events/whistle-snapshot';
import { envelopeOf } from '@hsl/database/event-envelope';

const HOUR_MS = 3_600_000;

/** A whistle of its own, as its owner tells of its birth: the event that most services listen to. */
export function blownEvent(index: number): CloudEvent {
  const [whistleId, at] = [randomUUID(), Date.now()];
  const snapshot: WhistleSnapshot = {
    ...{ whistleId, number: `B-${index}`, version: 1, state: 'BLOWN', communityId: `ZX0${1 + (index % 9)}` },
    ...{ categoryCode: 'C1', grade: 'G3', level: 'blue', departmentIds: [], memberIds: [], reworkCount: 0 },
    waitingFor: [{ step: 'accept', kind: 'role', id: 'liaisonOfficer' }],
    ...{ waitingSince: at, dueAt: at + 4 * HOUR_MS, blownAt: at, at },
  };
  const data = { ...snapshot, kind: 'hardProblem', blownBy: 'zx-worker-01' } as const;
  const event = { type: 'whistle.blown.v1', subject: whistleId, data } as const;
  return envelopeOf(event, { source: 'whistles', subdistrictId: 'zx', at, sequence: 100 });
}
