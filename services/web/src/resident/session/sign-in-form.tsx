import type { SittingParticipant } from '@hsl/contracts/schemas/sittings';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../http/problem.js';
import { request } from '../../http/request.js';
import { Problem, Submit } from '../parts.js';
import { useSubmit } from '../use-submit.js';

interface Props {
  path: string;
  /** Of the invitation; without one the name is asked for. */
  token: string | undefined;
  onSignedIn: (token: string | undefined) => void;
}

/** Who came, once each. */
export function SignInForm({ path, token, onSignedIn }: Props) {
  const { t } = useTranslation();
  const ids = { name: useId(), tail: useId() };
  const [name, setName] = useState('');
  const [tail, setTail] = useState('');
  const { submit, failure, setFailure, isSending } = useSubmit();
  const signIn = (event: FormEvent): void => {
    event.preventDefault();
    if (token === undefined && name.trim() === '') return setFailure(t('session.signIn.missing'));
    if (token === undefined && !/^\d{4}$/.test(tail)) return setFailure(t('session.signIn.tail.wrong'));
    void submit(async () => {
      const body = token === undefined ? { residentName: name.trim(), phoneTail: tail } : { token };
      try {
        const person = await request<SittingParticipant>(`${path}/sign-ins`, { method: 'POST', body });
        onSignedIn(person.token);
      } catch (error) {
        // Who shows the token and has signed in before is here: only this page did not know.
        const isHere = error instanceof ApiProblem && error.code === 'alreadySignedIn' && token !== undefined;
        if (!isHere) throw error;
        onSignedIn(undefined);
      }
    });
  };
  return (
    <form className="panel" onSubmit={signIn} noValidate>
      <Problem text={failure} />
      {token === undefined && (
        <>
          <label htmlFor={ids.name}>{t('session.signIn.name')}</label>
          <input
            id={ids.name}
            maxLength={40}
            autoComplete="name"
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
          <label htmlFor={ids.tail}>{t('session.signIn.tail')}</label>
          <input
            id={ids.tail}
            maxLength={4}
            inputMode="numeric"
            autoComplete="off"
            value={tail}
            onChange={({ target }) => setTail(target.value)}
          />
        </>
      )}
      <Submit isSending={isSending} label={t('session.signIn')} />
    </form>
  );
}
