/** Answers as a service does that is ready. FAKE_MODE: deaf (ignores SIGTERM), broken (ends at once), unready. */
import { createServer } from 'node:http';

const mode = process.env['FAKE_MODE'];
console.log(`fake service, mode ${mode ?? 'healthy'}`);
if (mode === 'broken') {
  console.error('cannot find what I need');
  process.exit(3);
}
if (mode === 'deaf') process.on('SIGTERM', () => console.log('not listening'));
const server = createServer((_, response) => {
  response.statusCode = mode === 'unready' ? 503 : 200;
  response.end(JSON.stringify({ kafka: mode === 'unready' ? 'down' : 'up' }));
});
server.listen(Number(process.env['SERVICE_PORT']), '127.0.0.1');
