import { readFileSync } from 'node:fs';
import { checkSimilarity, type LabelledPair } from './similarity-check.js';

const USAGE = `npm run check:similarity
Measures the text similarity of domain 4.5 on the labelled pairs of libs/domain/fixtures/similar-texts.json: precision and
recall of both halves, with examples of what goes wrong. Exit code 1 below a floor.`;

if (process.argv.some((arg) => arg === '--help' || arg === '-h')) console.log(USAGE);
else {
  const text = readFileSync(new URL('../fixtures/similar-texts.json', import.meta.url), 'utf8');
  const { pairs } = JSON.parse(text) as { pairs: LabelledPair[] };
  process.exitCode = checkSimilarity(pairs, console.log);
}
