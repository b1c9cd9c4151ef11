import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Failures } from '../failures.js';
import { ChangeTable } from './change-table.js';
import type { EditsInHand } from './use-edits.js';
import { useProposing } from './use-proposing.js';

interface Props {
  edits: EditsInHand;
  onProposed: (id: string) => void;
}

/** First what it would do, then the reason and the way to whoever approves. */
export function RuleEffect({ edits, onProposed }: Props) {
  const { t } = useTranslation();
  const { trying, proposing } = useProposing(edits, onProposed);
  const count = Object.keys(edits.edits).length;
  return (
    <section>
      <h2>{t('rules.effect')}</h2>
      <p>{t('rules.edited', { n: count })}</p>
      <p>
        <Button loading={trying.isPending} disabled={count === 0} onClick={() => trying.mutate()}>
          {t('rules.preview')}
        </Button>
      </p>
      <Failures error={trying.error ?? proposing.error} />
      {trying.data && (
        <>
          <ChangeTable changes={trying.data.changes} trial={trying.data.trial} />
          <div className="admin-form">
            <label htmlFor="rules-reason">{t('rules.why')}</label>
            <Input.TextArea
              id="rules-reason"
              autoSize={{ minRows: 2, maxRows: 6 }}
              maxLength={1_000}
              value={edits.reason}
              onChange={({ target }) => edits.setReason(target.value)}
            />
            <div>
              <Button type="primary" size="large" loading={proposing.isPending} onClick={() => proposing.send()}>
                {proposing.isPending ? t('action.submitting') : t('rules.submit')}
              </Button>
            </div>
          </div>
        </>
      )}
    </section>
  );
}
