import type { Step } from '@hsl/contracts/steps';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import { ActionBar } from './action-bar.js';
import { ActionSheet } from './action-sheet.js';
import type { ActionTable, Listed } from './sort-actions.js';
import type { Subject } from './use-taking.js';

interface Props {
  actions: readonly Listed[];
  owed: readonly Step[];
  table: ActionTable;
  subject: Subject;
  /** Goes on from what the service answered, where the page does not just stay. */
  onTaken?: (answer: unknown) => void;
}

/** What may be done here, and the sheet of the one that is being done; it has an address of its own (`?do=`). */
export function ActionArea({ actions, owed, table, subject, onTaken }: Props) {
  const { do: doing } = useSearch({ strict: false });
  const navigate = useNavigate();
  const opener = useRef<Element>(null);
  const form = doing === undefined ? undefined : table.forms[doing];
  const open = (name: string): void => {
    opener.current = document.activeElement;
    void navigate({ to: '.', search: (before: object) => ({ ...before, do: name }) });
  };
  const close = async (): Promise<void> => {
    await navigate({ to: '.', search: ({ do: _closed, ...others }: { do?: string }) => others, replace: true });
    if (opener.current instanceof HTMLElement) opener.current.focus();
  };
  return (
    <>
      <ActionBar actions={actions} owed={owed} table={table} onOpen={open} />
      {doing !== undefined && form && (
        <ActionSheet
          key={doing}
          name={doing}
          form={form}
          subject={subject}
          onClose={() => void close()}
          onTaken={onTaken}
        />
      )}
    </>
  );
}
