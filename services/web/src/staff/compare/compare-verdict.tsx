import type { WhistleComparison } from '@hsl/contracts/schemas/duplicates';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { failureText } from '../../http/failure-text.js';
import { instantText } from '../../time/instant-text.js';
import type { ActionForm } from '../actions/action-form.js';
import { SheetButton } from '../actions/sheet-button.js';
import { LoadState } from '../load-state.js';
import { ask } from '../sign-in/session.js';
import { useSending } from '../use-sending.js';
import type { Whistle } from '../whistle/whistle-queries.js';

interface Both {
  one: Whistle;
  other: Whistle;
}

const mergeInto = (masterId: string): ActionForm => ({
  path: 'merge',
  fields: [{ name: 'reason', kind: 'text', maxLength: 500 }],
  fixed: { masterId },
});

/** How alike they are, what a merge would do, and the two answers a liaison officer may give. */
export function CompareVerdict({ one, other }: Both) {
  const { t } = useTranslation();
  const path = `/api/whistles/${one.id}/comparison/${other.id}`;
  const query = useQuery({
    queryKey: ['comparison', one.id, other.id, one.version, other.version],
    queryFn: () => ask<WhistleComparison>(path),
    placeholderData: (before) => before,
  });
  if (one.masterId === other.id) return <p className="lead">{t('compare.merged', { number: other.number })}</p>;
  return (
    <section className="verdict">
      <LoadState query={query}>
        {query.data && (
          <>
            <Likeness comparison={query.data} />
            <Effect merged={query.data.merged} number={other.number} />
          </>
        )}
        <Answers one={one} other={other} path={path} />
      </LoadState>
    </section>
  );
}

function Likeness({ comparison: { score, reasons, distinct } }: { comparison: WhistleComparison }) {
  const { t, i18n } = useTranslation();
  const at = distinct && instantText(Date.parse(distinct.saidAt), Date.now(), i18n.language);
  return (
    <>
      <p className="lead">{t('compare.score', { score: score.toFixed(2) })}</p>
      <p>
        {reasons.length === 0
          ? t('compare.noReason')
          : reasons.map((reason) => t(`similarReason.${reason}`)).join(' · ')}
      </p>
      {at !== undefined && <p>{t('compare.distinct', { at })}</p>}
    </>
  );
}

function Effect({ merged, number }: { merged: WhistleComparison['merged']; number: string }) {
  const { t, i18n } = useTranslation();
  const { grade, dueAt, reporterCount } = merged;
  return (
    <>
      <h2>{t('compare.effect', { number })}</h2>
      <ul>
        <li>{t('compare.effect.grade', { grade: t(`grade.${grade}`) })}</li>
        <li>
          {dueAt === undefined
            ? t('compare.effect.noDue')
            : t('compare.effect.due', { at: instantText(Date.parse(dueAt), Date.now(), i18n.language) })}
        </li>
        {reporterCount > 0 && <li>{t('compare.effect.reporters', { n: reporterCount })}</li>}
      </ul>
    </>
  );
}

function Answers({ one, other, path }: Both & { path: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { send, isPending, error } = useSending<undefined>({
    mutationFn: () => ask(`${path}/distinction`, { method: 'PUT' }),
    onSuccess: () => queries.invalidateQueries(),
  });
  const merge = one.actions.find(({ name }) => name === 'whistle.merge');
  return (
    <>
      {error && <Alert role="alert" type="error" showIcon title={failureText(error, t)} />}
      <div className="sheet-buttons">
        {merge?.allowed && (
          <SheetButton
            isPrimary
            name="whistle.mergeHere"
            form={mergeInto(other.id)}
            subject={{ address: `/api/whistles/${one.id}`, title: other.number }}
          />
        )}
        <Button loading={isPending} onClick={() => send(undefined)}>
          {t('compare.notSame')}
        </Button>
      </div>
      {merge && !merge.allowed && <p>{t('compare.notNow', { reason: merge.reason ?? '' })}</p>}
      <p>
        <Link to="/whistles/$number/compare/$other" params={{ number: other.number, other: one.number }}>
          {t('compare.swap', { number: other.number })}
        </Link>
      </p>
    </>
  );
}
