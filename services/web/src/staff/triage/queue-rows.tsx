import type { LiveMatter } from '@hsl/contracts/schemas/insight';
import type { KeyboardEvent } from 'react';
import { areShortcutsOn, stepOf } from '../me/shortcuts.js';
import { MatterLine } from '../queue/matter-line.js';
import { useMe } from '../sign-in/use-me.js';

interface Props {
  /** What the queue is, for whoever does not see it. */
  label: string;
  matters: readonly LiveMatter[];
  chosen: string | undefined;
  onChoose: (number: string) => void;
  /** The step that is waited for, by the keyboard. */
  onAct: (number: string) => void;
}

/** The keys work on a row that has the focus only: nobody takes a step while typing elsewhere. */
export function QueueRows({ label, matters, chosen, onChoose, onAct }: Props) {
  const userId = useMe()?.userId ?? '';
  const press = (event: KeyboardEvent<HTMLButtonElement>, index: number): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = matters[index];
    const step = stepOf(event.key, areShortcutsOn(userId));
    if (event.key === 'Enter' && row) {
      event.preventDefault();
      onAct(row.number);
    }
    const next = step === undefined ? undefined : matters[index + step];
    if (!next) return;
    onChoose(next.number);
    const rows = event.currentTarget.closest('ul')?.querySelectorAll('button');
    rows?.[matters.indexOf(next)]?.focus();
  };
  return (
    <ul className="triage-queue" aria-label={label}>
      {matters.map((matter, index) => (
        <li key={matter.number}>
          <button
            type="button"
            aria-current={matter.number === chosen || undefined}
            onClick={() => onChoose(matter.number)}
            onKeyDown={(event) => press(event, index)}
          >
            <MatterLine matter={matter} />
          </button>
        </li>
      ))}
    </ul>
  );
}
