import type { DepartmentTaskDetails } from '@hsl/contracts/schemas/department-tasks';
import type { StoredFile } from '@hsl/contracts/schemas/files';
import type { EvidenceStage } from './evidence-typed.js';
import { stageOf } from './stages.js';

/** One file as evidence of a matter: when in the work, by whom, and where its bytes are. */
export interface Exhibit {
  file: StoredFile;
  /** Of the bytes. */
  address: string;
  stage: EvidenceStage;
  /** The unit that gave it; absent where a role on the matter itself did. */
  unit?: string;
  /** What was written with it. */
  note?: string;
  rights?: OriginalRights;
}

/** What the reader may do about people and plates that can be recognised on the photo. */
export interface OriginalRights {
  /** Put a covered copy in its place. */
  mayCover: boolean;
  /** Look at it as it came, on record. */
  mayLook: boolean;
}

export interface TaskFiles {
  id: string;
  unit: string;
  feedback: DepartmentTaskDetails['feedback'];
  files: readonly StoredFile[];
  rights?: OriginalRights;
}

export const isPicture = ({ file }: Exhibit): boolean => file.mediaType.startsWith('image/');

/** Whether there is another picture behind the one that is shown. */
export const hasOriginal = ({ file, rights }: Exhibit): boolean => file.redacted && rights?.mayLook === true;

/** Files of the matter itself: when in the work follows from when they were put there. */
export const whistleExhibits = (
  address: string,
  files: readonly StoredFile[],
  history: readonly { kind: string; at: string }[],
  rights?: OriginalRights,
): Exhibit[] =>
  files.map((file) => ({ file, address: `${address}/${file.id}`, stage: stageOf(file.uploadedAt, history), rights }));

/** Photos that came with what a resident told: of how it was before anything was done. */
export const submissionExhibits = (address: string, files: readonly StoredFile[], rights: OriginalRights): Exhibit[] =>
  files.map((file) => ({ file, address: `${address}/${file.id}`, stage: 'before', rights }));

/** Files of a unit's task: a feedback says what it shows; what no feedback names was brought from a visit in between. */
export function taskExhibits({ id, unit, feedback, files, rights }: TaskFiles): Exhibit[] {
  const pieces = feedback.flatMap(({ evidence }) => evidence);
  return files
    .filter(({ final }) => final)
    .map((file) => {
      const piece = pieces.find(({ fileIds = [] }) => fileIds.includes(file.id));
      const isStaged = piece?.kind === 'before' || piece?.kind === 'after';
      const stage = isStaged ? (piece.kind as EvidenceStage) : 'during';
      return { file, address: `/api/department-tasks/${id}/files/${file.id}`, stage, unit, note: piece?.note, rights };
    });
}
