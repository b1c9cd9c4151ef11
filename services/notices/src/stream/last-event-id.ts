import { NoticeId } from '@hsl/contracts/schemas/notices';
import { InvalidInputError } from '@hsl/platform/invalid-input.error';

/**
 * The row a client resumes after, from its header Last-Event-ID; undefined without one (EventSource also sends none
 * before the first event).
 * @throws InvalidInputError (422) for a text that no stream of ours has sent
 */
export function lastIdOf(header: string | undefined): bigint | undefined {
  if (header === undefined || header === '') return undefined;
  const id = NoticeId.safeParse(header, { reportInput: true });
  if (id.success) return BigInt(id.data);
  throw new InvalidInputError(id.error.issues.map((issue) => ({ ...issue, path: ['last-event-id'] })));
}
