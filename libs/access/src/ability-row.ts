import { ROLES, type Role } from '@hsl/contracts/roles';
import { CONDITIONS, type Condition } from './conditions.js';

/** How far a row reaches (docs/abilities.md, Scopes). */
export const SCOPES = [
  'own',
  'ownCommunity',
  'ownDepartment',
  'assignedToMe',
  'ownSubdistrict',
  'district',
  'public',
] as const;
export type Scope = (typeof SCOPES)[number];

const OPERATORS = ['!=', '>=', '<=', '=', '>', '<'] as const;
export type Operator = (typeof OPERATORS)[number];

/** One condition as a row uses it: `state=VERIFYING|REVISITING` has an operator and two values, `notBlower` neither. */
export interface ConditionUse extends Condition {
  name: string;
  /** As written in the table. */
  text: string;
  operator?: Operator;
  values: string[];
}

/** One allowed pair of role and action. What no row lists is forbidden. */
export interface AbilityRow {
  action: string;
  /** The part of the action before the dot. */
  resource: string;
  role: Role;
  scope: Scope;
  conditions: readonly ConditionUse[];
  source: string;
}

const isRole = (text: string): text is Role => (ROLES as readonly string[]).includes(text);
const isScope = (text: string): text is Scope => (SCOPES as readonly string[]).includes(text);

/**
 * Reads one line of the table; its fields hold no commas.
 * @throws Error naming what is unknown: a row that is not understood must not be guessed
 */
export function parseRow(line: string): AbilityRow {
  const fields = line.split(',');
  if (fields.length !== 5) throw new Error(`five fields expected: ${line}`);
  const [action = '', role = '', scope = '', condition = '', source = ''] = fields.map((field) => field.trim());
  const resource = /^([a-z][A-Za-z]*)\.[a-z][A-Za-z]*$/.exec(action)?.[1];
  if (!resource) throw new Error(`not an action: ${action}`);
  if (!isRole(role)) throw new Error(`unknown role ${role}: ${line}`);
  if (!isScope(scope)) throw new Error(`unknown scope ${scope}: ${line}`);
  const conditions = condition === '' ? [] : condition.split('&').map((text) => parseCondition(text.trim()));
  return { action, resource, role, scope, conditions, source };
}

function parseCondition(text: string): ConditionUse {
  const operator = OPERATORS.find((candidate) => text.includes(candidate));
  const [name = '', value] = operator ? text.split(operator) : [text];
  const known = CONDITIONS.get(name.trim());
  if (!known) throw new Error(`unknown condition ${text}`);
  const values = value === undefined ? [] : value.split('|').map((part) => part.trim());
  return { ...known, name: name.trim(), text, operator, values };
}
