/** A platform of one fake service, as a process of its own that a spec may kill. Prints one line of JSON when ready. */
import { fileURLToPath } from 'node:url';
import { Platform } from '../dist/local/platform.js';

const platform = await Platform.open(process.env['HSL_STATE_DIR'] ?? '', process.env);
if ('heldBy' in platform) {
  console.log(JSON.stringify({ heldBy: platform.heldBy.pid }));
} else {
  process.on('SIGTERM', () => void platform.stop().then(() => process.exit(0)));
  await platform.stack.startService('topics', fileURLToPath(new URL('fake-service.mjs', import.meta.url)));
  platform.markReady();
  console.log(JSON.stringify({ processes: platform.stack.processes }));
}
