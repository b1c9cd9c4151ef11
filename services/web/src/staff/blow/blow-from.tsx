import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ChosenFile } from '../../uploads/chosen-file.js';
import { LoadState } from '../load-state.js';
import { useMe } from '../sign-in/use-me.js';
import { useSubmission } from '../submissions/use-submissions.js';
import { useTopic } from '../topics/use-topics.js';
import { basisOfSubmission, basisOfTopic } from './blow-basis.js';
import { BlowForm } from './blow-form.js';
import type { BlownAnswer } from './blown.js';

interface Props {
  id: string;
  onBlown: (blown: BlownAnswer, files: readonly ChosenFile[]) => void;
}

/** What a resident told stands in the form; once it has been dealt with otherwise, nothing is blown from it. */
export function BlowFromSubmission({ id, onBlown }: Props) {
  const { t } = useTranslation();
  const query = useSubmission(id);
  const { data } = query;
  return (
    <LoadState query={query}>
      {data?.state === 'RECEIVED' && <BlowForm key={id} basis={basisOfSubmission(data)} onBlown={onBlown} />}
      {data !== undefined && data.state !== 'RECEIVED' && (
        <Alert
          role="status"
          type="info"
          showIcon
          title={t('blow.submissionOver', { state: t(`submissionState.${data.state}`) })}
          action={
            <Link to="/submissions/$id" params={{ id }}>
              {t('blow.openSubmission')}
            </Link>
          }
        />
      )}
    </LoadState>
  );
}

export function BlowFromTopic({ id, onBlown }: Props) {
  const query = useTopic(id);
  const mine = (useMe()?.posts ?? []).flatMap(({ communityIds = [] }) => communityIds);
  return (
    <LoadState query={query}>
      {query.data && <BlowForm key={id} basis={basisOfTopic(query.data, mine)} onBlown={onBlown} />}
    </LoadState>
  );
}
