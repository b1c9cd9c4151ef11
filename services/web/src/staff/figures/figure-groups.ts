import type { FigureAnswer } from '@hsl/contracts/schemas/figures';

/** What a reader asks together: the indicators under one heading, in the order of the page. */
const GROUPS = {
  prompt: ['I1', 'I2', 'I3', 'I4'],
  result: ['I5', 'I6', 'I7', 'I8'],
  detours: ['I13', 'I14', 'I15'],
  durations: ['I16'],
  whistles: ['I17', 'I18'],
  consultation: ['I19'],
  proposals: ['I9', 'I10', 'I11', 'I12'],
  units: ['I20', 'I21'],
  evidence: ['I26'],
  takenPart: ['S67', 'S69', 'S71'],
} as const;

export type FigureGroup = keyof typeof GROUPS | 'other';

interface Grouped {
  group: FigureGroup;
  figures: FigureAnswer[];
}

const NAMES = Object.keys(GROUPS) as (keyof typeof GROUPS)[];

const groupOf = ({ indicator }: FigureAnswer): FigureGroup =>
  NAMES.find((name) => (GROUPS[name] as readonly string[]).includes(indicator)) ?? 'other';

/** The figures under their headings; one that no heading knows comes last, and none is left out. */
export function groupFigures(figures: readonly FigureAnswer[]): Grouped[] {
  const all: readonly FigureGroup[] = [...NAMES, 'other'];
  return all
    .map((group) => ({ group, figures: figures.filter((figure) => groupOf(figure) === group) }))
    .filter((one) => one.figures.length > 0);
}
