import { parseArgs } from 'node:util';
import { readEnv } from '@hsl/platform/env';
import type { DeadLetter } from './dead-letter-entry.js';
import { DeadLetters } from './dlq.js';
import { listReport, showReport } from './dlq-report.js';
import { createKafka } from './kafka-client.js';
import { kafkaEnvSchema } from './kafka-env.js';

const USAGE = `npm run dlq -- list   [--topic hsl.whistles] [--group hsl.insight] [--limit 50]
npm run dlq -- show   --id <id>
npm run dlq -- replay --id <id> | --all [--topic …] [--group …]   send to the failing group again
npm run dlq -- drop   --id <id> | --all [--topic …] [--group …]   give up
        --brokers host:port   instead of KAFKA_BROKERS, or of the local platform
`;
const MOST_LINES = 1_000;

const OPTIONS = {
  topic: { type: 'string' },
  group: { type: 'string' },
  id: { type: 'string' },
  all: { type: 'boolean', default: false },
  limit: { type: 'string', default: '50' },
  brokers: { type: 'string' },
} as const;

type Values = ReturnType<typeof parse>['values'];
type Write = (text: string) => void;
type Command = (letters: DeadLetters, values: Values, write: Write) => Promise<number>;

const COMMANDS: Record<string, { run: Command; isComplete: (values: Values) => boolean }> = {
  list: { run: list, isComplete: () => true },
  show: { run: show, isComplete: ({ id }) => id !== undefined },
  replay: { run: each('replayed', (letters, letter) => letters.replay(letter)), isComplete: choosesWhich },
  drop: { run: each('dropped', (letters, letter) => letters.drop(letter)), isComplete: choosesWhich },
};

/**
 * The command line of the dead letters.
 * @returns exit code: 0 done, 1 no such dead letter, 2 wrong use
 * @throws if Kafka cannot be reached
 */
export async function runDlqCommand(
  args: string[],
  env: Record<string, string | undefined>,
  write: Write,
): Promise<number> {
  const { values, positionals } = parse(args);
  const command = COMMANDS[positionals[0] ?? ''];
  if (!command?.isComplete(values)) {
    write(USAGE);
    return 2;
  }
  const kafkaEnv = readEnv(kafkaEnvSchema, { ...env, KAFKA_BROKERS: values.brokers ?? env['KAFKA_BROKERS'] });
  const letters = new DeadLetters(createKafka('hsl-dlq', kafkaEnv));
  try {
    return await command.run(letters, values, write);
  } finally {
    await letters.close();
  }
}

/** A slip of the keyboard must not replay or drop everything: one id, or --all. */
function choosesWhich({ id, all }: Values): boolean {
  return (id !== undefined) !== all;
}

async function list(letters: DeadLetters, values: Values, write: Write): Promise<number> {
  const limit = Math.min(Math.max(1, Number(values.limit) || 1), MOST_LINES);
  write(listReport(await letters.list(values), limit));
  return 0;
}

async function show(letters: DeadLetters, values: Values, write: Write): Promise<number> {
  const [letter] = await letters.list(values);
  write(letter ? showReport(letter) : 'no such dead letter\n');
  return letter ? 0 : 1;
}

function each(done: string, work: (letters: DeadLetters, letter: DeadLetter) => Promise<void>): Command {
  return async (letters, values, write) => {
    const found = await letters.list(values);
    for (const letter of found) await work(letters, letter);
    write(`${found.length} ${done}\n`);
    return found.length > 0 || values.all ? 0 : 1;
  };
}

function parse(args: string[]) {
  return parseArgs({ args, allowPositionals: true, options: OPTIONS });
}
