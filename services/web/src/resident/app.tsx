import { useTranslation } from 'react-i18next';

/** Residents' pages, by the path of the address. */
export function App() {
  const { t } = useTranslation();
  return (
    <main>
      <h1>{t('brand')}</h1>
    </main>
  );
}
