import type { Legality } from '@hsl/access/access.service';
import type { SessionRow } from './sessions.repository.js';

/** While it is open; of a sitting only once it is planned. */
const WHILE_OPEN = ['session.convene', 'session.invite', 'session.close'] as const;
const AT_SITTING = ['session.respondInvitation', 'session.join', 'session.signIn'] as const;
const WHEN_SIGNED_IN = ['session.giveOpinion', 'session.recordDissent', 'session.vote'] as const;
/** Once there are minutes. */
const AFTERWARDS = ['session.signMinutes', 'session.evaluate'] as const;

/** Whether the current sitting has its time, form and agenda. */
const isPlanned = ({ sittings, round }: Pick<SessionRow, 'sittings' | 'round'>): boolean =>
  sittings.some((sitting) => sitting.round === round);

/** When each step of a session is open, for the buttons of a page; who may take it is in the table of abilities. */
export function sessionLegality(row: SessionRow): Legality {
  const { state, purpose, dueAt, minutes } = row;
  const isOpen = state === 'CONVENED';
  const isReady = isOpen && isPlanned(row);
  const all = (names: readonly string[], legal: boolean) => names.map((name) => [name, { legal }] as const);
  return {
    ...Object.fromEntries([
      ...all(WHILE_OPEN, isOpen),
      ...all([...AT_SITTING, ...WHEN_SIGNED_IN], isReady),
      ...all(AFTERWARDS, minutes.length > 0),
    ]),
    // Words and heads while it goes on, what it became afterwards.
    'session.recordMinutes': { legal: isReady || minutes.length > 0 },
    'session.close': { legal: isOpen, until: dueAt.getTime() },
    'session.cancel': { legal: isOpen && purpose === 'thematic' },
    'session.publishRecord': { legal: state === 'HELD' },
  };
}
