import { useQueryClient } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SignInForm } from './sign-in-form.js';
import { SignInPage } from './sign-in-page.js';
import { useMe } from './use-me.js';

/** A session that ends in the middle of something asks again over the page, which keeps what was typed. */
export function SignInGate({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const me = useMe();
  const queries = useQueryClient();
  const shownFor = useRef(me?.userId);
  const isOther = me !== undefined && shownFor.current !== undefined && me.userId !== shownFor.current;
  if (me && !isOther) shownFor.current = me.userId;
  useEffect(() => {
    // What another person saw is not for this one.
    if (isOther) location.reload();
    else if (me) void queries.invalidateQueries();
  }, [isOther, me, queries]);
  if (!me && shownFor.current === undefined) return <SignInPage />;
  return (
    <>
      {children}
      <Modal open={!me} closable={false} footer={null} title={t('signIn.title')} destroyOnHidden>
        <p>{t('signIn.expired')}</p>
        <SignInForm />
      </Modal>
    </>
  );
}
