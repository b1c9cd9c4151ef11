import { clocksMarkdown } from './clocks-doc.js';
import { diagramOf, tableOf } from './lifecycle-drawing.js';
import { proposalLifecycleMarkdown } from './proposal-lifecycle-doc.js';
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

${diagramOf(ROWS, CHINESE, ({ action }) => action !== 'withdraw')}

${tableOf(ROWS)}

${clocksMarkdown()}
${proposalLifecycleMarkdown()}`;
}
