/** When in the work a piece of evidence was seen. */
export const EVIDENCE_STAGES = ['before', 'during', 'after'] as const;
export type EvidenceStage = (typeof EVIDENCE_STAGES)[number];

/** A file that lies on the matter and is meant for the words being written. */
export interface NamedFile {
  id: string;
  name: string;
  stage: EvidenceStage;
}

/** What a form of evidence holds: one sentence, and files. */
export interface EvidenceTyped {
  note?: string;
  files?: readonly NamedFile[];
  /** Files that are on their way or failed, by stage. */
  going?: Partial<Record<EvidenceStage, number>>;
}

/** Photos an evidence field asks for. */
export interface Shot {
  stage: EvidenceStage;
  /** So many must be there. */
  least?: number;
}

export const isNoEvidence = ({ note = '', files = [] }: EvidenceTyped): boolean =>
  note.trim() === '' && files.length === 0;

/** How many of each stage are missing still; none: nothing is missing. */
export function missingShots(
  shots: readonly Shot[],
  { files = [] }: EvidenceTyped,
): { stage: EvidenceStage; n: number }[] {
  return shots.flatMap(({ stage, least = 0 }) => {
    const n = least - files.filter((file) => file.stage === stage).length;
    return n > 0 ? [{ stage, n }] : [];
  });
}

/**
 * The pieces as services read them, one for each stage that has files; what stands in words alone was seen afterwards.
 * @param namesFiles whether the service wants to know which files belong to the words
 */
export function evidencePieces({ note = '', files = [] }: EvidenceTyped, namesFiles: boolean): object[] {
  const stages = EVIDENCE_STAGES.filter((stage) => files.some((file) => file.stage === stage));
  return (stages.length > 0 ? stages : (['after'] as const)).map((kind) => ({
    ...{ kind, note },
    ...(namesFiles && { fileIds: files.filter(({ stage }) => stage === kind).map(({ id }) => id) }),
  }));
}
