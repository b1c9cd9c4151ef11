import { checkDeadlines, USAGE } from './check-deadlines.js';

const args = process.argv.slice(2).filter((arg) => arg !== '--');
if (args.includes('--help') || args.includes('-h')) console.log(USAGE);
else process.exitCode = checkDeadlines(args, console.log);
