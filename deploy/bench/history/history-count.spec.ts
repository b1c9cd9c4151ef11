import { describe, expect, it } from '@jest/globals';
import { childrenIn, countKinds, totalOf, type HistoryEvent } from './history-count.js';

const event = (attributes: string): HistoryEvent => ({ attributes });
const child = (workflowId: string): HistoryEvent => ({
  attributes: 'startChildWorkflowExecutionInitiatedEventAttributes',
  startChildWorkflowExecutionInitiatedEventAttributes: { workflowId },
});

describe('a history', () => {
  it('is counted by kind of event, an unknown kind too', () => {
    const events = [event('timerStartedEventAttributes'), event('markerRecordedEventAttributes'), {}];
    expect(countKinds([...events, event('timerStartedEventAttributes')])).toEqual({
      timerStarted: 2,
      markerRecorded: 1,
      unknown: 1,
    });
  });

  it('tells which workflows it started as children', () => {
    expect(childrenIn([event('timerStartedEventAttributes'), child('w/1'), child('w/2')])).toEqual(['w/1', 'w/2']);
  });

  it('adds up with the others of its matter', () => {
    const histories = [3, 4].map((events) => ({ workflowId: `w${events}`, events, bytes: events * 100, byKind: {} }));
    expect(totalOf(histories)).toEqual({ events: 7, bytes: 700 });
  });
});
