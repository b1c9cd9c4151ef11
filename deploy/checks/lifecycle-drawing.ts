/** A row of a life cycle: of whistles, of proposals. */
export interface DrawnTransition {
  from: string;
  action: string;
  by: readonly string[];
  to: string;
  ability?: string;
  note?: string;
}

/** The picture. @param chinese what people call the states, in their order @param isDrawn leaves rows out of it */
export function diagramOf(
  rows: readonly DrawnTransition[],
  chinese: Readonly<Record<string, string>>,
  isDrawn: (row: DrawnTransition) => boolean,
): string {
  const states = Object.entries(chinese).map(([state, words]) => `  ${state}: ${state} ${words}`);
  const lines = rows
    .filter(isDrawn)
    .map(({ from, action, to }) => `  ${from === 'none' ? '[*]' : from} --> ${to}: ${action}`);
  const lasting = new Set(rows.filter(({ from, to }) => from !== to).map(({ from }) => from));
  const ends = Object.keys(chinese).filter((state) => !lasting.has(state));
  const arrows = [...lines, ...ends.map((state) => `  ${state} --> [*]`)];
  return ['```mermaid', 'stateDiagram-v2', ...states, ...arrows, '```'].join('\n');
}

/** The same rows as a table, every one of them. */
export const tableOf = (rows: readonly DrawnTransition[]): string =>
  [
    '| From | Action | Who | To | Right | Note |',
    '|---|---|---|---|---|---|',
    ...rows.map(({ from, action, by, to, ability, note }) => {
      const cells = [
        from === 'none' ? '–' : from,
        action,
        by.join(', '),
        to,
        ability ? `\`${ability}\`` : '–',
        note ?? '',
      ];
      return `| ${cells.join(' | ')} |`;
    }),
  ].join('\n');
