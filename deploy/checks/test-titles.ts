import { parseSync } from '@swc/core';

/** A node of swc's syntax tree; only what is asked for below is looked at. */
type Node = Record<string, unknown> & { type?: string };

/** How a test function was called: `it.skip.each(table)` is name `it`, modifiers `skip` and `each`, one table. */
interface TestCall {
  name: string;
  modifiers: string[];
  tables: unknown[];
}

const TEST_FUNCTIONS = new Set(['it', 'test', 'describe']);
/** A title that does not run proves nothing. */
const NOT_RUN = new Set(['skip', 'todo']);

function callOf(callee: Node, tables: unknown[] = []): TestCall | undefined {
  switch (callee.type) {
    case 'Identifier':
      return TEST_FUNCTIONS.has(callee['value'] as string)
        ? { name: callee['value'] as string, modifiers: [], tables }
        : undefined;
    case 'MemberExpression': {
      const call = callOf(callee['object'] as Node, tables);
      return call && { ...call, modifiers: [...call.modifiers, (callee['property'] as Node)['value'] as string] };
    }
    case 'CallExpression':
      return callOf(callee['callee'] as Node, [...tables, callee['arguments']]);
    case 'TaggedTemplateExpression':
      return callOf(callee['tag'] as Node, tables);
    default:
      return undefined;
  }
}

function textOf(node: Node | undefined): string | undefined {
  if (node?.type === 'StringLiteral') return node['value'] as string;
  if (node?.type !== 'TemplateLiteral') return undefined;
  return (node['quasis'] as { cooked: string }[]).map((part) => part.cooked).join('…');
}

function childrenOf(node: unknown): Node[] {
  if (Array.isArray(node)) return node as Node[];
  return typeof node === 'object' && node !== null ? (Object.values(node) as Node[]) : [];
}

function textsIn(node: unknown): string[] {
  const own = textOf(node as Node | undefined);
  return own === undefined ? childrenOf(node).flatMap(textsIn) : [own];
}

/** The title of a call, or the texts of its table where the table fills the title in (`%s`, `$name`). */
function titlesOf(call: TestCall, node: Node): string[] {
  const title = textOf((node['arguments'] as { expression: Node }[])[0]?.expression);
  if (title === undefined) return [];
  return [title, ...(/[%$]/.test(title) ? call.tables.flatMap(textsIn) : [])];
}

function titlesIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const call = (node as Node).type === 'CallExpression' ? callOf((node as Node)['callee'] as Node) : undefined;
  if (!call) return childrenOf(node).flatMap(titlesIn);
  if (call.modifiers.some((modifier) => NOT_RUN.has(modifier))) return [];
  return [...titlesOf(call, node as Node), ...childrenOf((node as Node)['arguments']).flatMap(titlesIn)];
}

/** The titles of the tests and groups in the text of a spec file, skipped ones and comments left out. */
export const testTitles = (source: string): string[] =>
  titlesIn(parseSync(source, { syntax: 'typescript', decorators: true, tsx: false }).body);
