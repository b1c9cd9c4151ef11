import type { Calendar } from '@hsl/domain/limit';
import { defineSignal } from '@temporalio/workflow';

/** From the owner of the calendar: a new version is loaded; provisional deadlines are computed again (domain 2.7). */
export const calendarLoadedSignal = defineSignal<[{ calendar: Calendar }]>('calendarLoaded');
