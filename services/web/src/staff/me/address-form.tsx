import type { ChannelState } from '@hsl/contracts/schemas/notice-settings';
import { Alert, Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { failureText } from '../../http/failure-text.js';
import { useAddressing, useConfirming, useForgetting } from './use-settings.js';

/** Where one channel reaches me: typed, and confirmed by the code that is sent there. */
export function AddressForm({ state }: { state: ChannelState }) {
  const { t } = useTranslation();
  const { channel, isOn, address, confirmed } = state;
  const forgetting = useForgetting(channel);
  return (
    <div className="me-address" role="group" aria-label={t(`me.${channel}`)}>
      <h3>{t(`me.${channel}`)}</h3>
      {!isOn && <p>{t('me.off')}</p>}
      {address !== undefined && (
        <p>
          {address} · {t(confirmed ? 'me.confirmed' : 'me.unconfirmed')}{' '}
          <Button loading={forgetting.isPending} onClick={() => forgetting.send(undefined)}>
            {t('me.forget')}
          </Button>
        </p>
      )}
      {isOn && address === undefined && <AddressEntry channel={channel} />}
      {isOn && address !== undefined && !confirmed && <CodeEntry channel={channel} />}
    </div>
  );
}

function AddressEntry({ channel }: Pick<ChannelState, 'channel'>) {
  const { t } = useTranslation();
  const { send, ...sending } = useAddressing(channel);
  return (
    <Entry name={`me.${channel}.address`} submit={t('me.sendCode')} {...sending} onSend={send} channel={channel} />
  );
}

function CodeEntry({ channel }: Pick<ChannelState, 'channel'>) {
  const { t } = useTranslation();
  const { send, ...sending } = useConfirming(channel);
  return <Entry name="me.code" submit={t('me.confirm')} {...sending} onSend={send} channel={channel} />;
}

interface EntryProps extends Pick<ChannelState, 'channel'> {
  name: string;
  submit: string;
  isPending: boolean;
  error: Error | null;
  onSend: (text: string) => void;
}

function Entry({ name, submit, channel, isPending, error, onSend }: EntryProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const id = `${channel}-${name}`;
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() !== '') onSend(text.trim());
  };
  return (
    <form onSubmit={send} noValidate>
      {error && <Alert role="alert" type="error" showIcon title={failureText(error, t)} />}
      <label htmlFor={id}>{t(name)}</label>
      <div className="me-entry">
        <Input
          id={id}
          value={text}
          inputMode={name === 'me.email.address' ? 'email' : 'numeric'}
          autoComplete="off"
          maxLength={200}
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="primary" htmlType="submit" loading={isPending}>
          {submit}
        </Button>
      </div>
    </form>
  );
}
