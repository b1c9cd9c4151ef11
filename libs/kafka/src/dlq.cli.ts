import { runDlqCommand } from './dlq-command.js';

/** Where `npm start` puts its broker, unless told otherwise. */
const localBroker = `127.0.0.1:${process.env['HSL_PORT_KAFKA'] ?? '9292'}`;

// `npm run dlq -- list|show|replay|drop`; npm and the bootstrap may each leave a "--" of their own.
try {
  const args = process.argv.slice(2).filter((arg) => arg !== '--');
  const env = { ...process.env, KAFKA_BROKERS: process.env['KAFKA_BROKERS'] || localBroker };
  process.exitCode = await runDlqCommand(args, env, (text) => void process.stdout.write(text));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
