import type { PhoneCodeSent } from '@hsl/contracts/schemas/own-matters';
import type { PublicCommunities } from '@hsl/contracts/schemas/public-reading';
import type { SenderProven } from '@hsl/contracts/schemas/personal-data';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../../http/request.js';
import { CodeForm } from '../code-form.js';
import { CommunityField } from '../community/community-field.js';
import { useCommunity } from '../community/use-community.js';
import { Awaited, Problem, Submit } from '../parts.js';
import { useSubmit } from '../use-submit.js';
import { OwnMatters } from './own-matters.js';

/** The only subdistrict there is, or undefined: then one's community says which. */
const onlyOf = (items: PublicCommunities['items']): string | undefined => {
  const all = new Set(items.map(({ subdistrictId }) => subdistrictId));
  return all.size === 1 ? items[0]?.subdistrictId : undefined;
};

/** The phone, then the code that comes to it, then everything that was told with it. */
export function FindByPhone() {
  const { t } = useTranslation();
  const { list, items, id: communityId, choose, chosen } = useCommunity();
  const ids = { phone: useId(), help: useId() };
  const [phone, setPhone] = useState('');
  const [sent, setSent] = useState<PhoneCodeSent>();
  const [proof, setProof] = useState<string>();
  const { submit, failure, setFailure, isSending } = useSubmit();
  const subdistrictId = onlyOf(items) ?? chosen?.subdistrictId;
  const post = <Answer,>(path: string, body: object): Promise<Answer> =>
    request<Answer>(`/api/personal-data/${path}`, { method: 'POST', body });
  const ask = (event: FormEvent): void => {
    event.preventDefault();
    if (subdistrictId === undefined) return setFailure(t('find.community.missing'));
    void submit(async () => setSent(await post<PhoneCodeSent>('phone-codes', { subdistrictId, phone })));
  };
  const prove = (code: string): void =>
    void submit(async () => setProof((await post<SenderProven>('phone-proofs', { subdistrictId, phone, code })).proof));
  if (proof !== undefined) return <OwnMatters proof={proof} />;
  return (
    <>
      <Problem text={failure} />
      {sent ? (
        <CodeForm phone={sent.phone} isSending={isSending} onCode={prove} />
      ) : (
        <Awaited asked={list}>
          {() => (
            <form onSubmit={ask}>
              <p id={ids.help}>{t('find.help')}</p>
              {onlyOf(items) === undefined && <CommunityField items={items} value={communityId} onChange={choose} />}
              <label htmlFor={ids.phone}>{t('find.phone')}</label>
              <input
                id={ids.phone}
                type="tel"
                autoComplete="tel"
                inputMode="tel"
                required
                maxLength={16}
                aria-describedby={ids.help}
                value={phone}
                onChange={({ target }) => setPhone(target.value)}
              />
              <Submit isSending={isSending} label={t('find.send')} />
            </form>
          )}
        </Awaited>
      )}
    </>
  );
}
