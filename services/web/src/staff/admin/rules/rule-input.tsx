import type { Limit } from '@hsl/domain/limit';
import { InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { isLimit, type Rule, type RuleValue } from './rule-paths.js';
import { LIMIT_UNITS, ruleName, ruleText } from './rule-text.js';

interface Props {
  rule: Rule;
  onChange: (value: RuleValue) => void;
}

const MOST = 10_000;

/** One rule, to be changed: an amount with its unit, or a number. What is not allowed stays so. */
export function RuleInput({ rule, onChange }: Props) {
  const { t } = useTranslation();
  const { path, value } = rule;
  const label = ruleName(path, t);
  if (value === null) return <span>{ruleText(value, t)}</span>;
  if (isLimit(value)) return <LimitInput label={label} path={path} limit={value} onChange={onChange} />;
  if (typeof value === 'number') {
    return <Amount label={label} amount={value} min={path.startsWith('departmentScore') ? 0 : 1} onChange={onChange} />;
  }
  return <DaysInput label={label} days={value} onChange={onChange} />;
}

interface AmountProps {
  label: string;
  amount: number;
  /** A weight may be nothing, a limit may not. */
  min?: 0 | 1;
  onChange: (amount: number) => void;
}

function Amount({ label, amount, min = 1, onChange }: AmountProps) {
  return (
    <InputNumber
      aria-label={label}
      min={min}
      max={MOST}
      precision={0}
      value={amount}
      onChange={(next) => (next === null ? undefined : onChange(next))}
    />
  );
}

const unitOf = (limit: Limit): (typeof LIMIT_UNITS)[number] => (limit.kind === 'natural' ? limit.unit : limit.kind);

function limitOf(amount: number, unit: (typeof LIMIT_UNITS)[number]): Limit {
  const isNatural = unit === 'minutes' || unit === 'hours' || unit === 'days';
  return isNatural ? { kind: 'natural', amount, unit } : { kind: unit, amount };
}

interface LimitProps {
  label: string;
  path: string;
  limit: Limit;
  onChange: (limit: Limit) => void;
}

function LimitInput({ label, path, limit, onChange }: LimitProps) {
  const { t } = useTranslation();
  const units = LIMIT_UNITS.filter((unit) => unit !== 'months' || path.startsWith('proposals.'));
  return (
    <span className="admin-row">
      <Amount label={label} amount={limit.amount} onChange={(amount) => onChange(limitOf(amount, unitOf(limit)))} />
      <Select
        aria-label={t('rules.unitOf', { rule: label })}
        showSearch={{ optionFilterProp: 'label' }}
        style={{ width: 140 }}
        value={unitOf(limit)}
        options={units.map((unit) => ({ value: unit, label: t(`rules.unit.${unit}`) }))}
        onChange={(unit) => onChange(limitOf(limit.amount, unit))}
      />
    </span>
  );
}

interface DaysProps {
  label: string;
  days: readonly number[];
  onChange: (days: number[]) => void;
}

const MOST_LOOK_BACKS = 6;

/** Days of the look-backs, rising; whoever types them in another order has them put in order. */
function DaysInput({ label, days, onChange }: DaysProps) {
  return (
    <Select
      aria-label={label}
      mode="tags"
      style={{ minWidth: 200 }}
      maxCount={MOST_LOOK_BACKS}
      tokenSeparators={[',', '，', '、', ' ']}
      value={days.map(String)}
      options={[]}
      onChange={(typed: string[]) => {
        const numbers = typed.map(Number).filter((day) => Number.isInteger(day) && day > 0);
        onChange([...new Set(numbers)].toSorted((one, other) => one - other));
      }}
    />
  );
}
