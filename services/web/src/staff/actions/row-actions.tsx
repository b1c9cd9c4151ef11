import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionForm } from './action-form.js';
import { ActionSheet } from './action-sheet.js';
import type { Listed } from './sort-actions.js';
import type { Subject } from './use-taking.js';

interface Props {
  /** Tells the rows of a list apart in the address of a sheet. */
  id: string;
  actions: readonly Listed[];
  forms: Readonly<Record<string, ActionForm>>;
  subject: Subject;
}

/** What may be done to one row of a list, in place; a sheet has an address of its own (`?do=`). */
export function RowActions({ id, actions, forms, subject }: Props) {
  const { t } = useTranslation();
  const { do: doing } = useSearch({ strict: false });
  const navigate = useNavigate();
  const opener = useRef<Element>(null);
  const known = actions.filter(({ name }) => forms[name] !== undefined);
  const closed = known.filter(({ allowed, reasonCode }) => !allowed && reasonCode !== 'roleNotAllowed');
  const open = known.find(({ name }) => doing === `${name}.${id}`);
  const close = async (): Promise<void> => {
    await navigate({ to: '.', search: ({ do: _done, ...others }) => others, replace: true });
    if (opener.current instanceof HTMLElement) opener.current.focus();
  };
  const start = (name: string): void => {
    opener.current = document.activeElement;
    void navigate({ to: '.', search: (others) => ({ ...others, do: `${name}.${id}` }) });
  };
  return (
    <div className="sheet-buttons">
      {known
        .filter(({ allowed }) => allowed)
        .map(({ name }) => (
          <Button
            key={name}
            size="large"
            aria-label={`${t(`do.${name}`)} ${subject.title}`}
            onClick={() => start(name)}
          >
            {t(`do.${name}`)}
          </Button>
        ))}
      {closed.map(({ name, reason }) => (
        <p key={name}>{`${t(`do.${name}`)} · ${t('sheet.notNow', { reason: reason ?? '' })}`}</p>
      ))}
      {open && (
        <ActionSheet
          key={doing}
          name={open.name}
          form={forms[open.name]!}
          subject={subject}
          onClose={() => void close()}
        />
      )}
    </div>
  );
}
