import { asyncApiDocument } from './event-doc.js';

process.stdout.write(`${JSON.stringify(asyncApiDocument(), undefined, 2)}\n`);
