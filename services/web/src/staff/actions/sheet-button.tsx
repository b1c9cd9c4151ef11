import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetSearch } from '../search-of.js';
import type { ActionForm } from './action-form.js';
import { ActionSheet } from './action-sheet.js';
import type { Subject } from './use-taking.js';

interface Props {
  /** As in the table of rights; its words are `do.<name>`. */
  name: string;
  form: ActionForm;
  subject: Subject;
  /** Which of several things of the page it is done to. */
  on?: string;
  isPrimary?: boolean;
}

/** One action among others of a page; its sheet has an address of its own beside the page's filters. */
export function SheetButton({ name, form, subject, on, isPrimary = false }: Props) {
  const { t } = useTranslation();
  const search: SheetSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const opener = useRef<HTMLButtonElement>(null);
  const open = (): void => void navigate({ to: '.', search: (before: object) => ({ ...before, do: name, on }) });
  const close = async (): Promise<void> => {
    await navigate({
      to: '.',
      search: (before: object) => ({ ...before, do: undefined, on: undefined }),
      replace: true,
    });
    opener.current?.focus();
  };
  return (
    <>
      <Button ref={opener} type={isPrimary ? 'primary' : 'default'} onClick={open}>
        {t(`do.${name}`)}
      </Button>
      {search.do === name && search.on === on && (
        <ActionSheet name={name} form={form} subject={subject} onClose={() => void close()} />
      )}
    </>
  );
}
