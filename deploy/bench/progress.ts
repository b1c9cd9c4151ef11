/** What goes on, for whoever waits: on standard error, since standard output belongs to the result. */
export function say(text: string): void {
  process.stderr.write(`• ${text}\n`);
}
