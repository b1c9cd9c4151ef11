import { createRoot } from 'react-dom/client';
import '../design/base.css';
import { applyTokens, LIGHT } from '../design/tokens.js';
import { startLanguage } from '../words/language.js';
import { RESIDENT_WORDS } from '../words/resident.words.js';
import { App } from './app.js';

applyTokens(LIGHT);
await startLanguage(RESIDENT_WORDS);
createRoot(document.getElementById('root')!).render(<App />);
