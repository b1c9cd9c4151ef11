import type { CountedMatter } from '@hsl/contracts/events/census-events';
import { snapshotOf } from './evolve.js';
import type { MatterFile } from './matter-file.js';

/** What a projection held of a matter that was further on; nothing, if it did not know the matter. */
export interface Behind {
  state?: string;
  version?: number;
}

/** A rung raises the version and tells no snapshot: behind is only who would read something wrong. */
const READ = ['state', 'grade', 'level', 'leadDepartmentId', 'reworkCount', 'dueAt'] as const;

/** What was held, where the census says otherwise; undefined where both agree or the events are ahead of the census. */
export function behindOf({ whistle }: MatterFile, counted: CountedMatter): Behind | undefined {
  if (!whistle) return {};
  const { snapshot } = whistle;
  if (snapshot.version >= counted.version) return undefined;
  const { state, version } = snapshot;
  return READ.some((name) => snapshot[name] !== counted[name]) ? { state, version } : undefined;
}

/** The file caught up with the census; the same file if it needs nothing. */
export function withCounted(file: MatterFile, counted: CountedMatter): MatterFile {
  const { whistle } = file;
  if (whistle && whistle.snapshot.version >= counted.version) return file;
  const concludedAt = counted.concludedAt ?? whistle?.concludedAt;
  // Events of a decision are numbered from its version times a hundred on.
  const sequence = counted.version * 100;
  const concluded = concludedAt === undefined ? {} : { concludedAt };
  const ended = whistle?.ended === undefined ? {} : { ended: whistle.ended };
  const born = whistle?.kind === undefined ? {} : { kind: whistle.kind };
  return { ...file, whistle: { snapshot: snapshotOf(counted), sequence, ...concluded, ...ended, ...born } };
}
