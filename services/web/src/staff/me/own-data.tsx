import type { ErasureAsked, PersonalDataPart } from '@hsl/contracts/schemas/personal-data';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { personalFile, sectionsOf } from '../../downloads/personal-file.js';
import { saveAs } from '../../downloads/save-as.js';
import { failureText } from '../../http/failure-text.js';
import { ask } from '../sign-in/session.js';
import { useHasRole } from '../sign-in/use-me.js';
import { useSending } from '../use-sending.js';

/** Who holds something about members: account, card and duties, sittings and topics, addresses. */
const EXPORTS = ['/api/me/personal-data', '/api/member-data', '/api/personal-data', '/api/address-data'];

/** What is held about a member, to take along, and the wish to be forgotten. */
export function OwnData() {
  const isMember = useHasRole('member');
  return isMember ? <MemberOwnData /> : undefined;
}

function MemberOwnData() {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<ErasureAsked>();
  const [isSure, setSure] = useState(false);
  const saving = useSending<void>({
    mutationFn: async () => {
      const parts = await Promise.all(EXPORTS.map((path) => ask<PersonalDataPart>(path)));
      saveAs(personalFile(sectionsOf(parts)), t('me.data.file'));
    },
  });
  const [id] = useState(() => crypto.randomUUID());
  const asking = useSending<void>({
    mutationFn: async () =>
      setAsked(await ask<ErasureAsked>('/api/personal-data/erasure-requests', { method: 'POST', body: { id } })),
  });
  const error = saving.error ?? asking.error;
  return (
    <section aria-labelledby="me-data">
      <h2 id="me-data">{t('me.data')}</h2>
      <p>{t('me.data.help')}</p>
      {error && <Alert role="alert" type="error" showIcon title={failureText(error, t)} />}
      <p role="status">{asked && t('me.data.asked')}</p>
      {isSure && !asked && <p>{t('me.data.erase.sure')}</p>}
      <div className="sheet-buttons">
        <Button loading={saving.isPending} onClick={() => saving.send()}>
          {t('me.data.save')}
        </Button>
        {!asked && (
          <Button loading={asking.isPending} onClick={() => (isSure ? asking.send() : setSure(true))}>
            {t(isSure ? 'me.data.erase.yes' : 'me.data.erase')}
          </Button>
        )}
      </div>
    </section>
  );
}
