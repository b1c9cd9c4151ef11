/** One line of a list of what was said or settled: its term, and the words. */
export function Said({ term, said }: { term: string; said: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{said}</dd>
    </div>
  );
}
