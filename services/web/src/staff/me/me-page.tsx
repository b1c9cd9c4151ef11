import { useTranslation } from 'react-i18next';
import { LoadState } from '../load-state.js';
import { AddressForm } from './address-form.js';
import { ChoicesForm } from './choices-form.js';
import { OwnData } from './own-data.js';
import { OwnAbsence } from './own-absence.js';
import { ShortcutsSwitch } from './shortcuts-switch.js';
import { SoundSwitch } from './sound-switch.js';
import { useSettings } from './use-settings.js';
import './me.css';

/** How am I reached? */
export function MePage() {
  const { t } = useTranslation();
  const settings = useSettings();
  return (
    <section className="me">
      <h1>{t('me.title')}</h1>
      <LoadState query={settings}>
        {settings.data && (
          <>
            <section aria-labelledby="me-addresses">
              <h2 id="me-addresses">{t('me.addresses')}</h2>
              <p>{t('me.addresses.help')}</p>
              {settings.data.channels.map((state) => (
                <AddressForm key={state.channel} state={state} />
              ))}
            </section>
            <section aria-labelledby="me-choices">
              <h2 id="me-choices">{t('me.choices')}</h2>
              <ChoicesForm settings={settings.data} />
            </section>
          </>
        )}
      </LoadState>
      <OwnAbsence />
      <OwnData />
      <SoundSwitch />
      <ShortcutsSwitch />
    </section>
  );
}
