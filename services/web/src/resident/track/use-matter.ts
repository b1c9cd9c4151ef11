import type { SubmissionStatus } from '@hsl/contracts/schemas/submissions';
import type { TrackedMatter } from '@hsl/contracts/schemas/tracking';
import { useAnswer } from '../use-answer.js';

/** Of a matter that was told by phone or at the desk; the code of a receipt is longer. */
const MATTER_CODE_LENGTH = 8;

export const submissionPath = (code: string): string => `/api/submissions/track/${encodeURIComponent(code)}`;
export const matterPath = (code: string): string => `/api/whistles/track/${encodeURIComponent(code)}`;
export const isMatterCode = (code: string): boolean => code.replace(/[\s-]/g, '').length === MATTER_CODE_LENGTH;

/** What was told, and what became of it once others handle it. */
export function useMatter(code: string) {
  const isMatter = isMatterCode(code);
  const told = useAnswer<SubmissionStatus>(isMatter ? undefined : submissionPath(code));
  const isHandled = isMatter || told.answer?.state === 'WHISTLE';
  const handled = useAnswer<TrackedMatter>(isHandled ? matterPath(code) : undefined);
  return { told: isMatter ? undefined : told, handled, first: isMatter ? handled : told };
}
