import { messageOf } from './bootstrap/error-facts.mjs';
import { main } from './start.js';

// The background half of `npm start -- --detach`; its standard output is .local/logs/start.log.
try {
  process.exitCode = await main([]);
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 1;
}
