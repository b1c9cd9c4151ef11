import { clocksMarkdown } from './clocks-doc.js';
import { WHISTLE_TRANSITIONS, type Transition } from '@hsl/domain/whistle-transitions';

const ROWS = WHISTLE_TRANSITIONS as readonly Transition[];

/** What people call the states; the same words as in the requirements. */
const CHINESE: Record<Transition['to'], string> = {
  BLOWN: '已吹哨',
  NEEDS_INFO: '待补正',
  ACCEPTED: '已受理',
  ASSIGNING: '请报到',
  CHECKED_IN: '已报到',
  DELIBERATING: '商量中',
  COORDINATING: '协同办理',
  VERIFYING: '待核查',
  REVISITING: '待回访',
  CONCLUDED: '办结',
  LOOKING_BACK: '回头看',
  LEDGERED: '长期台账',
  CARRIED_OVER: '续办',
  ARCHIVED: '归档',
  MERGED: '并件',
  NOT_ACCEPTED: '不予受理',
  WITHDRAWN: '撤回',
};

/** `docs/lifecycle.md`, drawn from the tables that the workflow and the API take legality, clocks and rungs from. */
export function lifecycleMarkdown(): string {
  return `# The life cycle of a whistle

Drawn from \`libs/domain/src/whistle-transitions.ts\` and the rule set by \`npm run docs:lifecycle\`; a test fails when this page is stale.
"system" is the clock or the process itself. Withdrawing is possible from every open state and left out of the picture.

\`\`\`mermaid
stateDiagram-v2
${states()}
${arrows()}
\`\`\`

| From | Action | Who | To | Right | Note |
|---|---|---|---|---|---|
${table()}

${clocksMarkdown()}`;
}

const states = (): string =>
  Object.entries(CHINESE)
    .map(([state, words]) => `  ${state}: ${state} ${words}`)
    .join('\n');

function arrows(): string {
  const drawn = ROWS.filter(({ action }) => action !== 'withdraw');
  const lines = drawn.map(({ from, action, to }) => `  ${from === 'none' ? '[*]' : from} --> ${to}: ${action}`);
  const lasting = new Set(ROWS.map(({ from }) => from));
  const ends = Object.keys(CHINESE).filter((state) => !lasting.has(state as Transition['to']));
  return [...lines, ...ends.map((state) => `  ${state} --> [*]`)].join('\n');
}

const table = (): string =>
  ROWS.map(({ from, action, by, to, ability, note }) =>
    [from === 'none' ? '–' : from, action, by.join(', '), to, ability ? `\`${ability}\`` : '–', note ?? ''].join(' | '),
  )
    .map((line) => `| ${line} |`)
    .join('\n');
