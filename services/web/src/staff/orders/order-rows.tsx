import type { Card } from '@hsl/contracts/schemas/department-tasks';
import type { Interview, SuperviseOrder } from '@hsl/contracts/schemas/task-steps';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Said } from '../said.js';
import { instantText } from '../../time/instant-text.js';
import { RowActions } from '../actions/row-actions.js';
import type { Listed } from '../actions/sort-actions.js';
import { CardChips } from '../card-chips.js';
import { Countdown } from '../countdown.js';
import { useNameOf } from '../names/use-names.js';
import { ORDER_FORMS } from './order-action-forms.js';

const useAt = (): ((iso: string) => string) => {
  const { i18n } = useTranslation();
  return (iso) => instantText(Date.parse(iso), Date.now(), i18n.language);
};

export function CardRow({ card }: { card: Card }) {
  const { t } = useTranslation();
  const at = useAt();
  const { id, kind, number, department, taskId, issuedAt, withdrawnAt, withdrawnReason, actions = [] } = card;
  const cards = { yellow: kind === 'yellow' ? 1 : 0, red: kind === 'red' ? 1 : 0 };
  return (
    <Row id={id} of="cards" number={number} taskId={taskId} unit={department.name} actions={actions}>
      <header>
        {withdrawnAt === undefined ? <CardChips cards={cards} /> : <h2>{t(`rung.${kind}Card`)}</h2>}
        <Heads number={number} taskId={taskId} unit={department.name} />
        <span>{t('orders.issuedAt', { at: at(issuedAt) })}</span>
      </header>
      <Why {...card} />
      {withdrawnAt !== undefined && <p>{t('orders.withdrawn', { at: at(withdrawnAt), reason: withdrawnReason })}</p>}
    </Row>
  );
}

export function OrderRow({ order }: { order: SuperviseOrder }) {
  const { t } = useTranslation();
  const at = useAt();
  const nameOf = useNameOf();
  const { id, number, taskId, departmentId, state, issuedAt, dueAt, answer, answeredAt, closedAt, actions } = order;
  const unit = nameOf('department', departmentId);
  return (
    <Row id={id} of="orders" number={number} taskId={taskId} unit={unit} actions={actions}>
      <header>
        <h2>{t(`orderState.${state}`)}</h2>
        <Heads number={number} taskId={taskId} unit={unit} />
        <span>{t('orders.issuedAt', { at: at(issuedAt) })}</span>
        {answeredAt !== undefined && <span>{t('orders.answeredAt', { at: at(answeredAt) })}</span>}
        {closedAt !== undefined && <span>{t('orders.closedAt', { at: at(closedAt) })}</span>}
        {state === 'ISSUED' && <Countdown dueAt={dueAt} />}
      </header>
      <dl>
        <Said term={t('orders.why')} said={t(`step.${order.step}`)} />
        {answer !== undefined && <Said term={t('orders.answer')} said={answer} />}
      </dl>
    </Row>
  );
}

export function InterviewRow({ interview }: { interview: Interview }) {
  const { t } = useTranslation();
  const at = useAt();
  const nameOf = useNameOf();
  const { id, number, taskId, departmentId, heldAt, bulletinMonth, note, actions } = interview;
  const unit = nameOf('department', departmentId);
  return (
    <Row id={id} of="interviews" number={number} taskId={taskId} unit={unit} actions={actions}>
      <header>
        <h2>{heldAt === undefined ? t('orders.toBeHeld') : t('orders.heldAt', { at: at(heldAt) })}</h2>
        <Heads number={number} taskId={taskId} unit={unit} />
        <span>{t('orders.bulletin', { month: bulletinMonth })}</span>
      </header>
      <Why {...interview} />
      {note !== undefined && (
        <dl>
          <Said term={t('orders.note')} said={note} />
        </dl>
      )}
    </Row>
  );
}

interface Of {
  number: string;
  taskId: string;
  unit: string;
}

interface RowProps extends Of {
  id: string;
  of: 'cards' | 'orders' | 'interviews';
  actions: readonly Listed[];
  children: ReactNode;
}

function Row({ id, of, number, unit, actions, children }: RowProps) {
  return (
    <li className="approval">
      {children}
      <RowActions
        id={id}
        actions={actions}
        forms={ORDER_FORMS}
        subject={{ address: `/api/${of}/${id}`, title: `${number} ${unit}` }}
      />
    </li>
  );
}

function Heads({ number, taskId, unit }: Of) {
  return (
    <>
      <Link to="/tasks/$id" params={{ id: taskId }}>
        {number}
      </Link>
      <span>{unit}</span>
    </>
  );
}

/** Which step was late or about to be, and when it was due. */
function Why({ step, dueAt, round }: { step: string; dueAt: string; round: number }) {
  const { t } = useTranslation();
  const at = useAt();
  const late = t('orders.late', { step: t(`step.${step}`), due: at(dueAt) });
  const rework = round > 1 ? t('orders.round', { n: round - 1 }) : undefined;
  return (
    <dl>
      <Said term={t('orders.why')} said={[late, rework].filter(Boolean).join(' · ')} />
    </dl>
  );
}
