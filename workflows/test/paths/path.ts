import type { Scene } from './scene.js';

/** A way a matter can go. What open matters have behind them is what the code of the next release must replay. */
export interface Path {
  /** Name of its files in `histories/`: kebab-case. */
  name: string;
  /** Plays it; what it started may still be open at the end, as matters are when a release comes. */
  play: (scene: Scene) => Promise<unknown>;
}
