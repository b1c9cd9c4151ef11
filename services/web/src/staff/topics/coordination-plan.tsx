import type { CoordinationPlan } from '@hsl/contracts/schemas/coordination-plans';
import type { Me } from '@hsl/contracts/schemas/session.schema';
import type { TopicDetails } from '@hsl/contracts/schemas/topics';
import { takesPlan } from '@hsl/contracts/topics';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useDay } from '../../time/day-text.js';
import { instantText } from '../../time/instant-text.js';
import { SheetButton } from '../actions/sheet-button.js';
import { LoadState } from '../load-state.js';
import { useCommunityName, useNameOf } from '../names/use-names.js';
import { ask } from '../sign-in/session.js';
import { useMe } from '../sign-in/use-me.js';
import { TableBox } from '../table-box.js';
import { BEGIN, signFor, without, withPart, type Party } from './plan-forms.js';

type Post = Me['posts'][number];

const FEWEST = 2;
const COLUMNS = ['field.partyKind', 'field.contribution', 'field.agreedOn', 'topic.plan.signed'] as const;
const UNIT_HEADS = ['deputyHead', 'head'];
const OF_THE_LEAD = [...UNIT_HEADS, 'handler'];
const OF_COMMUNITIES = ['communityWorker', 'communityHead'];

const mayWrite = (posts: readonly Post[], { memberIds }: TopicDetails, lead: string | undefined): boolean =>
  posts.some(
    ({ role, memberId, departmentId }) =>
      role === 'liaisonOfficer' ||
      (memberId !== undefined && memberIds.includes(memberId)) ||
      (lead !== undefined && departmentId === lead && OF_THE_LEAD.includes(role)),
  );

const maySign = (posts: readonly Post[], { kind, partyId }: Party): boolean =>
  posts.some(({ role, memberId, departmentId, communityIds = [] }) => {
    if (kind === 'member') return memberId === partyId;
    if (kind === 'department') return departmentId === partyId && UNIT_HEADS.includes(role);
    return communityIds.includes(partyId) && OF_COMMUNITIES.includes(role);
  });

/** Asked again once the topic says that it was changed. */
const usePlan = ({ id, plan }: TopicDetails) =>
  useQuery({
    queryKey: ['topic', id, 'plan', plan?.version],
    enabled: plan !== undefined,
    queryFn: () => ask<CoordinationPlan>(`/api/topics/${encodeURIComponent(id)}/coordination-plan`),
    placeholderData: (before) => before,
  });

/** 协调方案 (S106): who brings what by when, and who has signed it. */
export function TopicPlan({ topic }: { topic: TopicDetails }) {
  const { t } = useTranslation();
  const query = usePlan(topic);
  const posts = useMe()?.posts ?? [];
  const { plan } = topic;
  const lead = query.data?.parties.find(({ kind }) => kind === 'department')?.partyId;
  const isWriter = takesPlan(topic.state) && mayWrite(posts, topic, lead);
  if (!plan && !isWriter) return null;
  const subject = { address: `/api/topics/${topic.id}`, title: topic.title, states: 'topicState' };
  return (
    <section aria-labelledby="coordination-plan">
      <h2 id="coordination-plan">
        {t('topic.coordinationPlan')} {plan && <small>{t(`planState.${plan.state}`)}</small>}
      </h2>
      {plan ? (
        <LoadState query={query}>
          {query.data && <Parties plan={query.data} subject={subject} isWriter={isWriter} />}
        </LoadState>
      ) : (
        <>
          <p>{t('topic.plan.none')}</p>
          <SheetButton name="coordinationPlan.write" form={BEGIN} subject={subject} />
        </>
      )}
    </section>
  );
}

interface PartiesProps {
  plan: CoordinationPlan;
  subject: { address: string; title: string };
  isWriter: boolean;
}

function Parties({ plan, subject, isWriter }: PartiesProps) {
  const { t, i18n } = useTranslation();
  const day = useDay();
  const nameOf = useNameOf();
  const communityName = useCommunityName();
  const posts = useMe()?.posts ?? [];
  const at = (iso: string): string => instantText(Date.parse(iso), Date.now(), i18n.language);
  const named = ({ kind, partyId }: Party): string =>
    kind === 'community' ? communityName(partyId) : nameOf(kind, partyId);
  return (
    <>
      <TableBox label={t('topic.coordinationPlan')} columns={COLUMNS.map((column) => t(column))}>
        {plan.parties.map((party) => (
          <tr key={`${party.kind} ${party.partyId}`}>
            <th scope="row">{named(party)}</th>
            <td>{party.contribution}</td>
            <td>{day(party.agreedOn)}</td>
            <td>
              {party.signedAt === undefined ? t('topic.plan.unsigned') : at(party.signedAt)}
              {party.signedAt === undefined && maySign(posts, party) && (
                <SheetButton name="coordinationPlan.sign" form={signFor(party)} on={party.partyId} subject={subject} />
              )}
              {isWriter && plan.parties.length > FEWEST && (
                <SheetButton
                  name="coordinationPlan.drop"
                  form={without(plan, party)}
                  on={party.partyId}
                  subject={subject}
                />
              )}
            </td>
          </tr>
        ))}
      </TableBox>
      {isWriter && <SheetButton name="coordinationPlan.part" form={withPart(plan)} subject={subject} />}
    </>
  );
}
