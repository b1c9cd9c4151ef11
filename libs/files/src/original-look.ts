/** Kind of the line of a matter's history that says who looked at a photo as it came. */
export const ORIGINAL_SEEN = 'originalSeen';

interface Look {
  /** What the photo lies on. Nothing of it changes: the line stands under the version that was looked at. */
  matter: { subdistrictId: string; id: string; version: number };
  by: { userId: string; role: string };
  fileId: string;
  reason: string;
  /** Milliseconds since the epoch. */
  at: number;
}

/** The line of history of a look at a photo as it came: who, when and why; written before it is shown. */
export const lookedAt = ({ matter: { subdistrictId, id, version }, by, fileId, reason, at }: Look) => ({
  ...{ subdistrictId, aggregateId: id, version, decisionId: `${ORIGINAL_SEEN}/${fileId}`, kind: ORIGINAL_SEEN },
  ...{ actorId: by.userId, actorRole: by.role, at: new Date(at), details: { fileId, reason } },
});

/** Details of a line for readers of the history: why somebody looked is kept, and not told to all of them. */
export function toldOf({ kind, details }: { kind: string; details: unknown }): unknown {
  if (kind !== ORIGINAL_SEEN) return details;
  const { reason: _reason, ...told } = details as Record<string, unknown>;
  return told;
}
