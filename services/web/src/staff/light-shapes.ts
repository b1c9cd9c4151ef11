import type { LightsAnswer } from '@hsl/contracts/schemas/figures';

/** A shape beside each colour: red and green are one to many eyes. */
export const LIGHT_SHAPES: Record<LightsAnswer['items'][number]['light'], string> = {
  ...{ red: '■', amber: '▲', green: '●' },
};
