import { useTranslation } from 'react-i18next';
import { LanguageButton } from '../shell/language-button.js';
import { SignInForm } from './sign-in-form.js';

export function SignInPage() {
  const { t } = useTranslation();
  return (
    <main className="sign-in">
      <header>
        <h1>{t('brand')}</h1>
        <LanguageButton />
      </header>
      <SignInForm />
    </main>
  );
}
