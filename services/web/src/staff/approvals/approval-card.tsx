import { Link } from '@tanstack/react-router';
import { Button, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { Said } from '../said.js';
import { instantText } from '../../time/instant-text.js';
import { Countdown } from '../countdown.js';
import { useCommunityName } from '../names/use-names.js';
import { mayBulk, type ApprovalItem } from './approval-item.js';
import { hasVerdict } from './verdict-form.js';

/** What somebody answers: yes, no, or what the action itself is called. */
export const ANSWERS = ['approve', 'refuse', 'act'] as const;
export type Answer = (typeof ANSWERS)[number];

interface Props {
  item: ApprovalItem;
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
  onAnswer: (answer: Answer) => void;
}

/** Who asks, why, and what follows; the word is given here. */
export function ApprovalCard({ item, isChosen, onChoose, onAnswer }: Props) {
  const { t } = useTranslation();
  const { key, number, communityId, dueAt, action, kind } = item;
  const communityName = useCommunityName();
  const title = `${t(`do.${action.name}`)} ${number}`;
  return (
    <li className="approval" aria-labelledby={`approval-${key}`}>
      <header>
        {mayBulk(item) && (
          <Checkbox
            aria-label={t('approvals.choose', { title })}
            checked={isChosen}
            onChange={({ target }) => onChoose(target.checked)}
          />
        )}
        <h2 id={`approval-${key}`}>{t(`approvals.kind.${kind}`)}</h2>
        <MatterLink item={item} />
        <span>{communityName(communityId)}</span>
        {dueAt !== undefined && <Countdown dueAt={dueAt} />}
      </header>
      <Grounds item={item} />
      <div className="sheet-buttons">
        {answersOf(item).map((answer, index) => (
          <Button
            key={answer}
            type={index === 0 ? 'primary' : 'default'}
            size="large"
            aria-label={`${labelOf(item, answer, t)} ${number}`}
            onClick={() => onAnswer(answer)}
          >
            {labelOf(item, answer, t)}
          </Button>
        ))}
        {!action.allowed && <p>{t('sheet.notNow', { reason: action.reason ?? '' })}</p>}
      </div>
    </li>
  );
}

const answersOf = ({ action, form }: ApprovalItem): Answer[] => {
  if (!action.allowed) return [];
  return hasVerdict(form) ? ['approve', 'refuse'] : ['act'];
};

export const labelOf = ({ action }: ApprovalItem, answer: Answer, t: (key: string) => string): string =>
  answer === 'act' ? t(`do.${action.name}`) : t(`approvals.${answer}`);

function MatterLink({ item: { source, kind, number, id } }: { item: ApprovalItem }) {
  if (id !== undefined && source === 'ledger') {
    return (
      <Link to="/ledger/$id" params={{ id }}>
        {number}
      </Link>
    );
  }
  if (id !== undefined && ['siteMeeting', 'dispute', 'appeal'].includes(kind)) {
    return (
      <Link to="/disputes/$id" params={{ id }}>
        {number}
      </Link>
    );
  }
  return (
    <Link to="/whistles/$number" params={{ number }}>
      {number}
    </Link>
  );
}

function Grounds({ item }: { item: ApprovalItem }) {
  const { t, i18n } = useTranslation();
  const { facts, askedRole, askedDepartment, askedAt, ground, reason, legalBasis } = item;
  const at = (iso: string): string => instantText(Date.parse(iso), Date.now(), i18n.language);
  const asker = [askedDepartment, askedRole && t(`role.${askedRole}`), askedAt && at(askedAt)].filter(Boolean);
  const why = [ground && t(ground), reason].filter(Boolean);
  return (
    <dl>
      {facts !== undefined && <Said term={t('approvals.about')} said={facts} />}
      {asker.length > 0 && <Said term={t('approvals.asker')} said={asker.join(' · ')} />}
      {why.length > 0 && <Said term={t('approvals.why')} said={why.join(' · ')} />}
      {legalBasis !== undefined && <Said term={t('field.legalBasis')} said={legalBasis} />}
      <Said term={t('approvals.effect')} said={useEffectText(item)} />
    </dl>
  );
}

/** What follows from a yes, and what becomes of the deadline. */
function useEffectText({ kind, toDepartment, workDueAt, newDueAt, days }: ApprovalItem): string {
  const { t, i18n } = useTranslation();
  const at = (iso: string | undefined): string =>
    iso === undefined ? '' : instantText(Date.parse(iso), Date.now(), i18n.language);
  return t(`approvals.effect.${kind}`, { to: toDepartment, due: at(workDueAt), newDue: at(newDueAt), days });
}
