import { describe, expect, it } from '@jest/globals';
import { NO_PADDING, paddingFor } from './padding.js';

const length = (events: number, workflowTasks: number) => ({ events, workflowTasks });
const eventsOf = ({ nudges, markers }: { nudges: number; markers: number }) => 5 * nudges + markers;

describe('the padding of a bare whistle', () => {
  it('adds workflow tasks and markers until both are as long', () => {
    const padding = paddingFor(length(127, 20), length(109, 18));
    expect(padding).toEqual({ nudges: 2, markers: 8 });
    expect(109 + eventsOf(padding)).toBe(127);
  });

  it('adds no more events than are missing, however many tasks are', () => {
    expect(paddingFor(length(117, 30), length(109, 18))).toEqual({ nudges: 1, markers: 3 });
  });

  it('adds nothing to a bare whistle that is as long or longer', () => {
    expect(paddingFor(length(109, 18), length(109, 18))).toEqual(NO_PADDING);
    expect(paddingFor(length(100, 18), length(109, 16))).toEqual(NO_PADDING);
  });
});
