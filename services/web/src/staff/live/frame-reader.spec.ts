import { describe, expect, it } from '@jest/globals';
import { FrameReader } from './frame-reader.js';

const TEXT =
  'retry: 3000\n\nevent: ready\nid: 7\ndata: {}\n\n: heartbeat\n\nevent: unread\ndata: {"unreadCount":2}\n\n';

describe('messages of a stream', () => {
  it.each([1, 2, 5, 1_000])('are the same when the network brings %i signs at a time', (size) => {
    const reader = new FrameReader();
    const chunks = TEXT.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
    expect(chunks.flatMap((chunk) => reader.take(chunk))).toEqual([
      { event: 'ready', id: '7', data: '{}' },
      { event: 'unread', data: '{"unreadCount":2}' },
    ]);
  });
});
