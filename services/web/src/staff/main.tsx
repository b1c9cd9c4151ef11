import { createRoot } from 'react-dom/client';
import '../design/base.css';
import { applyTokens, LIGHT, WALL } from '../design/tokens.js';
import { startLanguage } from '../words/language.js';
import { STAFF_WORDS } from '../words/staff.words.js';
import { App } from './app.js';
import './shell/shell.css';

const isWall = new URLSearchParams(location.search).get('wall') === '1';
const palette = isWall ? WALL : LIGHT;
document.documentElement.toggleAttribute('data-wall', isWall);
applyTokens(palette);
await startLanguage(STAFF_WORDS);
createRoot(document.getElementById('root')!).render(<App palette={palette} />);
