import type { EvidenceStage } from './evidence-typed.js';

/** A line of a matter's history, as far as it says when work began and ended. */
interface Line {
  kind: string;
  at: string;
}

const BEGAN: readonly string[] = ['dispatched', 'checkedIn'];
const ENDED: readonly string[] = ['feedbackSubmitted', 'selfResolved'];

const first = (history: readonly Line[], kinds: readonly string[]): string | undefined =>
  kinds.map((kind) => history.find((line) => line.kind === kind)?.at).find((at) => at !== undefined);

/**
 * When in the work a file was put on the matter: before the units had it (without units: before somebody came), until
 * they were done, or after. What was shown when a matter was settled on the spot shows how it is now.
 * @param history oldest first
 */
export function stageOf(uploadedAt: string, history: readonly Line[]): EvidenceStage {
  const began = first(history, BEGAN);
  if (began === undefined || uploadedAt < began) return 'before';
  const ended = first(history, ENDED);
  const isSettled = first(history, ['selfResolved']) !== undefined && first(history, ['dispatched']) === undefined;
  return isSettled || (ended !== undefined && uploadedAt >= ended) ? 'after' : 'during';
}
