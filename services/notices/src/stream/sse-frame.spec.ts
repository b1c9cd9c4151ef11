import { describe, expect, it } from '@jest/globals';
import { frameText } from './sse-frame.js';

describe('a server-sent event', () => {
  it('is one block of lines that ends with an empty one', () => {
    expect(frameText({ event: 'notice', id: '7', data: { a: 1 } })).toBe('event: notice\nid: 7\ndata: {"a":1}\n\n');
  });

  it('has no id where a client must not resume from it', () => {
    expect(frameText({ event: 'end', data: { reason: 'tokenExpired' } })).not.toContain('id:');
  });

  it('keeps its shape whatever text the data holds', () => {
    const text = frameText({ event: 'notice', data: { text: 'one\n\nevent: forged\r\ndata: x' } });
    expect(text.trimEnd().split(/[\r\n]+/)).toHaveLength(2);
  });
});
