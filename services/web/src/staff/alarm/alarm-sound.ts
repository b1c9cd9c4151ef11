/** Two short tones, the second lower: heard across a room, over in half a second. */
const TONES = [
  { afterS: 0, hz: 880 },
  { afterS: 0.22, hz: 660 },
] as const;
const TONE_S = 0.18;
/** Of the loudest there is. */
const LOUDNESS = 0.25;
/** Several at once are one sound: nobody is driven from the room. */
const REST_MS = 10_000;

export type SoundContext = Pick<
  AudioContext,
  'state' | 'resume' | 'close' | 'currentTime' | 'destination' | 'createOscillator' | 'createGain' | 'onstatechange'
>;

/** The sound of an emergency. A browser lets a page be heard only after somebody has touched it. */
export class AlarmSound {
  private context: SoundContext | undefined;
  private rangAt = Number.NEGATIVE_INFINITY;

  /** @param onChange told whether it can be heard */
  constructor(
    private readonly make: () => SoundContext,
    private readonly onChange: (isHeard: boolean) => void,
    private readonly now: () => number = () => Date.now(),
  ) {}

  /** Under a hand on the page, or the browser refuses. */
  open(): void {
    if (!this.context) {
      this.context = this.make();
      this.context.onstatechange = () => this.onChange(this.isHeard);
    }
    if (this.context.state === 'suspended') void this.context.resume();
    this.onChange(this.isHeard);
  }

  get isHeard(): boolean {
    return this.context?.state === 'running';
  }

  /** @returns false where it stays silent: not allowed yet, or it has only just rung */
  ring(): boolean {
    const { context } = this;
    const now = this.now();
    if (!context || !this.isHeard || now - this.rangAt < REST_MS) return false;
    this.rangAt = now;
    for (const { afterS, hz } of TONES) {
      const [from, to] = [context.currentTime + afterS, context.currentTime + afterS + TONE_S];
      const [tone, gain] = [context.createOscillator(), context.createGain()];
      tone.frequency.value = hz;
      gain.gain.setValueAtTime(LOUDNESS, from);
      // Faded, since a tone that is cut off clicks.
      gain.gain.linearRampToValueAtTime(0, to);
      tone.connect(gain);
      gain.connect(context.destination);
      tone.start(from);
      tone.stop(to);
    }
    return true;
  }

  close(): void {
    const { context } = this;
    this.context = undefined;
    if (!context) return;
    context.onstatechange = null;
    void context.close();
  }
}
