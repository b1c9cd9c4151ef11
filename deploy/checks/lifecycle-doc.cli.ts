import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lifecycleMarkdown } from './lifecycle-doc.js';
import { ROOT } from './root.js';

writeFileSync(join(ROOT, 'docs', 'lifecycle.md'), lifecycleMarkdown());
