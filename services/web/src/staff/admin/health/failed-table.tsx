import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { TableBox } from '../../table-box.js';
import { useAt } from '../use-at.js';

/** One message that was given up, whoever sends it. */
export interface FailedMessage {
  id: string;
  /** Whom it was for. */
  to: string;
  /** The channel, in words. */
  way: string;
  text: string;
  reason?: string;
  attempts: number;
  givenUpAt: string;
}

interface Props {
  label: string;
  messages: readonly FailedMessage[];
  /** Left out: for reading only. */
  onAgain: ((id: string) => void) | undefined;
}

const COLUMNS = ['to', 'channel', 'text', 'reason', 'attempts', 'at', 'again'] as const;

/** Messages that did not go out, each with its reason and the same again. */
export function FailedTable({ label, messages, onAgain }: Props) {
  const { t } = useTranslation();
  const at = useAt();
  return (
    <TableBox label={label} columns={COLUMNS.map((one) => t(`health.failed.${one}`))}>
      {messages.map(({ id, to, way, text, reason, attempts, givenUpAt }) => (
        <tr key={id}>
          <th scope="row">{to}</th>
          <td>{way}</td>
          <td className="wide">{text}</td>
          <td>{reason === undefined ? '–' : t(`health.failed.why.${reason}`, { defaultValue: reason })}</td>
          <td>{attempts}</td>
          <td>{at(givenUpAt)}</td>
          <td>
            {onAgain && (
              <Button aria-label={t('health.failed.send.of', { who: to, way })} onClick={() => onAgain(id)}>
                {t('health.failed.send')}
              </Button>
            )}
          </td>
        </tr>
      ))}
    </TableBox>
  );
}
