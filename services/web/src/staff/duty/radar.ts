/** Corners of a radar as SVG points: the first axis stands upright, the others follow clockwise. Values are 0 to 1. */
export function radarPoints(values: readonly number[], radius: number): string {
  return values
    .map((value, index) => {
      const angle = (index / values.length) * 2 * Math.PI;
      const [x, y] = [Math.sin(angle) * value * radius, -Math.cos(angle) * value * radius];
      return `${x.toFixed(1)},${y.toFixed(1)}`;
    })
    .join(' ');
}
