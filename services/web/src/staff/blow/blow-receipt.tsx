import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { instantText } from '../../time/instant-text.js';
import type { ChosenFile } from '../../uploads/chosen-file.js';
import { EvidenceAdder } from '../evidence/evidence-adder.js';
import type { BlownAnswer } from './blown.js';

interface Props {
  blown: BlownAnswer;
  /** Chosen with it: they go up now. */
  files: readonly ChosenFile[];
  onAnother: () => void;
}

export function BlowReceipt({ blown, files, onAnother }: Props) {
  const { t, i18n } = useTranslation();
  const { id, number, trackingCode, dueAt } = blown;
  const due = instantText(Date.parse(dueAt), Date.now(), i18n.language);
  return (
    <>
      <Alert role="status" type="info" showIcon title={t('blow.done', { number, trackingCode, due })} />
      <EvidenceAdder address={`/api/whistles/${id}/files`} stage="before" begin={files} />
      <p className="sheet-buttons">
        <Link to="/whistles/$number" params={{ number }}>
          {t('blow.open')}
        </Link>
        <Button onClick={onAnother}>{t('blow.another')}</Button>
      </p>
    </>
  );
}
