import type { Blown } from '@hsl/contracts/schemas/whistle-answers';
import type { BlowWhistle } from '@hsl/contracts/schemas/whistles';
import type { z } from 'zod';

/** What is typed of a whistle so far. */
export type Typed = Partial<BlowWhistle>;
/** What the platform says when it has it. */
export type BlownAnswer = z.output<typeof Blown>;
