/** One message of a `text/event-stream`. */
export interface Frame {
  event: string;
  id?: string;
  data: string;
}

/** Cuts a stream of text into messages, however the network cut it. Comments and unknown fields are skipped. */
export class FrameReader {
  private rest = '';

  take(text: string): Frame[] {
    const blocks = (this.rest + text).split('\n\n');
    this.rest = blocks.pop() ?? '';
    return blocks.map(frameOf).filter((frame) => frame !== undefined);
  }
}

function frameOf(block: string): Frame | undefined {
  const fields = new Map<string, string>();
  for (const line of block.split('\n')) {
    const at = line.indexOf(':');
    if (at > 0) fields.set(line.slice(0, at), line.slice(at + 1).trimStart());
  }
  const [event, id, data] = [fields.get('event'), fields.get('id'), fields.get('data')];
  return event === undefined || data === undefined ? undefined : { event, ...(id !== undefined && { id }), data };
}
