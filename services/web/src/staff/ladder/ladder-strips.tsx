import { rolesAtRung } from '@hsl/domain/ladder-audiences';
import { useTranslation } from 'react-i18next';
import { instantText } from '../../time/instant-text.js';
import { ladderOrder, rungLines, type RungLine, type ShownClock } from './ladder-lines.js';
import '../strip.css';
import './ladder.css';

/** A clock, and whose it is where several run. */
export interface OwnedClock extends ShownClock {
  who?: string;
}

const MARKS: Record<RungLine['mark'], string> = { fired: '✓', next: '▸', ahead: '○', off: '–' };
const SAID: Partial<Record<RungLine['mark'], string>> = {
  ...{ fired: 'ladder.fired', next: 'ladder.next', off: 'ladder.off' },
};

/** What happens by itself while a step is not done: one ladder for each that is owed, the nearest one open. */
export function LadderStrips({ clocks }: { clocks: readonly OwnedClock[] }) {
  const { t } = useTranslation();
  const [first, ...others] = ladderOrder(clocks);
  if (!first) return null;
  return (
    <section className="ladders">
      <h2>{t('ladder.title')}</h2>
      <Ladder clock={first} isOpen />
      {others.map((clock) => (
        <Ladder key={`${clock.who} ${clock.step} ${clock.startedAt}`} clock={clock} />
      ))}
    </section>
  );
}

function Ladder({ clock, isOpen = false }: { clock: OwnedClock; isOpen?: boolean }) {
  const { t, i18n } = useTranslation();
  const { who, step, doneAt, paused } = clock;
  const at = (iso: string): string => instantText(Date.parse(iso), Date.now(), i18n.language);
  const name = who === undefined ? t(`step.${step}`) : t('ladder.of', { who, step: t(`step.${step}`) });
  const roles = (kind: RungLine['kind']): string =>
    rolesAtRung(step, kind)
      .map((role) => t(`role.${role}`))
      .join(i18n.language === 'en' ? ', ' : '、');
  return (
    <details open={isOpen}>
      <summary>
        {name}
        {doneAt !== undefined && ` · ${t('ladder.done', { at: at(doneAt), step: t(`step.${step}`) })}`}
        {paused && doneAt === undefined && ` · ${t('ladder.paused')}`}
      </summary>
      <ol className="strip ladder">
        {rungLines(clock).map((line) => (
          <li key={line.kind} data-mark={line.mark}>
            <span aria-hidden="true">{MARKS[line.mark]}</span> {t(`rung.${line.kind}`)}{' '}
            {SAID[line.mark] !== undefined && <span className="visually-hidden">{t(SAID[line.mark]!)} </span>}
            <small>
              <time dateTime={line.at}>{at(line.at)}</time>
            </small>
            {line.mark !== 'off' && <small>{t('ladder.to', { roles: roles(line.kind) })}</small>}
          </li>
        ))}
      </ol>
    </details>
  );
}
