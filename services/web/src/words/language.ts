import i18next, { type TFunction } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Words } from './words.js';

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const KEPT = 'hsl.language';

/** Where the gateway writes what the platform is called here (S2). */
const BRAND_TAGS = ['brand-zh', 'brand-en'] as const;

function brandOf(tag: string): { brand?: string } {
  const brand = document.querySelector(`meta[name="${tag}"]`)?.getAttribute('content');
  return brand ? { brand } : {};
}

/** What the person chose before, else Chinese: the first language of the place, whatever the browser says. */
export function keptLanguage(): Language {
  const kept = localStorage.getItem(KEPT);
  return LANGUAGES.find((language) => language === kept) ?? 'zh-CN';
}

export async function changeLanguage(language: Language): Promise<void> {
  localStorage.setItem(KEPT, language);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}

/** A key that is missing is an error of ours: it is shown as its name and reported, never silently blank. */
export async function startLanguage(words: Words): Promise<TFunction> {
  const language = keptLanguage();
  document.documentElement.lang = language;
  const column = (index: 0 | 1) => ({
    translation: {
      ...Object.fromEntries(Object.entries(words).map(([key, texts]) => [key, texts[index]])),
      ...brandOf(BRAND_TAGS[index]),
    },
  });
  return i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    resources: { 'zh-CN': column(0), en: column(1) },
    interpolation: { escapeValue: false },
    saveMissing: true,
    missingKeyHandler: (_languages, _namespace, key) => console.error(`no words for "${key}"`),
  });
}
